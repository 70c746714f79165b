package dev.rejoin.crdt.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.cbor.databind.CBORMapper;
import dev.rejoin.crdt.Author;
import dev.rejoin.crdt.ORSet;
import dev.rejoin.crdt.ReplicaId;
import dev.rejoin.crdt.sync.Changes;
import dev.rejoin.crdt.sync.Replica;
import dev.rejoin.crdt.sync.Version;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The sizes that the README tells. */
class SizesTest {

  private static final Path README = Path.of("..", "README.md");
  private static final Clock NOON =
      Clock.fixed(Instant.parse("2026-05-04T12:00:00Z"), ZoneOffset.UTC);
  private static final int KEYS = 100_000;
  private static final int LIVE = 10_000;
  private static final int LAST = 100;

  private final ObjectMapper json = new ObjectMapper().registerModule(new CrdtModule());
  private final ObjectMapper cbor = new CBORMapper().registerModule(new CrdtModule());
  private final List<Author> authors =
      Stream.of("A", "B", "C").map(name -> Author.of(ReplicaId.of(name))).toList();
  private final Map<ReplicaId, Version.Entry> versions = new TreeMap<>();
  private ORSet<String> set = ORSet.empty();
  private final List<String> live = new ArrayList<>();
  private final Random random = new Random(1);
  private final Random tags = new Random(2);
  private final StringJoiner table = new StringJoiner("\n", "", "\n");

  @Test
  void readmeTellsTheSizes() throws IOException {
    table.add("| what is sent | CBOR | JSON | budget for CBOR |");
    table.add("| --- | --- | --- | --- |");
    setOfManyEdits();
    editOfALargeSet();

    assertThat(tables(Files.readString(README))).contains(table.toString());
  }

  /** Returns the tables of a document, whose texts are short enough to be shown. */
  private static List<String> tables(String document) {
    return Stream.of(document.split("\n\n"))
        .filter(part -> part.startsWith("| what is sent |"))
        .map(part -> part.strip() + "\n")
        .toList();
  }

  private void setOfManyEdits() throws JsonProcessingException {
    run(0, KEYS - LAST);
    Version before = Version.of(versions);
    ORSet<String> base = set;
    run(KEYS - LAST, KEYS);
    Version now = Version.of(versions);
    assertThat(set.size()).isEqualTo(LIVE);
    row("the whole set", set, 250_000);
    row("its delta for a peer 100 adds and 100 removes behind", set.deltaSince(base), 3_000);
    row("`Changes` with that delta", new Changes<>(before, now, set.deltaSince(base)), 3_000);
    row("`Changes` for a peer that is up to date", new Changes<>(now, now, ORSet.empty()), 64);
  }

  /** Adds keys in turn, and removes one at random after each beyond those that may live. */
  private void run(int from, int to) {
    for (int i = from; i < to; i++) {
      Author me = authors.get(i % authors.size());
      String added = key(i);
      set = set.add(me, added);
      live.add(added);
      count(me.id());
      if (live.size() > LIVE) {
        Collections.swap(live, random.nextInt(live.size()), LIVE);
        set = set.remove(live.remove(LIVE));
        count(me.id());
      }
    }
  }

  private void count(ReplicaId id) {
    Version.Entry before = versions.get(id);
    long count = before == null ? 1 : before.count() + 1;
    versions.put(id, new Version.Entry(count, tags.nextInt() >>> 1));
  }

  private static String key(int number) {
    byte[] digest = md5().digest(("k" + number).getBytes(StandardCharsets.UTF_8));
    return Base64.getEncoder().encodeToString(digest).substring(0, 16);
  }

  private static MessageDigest md5() {
    try {
      return MessageDigest.getInstance("MD5");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK must have MD5", e);
    }
  }

  private void editOfALargeSet() throws JsonProcessingException {
    Replica<ORSet<String>> replica =
        Replica.of(ReplicaId.of("A"), ORSet.empty(), NOON, new Random(2));
    List<String> elements = IntStream.range(0, 1_000_000).mapToObj(SizesTest::name).toList();
    replica.update((set, me) -> set.addAll(me, elements));
    Version before = replica.version();
    ORSet<String> state = replica.state();
    replica.update((set, me) -> set.add(me, key(KEYS)));
    row("the delta of one add to a set of 1,000,000", replica.state().deltaSince(state), 100);
    row("`Changes` of that add", replica.changesSince(before), 200);
  }

  private static String name(int number) {
    return "e" + number;
  }

  private void row(String what, Object value, int budget) throws JsonProcessingException {
    byte[] bytes = cbor.writeValueAsBytes(value);
    String text = json.writeValueAsString(value);
    assertThat(bytes.length).as(what).isLessThanOrEqualTo(budget);
    table.add(
        String.format(
            Locale.ROOT,
            "| %s | %,d B | %,d B | ≤ %,d B |",
            what,
            bytes.length,
            text.getBytes(StandardCharsets.UTF_8).length,
            budget));
  }
}
