package dev.rejoin.crdt.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.rejoin.crdt.Author;
import dev.rejoin.crdt.Crdt;
import dev.rejoin.crdt.LWWMap;
import dev.rejoin.crdt.ORMap;
import dev.rejoin.crdt.ORSet;
import dev.rejoin.crdt.ReplicaId;
import dev.rejoin.crdt.sync.Changes;
import dev.rejoin.crdt.sync.Replica;
import dev.rejoin.crdt.sync.Version;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.SplittableRandom;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {

  private final JournalLab lab = new JournalLab();

  @TempDir Path folder;

  @Test
  void theExampleKeepsWhatItAdds() {
    TypeReference<ORSet<String>> type = new TypeReference<>() {};
    try (Replica<ORSet<String>> phone = Replica.open(Journal.open(folder, type), ORSet.empty())) {
      phone.update((list, me) -> list.add(me, "milk"));
    }

    try (Replica<ORSet<String>> again = Replica.open(Journal.open(folder, type), ORSet.empty())) {
      assertThat(again.state().elements()).containsExactly("milk");
    }
  }

  private <S extends Crdt<S>> void assertKept(
      TypeReference<S> type, S empty, BiFunction<S, Author, S> edit) {
    ReplicaId id;
    S state;
    Version version;
    try (Replica<S> replica = Replica.open(Journal.open(folder, type), empty)) {
      replica.update(edit);
      state = replica.update(edit);
      version = replica.version();
      id = replica.id();
    }

    try (Replica<S> again = Replica.open(Journal.open(folder, type), empty)) {
      assertThat(again.state()).isEqualTo(state);
      assertThat(again.version()).isEqualTo(version);
      assertThat(again.id()).isEqualTo(id);
      assertThat(again.update(edit)).isNotEqualTo(state);
    }
  }

  @Test
  void setsAreKept() {
    assertKept(
        JournalLab.SET, ORSet.<String>empty(), (set, me) -> set.clear().add(me, "\n\u2028é"));
  }

  @Test
  void recordsAreKept() {
    assertKept(
        new TypeReference<Todo>() {},
        Todo.EMPTY,
        (todo, me) -> todo.titled(me, "tea").voted(me, 2));
  }

  @Test
  void tablesAreKept() {
    assertKept(
        CausalSamples.TODOS,
        ORMap.<String, Todo>empty(),
        (todos, me) -> todos.update(me, "1", Todo.EMPTY, (todo, author) -> todo.voted(author, 1)));
  }

  @Test
  void theFileSaysWhatHappened() throws IOException {
    try (Replica<ORSet<String>> replica = lab.open(folder)) {
      JournalLab.add(replica, "milk");
      replica.update((set, me) -> set.remove("milk"));
    }

    assertThat(JournalLab.lines(folder))
        .hasSize(4)
        .allMatch(line -> line.matches("[0-9a-f]{8} \\{.*}"))
        .satisfiesExactly(
            opened ->
                assertThat(opened)
                    .containsPattern(
                        "^\\w+ \\{\"journal\":1,\"replica\":\"[\\w-]{22}\","
                            + "\"durability\":\"EACH_UPDATE\",\"witness\":\\[\"[^]]*\"]}$"),
            added ->
                assertThat(added)
                    .containsPattern(
                        "^\\w+ \\{\"version\":\\{\"[\\w-]{22}\":\\[1,\\d+]},\"delta\":\\{"
                            + "\"type\":\"ORSet\",.*\"live\":\\[\\[0,\"milk\",1]]}}$"),
            removed -> assertThat(removed).contains(":[2,").endsWith("\"live\":[]}}"),
            closed -> assertThat(closed).contains("{\"closed\":true,\"witness\":["));
  }

  @Test
  void whoOnlyLooksLeavesNoTrace() throws IOException {
    lab.write(folder, "milk");
    byte[] journal = Files.readAllBytes(folder.resolve(JournalLab.JOURNAL));
    byte[] lock = Files.readAllBytes(folder.resolve(JournalLab.LOCK));
    Replica<ORSet<String>> first = lab.open(folder);
    ReplicaId id = first.id();
    first.close();

    try (Replica<ORSet<String>> again = lab.open(folder)) {
      assertThat(again.id()).isEqualTo(id);
    }
    assertThat(folder.resolve(JournalLab.JOURNAL)).hasBinaryContent(journal);
    assertThat(folder.resolve(JournalLab.LOCK)).hasBinaryContent(lock);
  }

  @Test
  void pastStatesAreKeptSoThatPeersAreSentLittle() {
    Version behind;
    try (Replica<ORSet<String>> replica = lab.open(folder)) {
      JournalLab.add(replica, "a", "b", "c", "d", "e", "f");
      behind = replica.version();
      JournalLab.add(replica, "g");
    }

    try (Replica<ORSet<String>> again = lab.open(folder)) {
      Changes<ORSet<String>> changes = again.changesSince(behind);
      assertThat(changes.since()).isEqualTo(behind);
      assertThat(changes.delta().elements()).containsExactly("g");
    }
  }

  @Test
  void whatOthersSentIsKept() {
    Replica<ORSet<String>> tablet = Replica.of(Samples.TABLET, ORSet.<String>empty());
    JournalLab.add(tablet, "tea", "eggs");
    try (Replica<ORSet<String>> replica = lab.open(folder)) {
      JournalLab.add(replica, "milk");
      replica.merge(tablet.snapshot());
    }

    try (Replica<ORSet<String>> again = lab.open(folder)) {
      assertThat(again.state().elements()).containsExactly("eggs", "milk", "tea");
      assertThat(again.version().count(Samples.TABLET)).isEqualTo(2);
    }
  }

  @Test
  void stampsGoUpwardsThoughTheClockWasSetBack() {
    TypeReference<LWWMap<String, String>> type = new TypeReference<>() {};
    LWWMap<String, String> empty = LWWMap.empty();
    Clock past = Clock.fixed(Instant.parse("2016-05-04T06:30:00Z"), ZoneOffset.UTC);
    try (Replica<LWWMap<String, String>> replica =
        Replica.open(Journal.open(folder, type), empty)) {
      replica.update((map, me) -> map.put(me, "a", "x"));
    }

    try (Replica<LWWMap<String, String>> again =
        Replica.open(Journal.open(folder, type), empty, past, new SplittableRandom(1))) {
      LWWMap<String, String> map = again.update((now, me) -> now.put(me, "b", "y"));
      assertThat(map.timestamp("b").get()).isGreaterThan(map.timestamp("a").get());
    }
  }
}
