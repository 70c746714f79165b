package dev.rejoin.crdt.testkit;

import dev.rejoin.crdt.Author;
import dev.rejoin.crdt.HybridClock;
import dev.rejoin.crdt.ReplicaId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The laws as they are usually checked: commutative, associative and idempotent, on states that
 * were made one by one, each by a replica of its own that has met no other, with a right clock.
 */
final class NaiveLaws {

  private static final int STATES = 20;
  private static final int MOST_EDITS = 4;
  private static final int TRIPLES = 1000;

  private NaiveLaws() {}

  /** Returns whether all three laws hold on all that is tried. */
  static <S> boolean hold(Subject<S> subject) {
    Random random = new Random(1);
    AtomicInteger edits = new AtomicInteger();
    HybridClock clock =
        HybridClock.of(new SimulatedClock(WallClock.STEADY, edits::getAndIncrement));
    List<S> states = new ArrayList<>();
    for (int i = 0; i < STATES; i++) {
      states.add(state(subject, Author.of(ReplicaId.of(History.name(i)), clock), random));
    }
    for (int i = 0; i < TRIPLES; i++) {
      S a = states.get(random.nextInt(STATES));
      S b = states.get(random.nextInt(STATES));
      S c = states.get(random.nextInt(STATES));
      if (!holds(new Calls<>(subject), a, b, c)) {
        return false;
      }
    }
    return true;
  }

  private static <S> S state(Subject<S> subject, Author author, Random random) {
    S state = subject.initial(author.id());
    for (int edits = random.nextInt(MOST_EDITS + 1); edits > 0; edits--) {
      NamedEdit<S> edit = subject.edits().get(random.nextInt(subject.edits().size()));
      state = edit.function().apply(state, author);
    }
    return state;
  }

  private static <S> boolean holds(Calls<S> in, S a, S b, S c) {
    return in.merge(a, b).equals(in.merge(b, a))
        && in.merge(a, in.merge(b, c)).equals(in.merge(in.merge(a, b), c))
        && in.merge(a, a).equals(a);
  }
}
