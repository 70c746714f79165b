package dev.rejoin.crdt.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rejoin.crdt.ORSet;
import dev.rejoin.crdt.ReplicaId;
import dev.rejoin.crdt.sync.Outcome;
import dev.rejoin.crdt.sync.Replica;
import dev.rejoin.crdt.sync.Version;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalCompactionTest {

  private static final int SMALL = 1 << 16;

  private final JournalLab lab = new JournalLab();
  private int moves;

  @TempDir Path temp;
  private Path folder;
  private Path file;

  /** Counts how often a journal is written anew, which may fail. */
  private final class MovingDisk implements Disk {

    private boolean isFull;

    @Override
    public void move(Path from, Path to) throws IOException {
      moves++;
      if (isFull) {
        throw new IOException("no");
      }
      Disk.super.move(from, to);
    }
  }

  private final MovingDisk disk = new MovingDisk();

  @BeforeEach
  void nameFiles() {
    folder = temp.resolve("folder");
    file = folder.resolve(JournalLab.JOURNAL);
  }

  private Replica<ORSet<String>> open() {
    return lab.open(folder, Durability.ON_CLOSE, disk);
  }

  private static void addAndRemove(Replica<ORSet<String>> replica, int times) {
    for (int i = 0; i < times; i++) {
      String element = i + "x".repeat(1000);
      replica.update((set, me) -> set.add(me, element));
      replica.update((set, me) -> set.remove(element));
    }
  }

  @Test
  void whatHasGrownIsWrittenAnewWithAllThatCounts() throws IOException {
    ReplicaId id;
    Version version;
    try (Replica<ORSet<String>> replica = open()) {
      JournalLab.add(replica, "a");
      addAndRemove(replica, 200);
      version = replica.version();
      id = replica.id();
    }

    assertThat(moves).isBetween(2, 8);
    assertThat(Files.size(file)).isLessThan(2 * SMALL);
    assertThat(JournalLab.lines(folder)).anyMatch(line -> line.endsWith(" {\"compacted\":true}"));
    assertThat(folder.resolve("journal.jsonl.new")).doesNotExist();
    try (Replica<ORSet<String>> again = open()) {
      assertThat(again.state().elements()).containsExactly("a");
      assertThat(again.version()).isEqualTo(version);
      assertThat(again.id()).isEqualTo(id);
    }
  }

  @Test
  void howLargeItWasIsKnownAfterwards() throws IOException {
    try (Replica<ORSet<String>> replica = open()) {
      for (int i = 0; i < 40; i++) {
        JournalLab.add(replica, i + "x".repeat(5000));
      }
    }
    int before = moves;
    assertThat(before).isPositive();
    assertThat(Files.size(file)).isGreaterThan(3 * SMALL);

    for (int i = 0; i < 5; i++) {
      try (Replica<ORSet<String>> replica = open()) {
        JournalLab.add(replica, "a" + i);
      }
    }

    assertThat(moves).isEqualTo(before);
  }

  @Test
  void aFailedAttemptIsNotRepeatedBeforeItHasDoubled() throws IOException {
    try (Replica<ORSet<String>> replica = open()) {
      for (int i = 0; Files.size(file) <= SMALL; i++) {
        JournalLab.add(replica, i + "x".repeat(5000));
      }
      disk.isFull = true;
      assertThatThrownBy(() -> JournalLab.add(replica, "a"))
          .isInstanceOf(UncheckedIOException.class);
      assertThat(folder.resolve("journal.jsonl.new")).doesNotExist();

      JournalLab.add(replica, "b");
      addAndRemove(replica, 10);
      assertThat(moves).isEqualTo(1);
      disk.isFull = false;
      addAndRemove(replica, 60);
      assertThat(moves).isGreaterThan(1);
    }

    try (Replica<ORSet<String>> again = open()) {
      assertThat(again.state().elements()).contains("b").doesNotContain("a");
    }
  }

  @Test
  void aFreshIdIsWrittenAnewWithAllThereIs() {
    ReplicaId shared;
    ReplicaId fresh;
    ORSet<String> state;
    try (Replica<ORSet<String>> replica = open()) {
      JournalLab.add(replica, "a");
      shared = replica.id();
      Replica<ORSet<String>> other = Replica.of(shared, ORSet.<String>empty());
      JournalLab.add(other, "b", "c");

      assertThat(replica.merge(other.snapshot())).isEqualTo(Outcome.NEW_ID);
      assertThat(replica.merge(other.snapshot())).isEqualTo(Outcome.APPLIED);
      JournalLab.add(replica, "d");
      fresh = replica.id();
      state = replica.state();
    }

    assertThat(fresh).isNotEqualTo(shared);
    try (Replica<ORSet<String>> again = open()) {
      assertThat(again.id()).isEqualTo(fresh);
      assertThat(again.state()).isEqualTo(state);
      assertThat(again.version().count(shared)).isEqualTo(2);
    }
  }
}
