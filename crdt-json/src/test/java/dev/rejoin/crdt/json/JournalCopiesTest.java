package dev.rejoin.crdt.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rejoin.crdt.ORSet;
import dev.rejoin.crdt.ReplicaId;
import dev.rejoin.crdt.sync.Outcome;
import dev.rejoin.crdt.sync.Replica;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Copies of one journal that are all used, and then sync. */
class JournalCopiesTest {

  private final JournalLab lab = new JournalLab();

  @TempDir Path temp;

  /** Syncs each with each, until there is no news. */
  private static void sync(List<Replica<ORSet<String>>> replicas) {
    boolean isNews = true;
    for (int round = 0; isNews && round < 10; round++) {
      isNews = false;
      for (Replica<ORSet<String>> from : replicas) {
        for (Replica<ORSet<String>> to : replicas) {
          isNews |= from != to && to.merge(from.changesSince(to.version())) != Outcome.KNOWN;
        }
      }
    }
    assertThat(isNews).isFalse();
  }

  private static void addSome(Replica<ORSet<String>> replica, String name, int count) {
    for (int i = 0; i < count; i++) {
      JournalLab.add(replica, name + i);
    }
  }

  private void assertNothingIsLost(Path one, Path other, int ofOne, int ofOther) {
    Replica<ORSet<String>> third = Replica.of(Samples.TABLET, ORSet.<String>empty());
    try (Replica<ORSet<String>> first = lab.open(one);
        Replica<ORSet<String>> second = lab.open(other)) {
      addSome(first, "one", ofOne);
      addSome(second, "other", ofOther);
      addSome(third, "third", 1);
      TreeSet<String> all = new TreeSet<>(first.state().elements().toJavaSet());
      all.addAll(second.state().elements().toJavaSet());
      all.addAll(third.state().elements().toJavaSet());

      sync(List.of(first, second, third));

      assertThat(first.id()).isNotEqualTo(second.id());
      for (Replica<ORSet<String>> replica : List.of(first, second, third)) {
        assertThat(replica.state().elements()).containsExactlyElementsOf(all);
        assertThat(replica.version()).isEqualTo(first.version());
        assertThat(replica.state()).isEqualTo(first.state());
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"0,0", "0,2", "2,0", "1,3", "2,2", "3,1"})
  void aCopyAndTheOriginalAreTwo(int ofOriginal, int ofCopy) {
    Path original = temp.resolve("original");
    Path copy = temp.resolve("copy");
    lab.write(original, "a", "b");
    JournalLab.copy(original, copy);

    assertNothingIsLost(original, copy, ofOriginal, ofCopy);
    assertNothingIsLost(copy, original, ofOriginal, ofCopy);
  }

  @Test
  void twoCopiesAreTwo() {
    Path original = temp.resolve("original");
    lab.write(original, "a", "b");
    JournalLab.copy(original, temp.resolve("copy1"));
    JournalLab.copy(original, temp.resolve("copy2"));

    assertNothingIsLost(temp.resolve("copy1"), temp.resolve("copy2"), 2, 2);
  }

  @ParameterizedTest
  @CsvSource({"0", "1", "2", "3"})
  void aBackupThatIsEditedBeforeItSyncsLosesNothingThatOthersHave(int ofBackup) throws IOException {
    Path folder = temp.resolve("folder");
    Path backup = temp.resolve("backup");
    lab.write(folder, "a", "b");
    JournalLab.copy(folder, backup);
    lab.write(folder, "c", "d");
    Path peer = temp.resolve("peer");
    JournalLab.copy(folder, peer);
    for (String name : List.of(JournalLab.JOURNAL, JournalLab.LOCK)) {
      Files.delete(folder.resolve(name));
    }
    Files.delete(folder);
    JournalLab.copy(backup, folder);

    assertNothingIsLost(folder, peer, ofBackup, 1);
  }

  /** What cannot be told from the very files is found out when others send what they have. */
  @Test
  void anOlderJournalPutBackAfterACrashIsFoundOut() throws Exception {
    Path folder = temp.resolve("folder");
    Path journal = folder.resolve(JournalLab.JOURNAL);
    ReplicaId id = DyingProcess.run(folder, Durability.EACH_UPDATE, "a", "b");
    byte[] whole = Files.readAllBytes(journal);
    JournalLab.copy(folder, temp.resolve("peer"));
    int lastLine = JournalLab.lines(folder).get(2).length() + 1;
    JournalLab.overwrite(journal, Arrays.copyOf(whole, whole.length - lastLine));

    try (Replica<ORSet<String>> peer = lab.open(temp.resolve("peer"));
        Replica<ORSet<String>> replica = lab.open(folder)) {
      assertThat(replica.id()).isEqualTo(id);
      JournalLab.add(replica, "c");

      assertThat(replica.merge(peer.snapshot())).isEqualTo(Outcome.NEW_ID);
      sync(List.of(peer, replica));

      assertThat(replica.id()).isNotEqualTo(id);
      assertThat(replica.state()).isEqualTo(peer.state());
      assertThat(replica.state().contains("a")).isTrue();
    }
  }
}
