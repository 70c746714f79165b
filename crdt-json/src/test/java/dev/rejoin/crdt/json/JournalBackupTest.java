package dev.rejoin.crdt.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rejoin.crdt.ORSet;
import dev.rejoin.crdt.ReplicaId;
import dev.rejoin.crdt.sync.Replica;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Backups of a journal on a file system that gives the key of a file to the next one, too. */
class JournalBackupTest {

  private final JournalLab lab = new JournalLab();
  private final ReusingDisk disk = new ReusingDisk();

  @TempDir Path folder;

  /** Gives all journals one key, and writes nothing any more once its process is dead. */
  private static final class ReusingDisk implements Disk {

    private boolean isDead;

    @Override
    public String key(Path file) {
      return file.endsWith("journal.jsonl.new")
          ? JournalLab.JOURNAL
          : file.getFileName().toString();
    }

    @Override
    public void cut(RandomAccessFile file, long length) throws IOException {
      if (isDead) {
        throw new IOException("dead");
      }
      Disk.super.cut(file, length);
    }
  }

  private Replica<ORSet<String>> open() {
    return lab.open(folder, Durability.EACH_UPDATE, disk);
  }

  private static void die(Replica<ORSet<String>> replica, ReusingDisk disk) {
    disk.isDead = true;
    assertThatThrownBy(replica::close).isInstanceOf(UncheckedIOException.class);
    disk.isDead = false;
  }

  @Test
  void oneFromBeforeTheJournalWasWrittenAnewTakesAFreshId() throws IOException {
    Path journal = folder.resolve(JournalLab.JOURNAL);
    Replica<ORSet<String>> replica = open();
    ReplicaId id = replica.id();
    for (int i = 0; i < 4; i++) {
      JournalLab.add(replica, i + "x".repeat(20_000));
    }
    byte[] backup = Files.readAllBytes(journal);
    JournalLab.add(replica, "a");
    assertThat(JournalLab.lines(folder)).anyMatch(line -> line.contains("compacted"));
    die(replica, disk);
    JournalLab.overwrite(journal, backup);

    try (Replica<ORSet<String>> again = open()) {
      assertThat(again.id()).isNotEqualTo(id);
      assertThat(again.state().size()).isEqualTo(4);
    }
  }

  @Test
  void whoDiedGoesOnUnderTheSameId() {
    Replica<ORSet<String>> replica = open();
    JournalLab.add(replica, "a");
    die(replica, disk);

    try (Replica<ORSet<String>> again = open()) {
      assertThat(again.id()).isEqualTo(replica.id());
      assertThat(again.state().elements()).containsExactly("a");
    }
  }

  @Test
  void oneFromAnEarlierOpeningTakesAFreshId() throws IOException {
    Path journal = folder.resolve(JournalLab.JOURNAL);
    try (Replica<ORSet<String>> replica = open()) {
      JournalLab.add(replica, "a");
    }
    byte[] backup = Files.readAllBytes(journal);
    Replica<ORSet<String>> replica = open();
    JournalLab.add(replica, "b");
    die(replica, disk);
    JournalLab.overwrite(journal, backup);

    try (Replica<ORSet<String>> again = open()) {
      assertThat(again.id()).isNotEqualTo(replica.id());
    }
  }
}
