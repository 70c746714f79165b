package dev.rejoin.crdt.json;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import dev.rejoin.crdt.Author;
import dev.rejoin.crdt.Crdt;
import dev.rejoin.crdt.ReplicaId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.BiFunction;

/** Pairs of states and deltas of random histories of three devices, where deltas get lost. */
final class RandomPairs {

  private static final List<ReplicaId> IDS =
      List.of(ReplicaId.of("\uff5e"), ReplicaId.of("a \"b\"\n"), ReplicaId.of("\ud83d\ude00"));
  private static final List<String> TEXTS =
      List.of("", "10", "2", "\"\\/\u0000\u001f", "\u2028\u00e9", "\ud83d\ude00", "\uff5e", "type");
  private static final List<Long> NUMBERS =
      List.of(0L, -1L, 9L, 10L, 1L << 53, (1L << 53) + 1, Long.MAX_VALUE, Long.MIN_VALUE);
  private static final int PAIRS = 8;

  private final SplittableRandom random;
  private final List<Author> authors = IDS.stream().map(Samples::author).toList();
  private final List<Pair> pairs = new ArrayList<>();

  RandomPairs(long seed) {
    this.random = new SplittableRandom(seed);
  }

  /** Two states of a declared type, and their merge. */
  record Pair(JsonNode declared, Object mine, Object theirs, Object merged) {

    boolean isConcurrent() {
      return !merged.equals(mine) && !merged.equals(theirs);
    }
  }

  List<Pair> pairs() {
    return Collections.unmodifiableList(pairs);
  }

  String text() {
    return TEXTS.get(random.nextInt(TEXTS.size()));
  }

  long number() {
    return NUMBERS.get(random.nextInt(NUMBERS.size()));
  }

  int upTo(int bound) {
    return random.nextInt(bound);
  }

  /** Lets devices edit states of a type, and takes pairs of what they had and sent on the way. */
  <S extends Crdt<S>> RandomPairs with(
      TypeReference<S> type, S empty, BiFunction<S, Author, S> edit) {
    List<S> states = new ArrayList<>(Collections.nCopies(IDS.size(), empty));
    List<S> sent = new ArrayList<>(states);
    int steps = 6 + upTo(30);
    for (int step = 0; step < steps; step++) {
      int device = upTo(IDS.size());
      S before = states.get(device);
      S after =
          upTo(3) == 0
              ? before.merge(sent.get(upTo(sent.size())))
              : edit.apply(before, authors.get(device));
      states.set(device, after);
      sent.add(after);
      sent.add(after.deltaSince(before));
    }
    JsonNode declared = GoldenFolder.declared(Samples.MAPPER.constructType(type));
    for (int i = 0; i < PAIRS; i++) {
      S mine = sent.get(upTo(sent.size()));
      S theirs = sent.get(upTo(sent.size()));
      pairs.add(new Pair(declared, mine, theirs, mine.merge(theirs)));
    }
    return this;
  }
}
