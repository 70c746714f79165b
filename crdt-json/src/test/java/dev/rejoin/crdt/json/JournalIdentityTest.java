package dev.rejoin.crdt.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rejoin.crdt.ORSet;
import dev.rejoin.crdt.ReplicaId;
import dev.rejoin.crdt.sync.Replica;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An id is kept by the very files that were written last, and by no others. */
class JournalIdentityTest {

  private static final Disk WITHOUT_KEYS =
      new Disk() {
        @Override
        public @Nullable String key(Path file) {
          return null;
        }
      };

  private final JournalLab lab = new JournalLab();

  @TempDir Path temp;
  private Path folder;
  private Path journal;
  private Path lock;
  private ReplicaId id = ReplicaId.random();

  @BeforeEach
  void writeJournal() {
    folder = temp.resolve("folder");
    journal = folder.resolve(JournalLab.JOURNAL);
    lock = folder.resolve(JournalLab.LOCK);
    try (Replica<ORSet<String>> replica = lab.open(folder)) {
      JournalLab.add(replica, "a", "b");
      id = replica.id();
    }
  }

  private void assertId(boolean isKept, Path opened) {
    try (Replica<ORSet<String>> replica = lab.open(opened)) {
      assertThat(replica.id().equals(id)).isEqualTo(isKept);
      assertThat(replica.state().contains("a")).isTrue();
    }
  }

  @Test
  void theVeryFilesKeepTheIdAlsoWhenTheirFolderIsRenamed() throws IOException {
    assertId(true, folder);
    Path renamed = Files.move(folder, temp.resolve("renamed"));

    assertId(true, renamed);
  }

  @Test
  void aCopyTakesAFreshIdAndKeepsThat() throws IOException {
    Path copy = temp.resolve("copy");
    JournalLab.copy(folder, copy);
    ReplicaId fresh;
    try (Replica<ORSet<String>> replica = lab.open(copy)) {
      JournalLab.add(replica, "c");
      fresh = replica.id();
    }

    assertThat(fresh).isNotEqualTo(id);
    try (Replica<ORSet<String>> again = lab.open(copy)) {
      assertThat(again.id()).isEqualTo(fresh);
    }
    assertId(true, folder);
  }

  @Test
  void aBackupPutInTheirPlaceTakesAFreshId() throws IOException {
    Path backup = temp.resolve("backup");
    JournalLab.copy(folder, backup);
    lab.write(folder, "c");
    Files.delete(journal);
    Files.delete(lock);
    Files.delete(folder);
    JournalLab.copy(backup, folder);

    assertId(false, folder);
  }

  @Test
  void aBackupWrittenOverThemTakesAFreshId() throws IOException {
    byte[] oldJournal = Files.readAllBytes(journal);
    byte[] oldLock = Files.readAllBytes(lock);
    lab.write(folder, "c");
    JournalLab.awaitLaterThan(lock, temp.resolve("probe"));
    JournalLab.overwrite(journal, oldJournal);
    JournalLab.overwrite(lock, oldLock);

    assertId(false, folder);
  }

  @Test
  void theSameBytesWrittenOverTheLockTakeAFreshId() throws IOException {
    JournalLab.awaitLaterThan(lock, temp.resolve("probe"));
    JournalLab.overwrite(lock, Files.readAllBytes(lock));

    assertId(false, folder);
  }

  @Test
  void anOlderJournalWrittenOverTheOneThatWasClosedTakesAFreshId() throws IOException {
    byte[] old;
    try (Replica<ORSet<String>> replica = lab.open(folder)) {
      JournalLab.add(replica, "c");
      old = Files.readAllBytes(journal);
      JournalLab.add(replica, "d");
    }
    JournalLab.overwrite(journal, old);

    assertId(false, folder);
  }

  @Test
  void aJournalThatIsAnotherFileTakesAFreshId() throws IOException {
    Path copy = Files.copy(journal, folder.resolve("copy"));
    Files.move(copy, journal, StandardCopyOption.REPLACE_EXISTING);

    assertId(false, folder);
  }

  @Test
  void aLockThatIsAnotherFileTakesAFreshId() throws IOException {
    Path copy = Files.copy(lock, folder.resolve("copy"));
    Files.move(copy, lock, StandardCopyOption.REPLACE_EXISTING);

    assertId(false, folder);
  }

  @Test
  void whereFilesHaveNoKeysEveryOpeningTakesAFreshId() {
    for (int i = 0; i < 3; i++) {
      try (Replica<ORSet<String>> replica =
          lab.open(folder, Durability.EACH_UPDATE, WITHOUT_KEYS)) {
        JournalLab.add(replica, "c" + i);
        assertThat(replica.version().count(replica.id())).isEqualTo(1);
      }
    }
    try (Replica<ORSet<String>> replica = lab.open(folder)) {
      assertThat(replica.version().entries()).hasSize(4);
    }
  }

  @Test
  void whoWasNotClosedKeepsTheIdIfEachUpdateWasForced() throws Exception {
    assertThat(DyingProcess.run(folder, Durability.EACH_UPDATE, "c")).isEqualTo(id);

    try (Replica<ORSet<String>> again = lab.open(folder)) {
      assertThat(again.id()).isEqualTo(id);
      assertThat(again.state().elements()).containsExactly("a", "b", "c");
    }
  }

  @Test
  void whoWasNotClosedTakesAFreshIdIfNothingWasForced() throws Exception {
    assertThat(DyingProcess.run(folder, Durability.ON_CLOSE, "c")).isEqualTo(id);

    try (Replica<ORSet<String>> again = lab.open(folder)) {
      assertThat(again.id()).isNotEqualTo(id);
      assertThat(again.state().elements()).containsExactly("a", "b", "c");
    }
  }

  @Test
  void whoWasClosedKeepsTheIdEitherWay() {
    try (Replica<ORSet<String>> replica = lab.open(folder, Durability.ON_CLOSE, Disk.REAL)) {
      JournalLab.add(replica, "c");
      assertThat(replica.id()).isEqualTo(id);
    }

    assertId(true, folder);
  }
}
