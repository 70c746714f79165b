package dev.rejoin.crdt.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rejoin.crdt.ORSet;
import dev.rejoin.crdt.ReplicaId;
import dev.rejoin.crdt.sync.Replica;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is left if the process dies at any step. */
class JournalCrashTest {

  private static final String LONG = "x".repeat(20_000);

  private final JournalLab lab = new JournalLab();
  private final Set<String> seen = new HashSet<>();
  private final List<Crash> crashes = new ArrayList<>();

  @TempDir Path temp;

  /** A copy of the folder as it was then, and what had been seen until then. */
  private record Crash(Path copy, Set<String> seen) {}

  /** Copies the folder before each step and in the middle of what is written. */
  private final class CopyingDisk implements Disk {

    private final Path folder;

    CopyingDisk(Path folder) {
      this.folder = folder;
    }

    private void copy() {
      if (Files.exists(folder)) {
        Path copy = temp.resolve("crash" + crashes.size());
        JournalLab.copy(folder, copy);
        crashes.add(new Crash(copy, Set.copyOf(seen)));
      }
    }

    @Override
    public void write(RandomAccessFile file, long at, byte[] bytes) throws IOException {
      copy();
      Disk.super.write(file, at, Arrays.copyOf(bytes, bytes.length / 2));
      copy();
      Disk.super.write(file, at, bytes);
      copy();
    }

    @Override
    public void force(RandomAccessFile file) {}

    @Override
    public void cut(RandomAccessFile file, long length) throws IOException {
      copy();
      Disk.super.cut(file, length);
    }

    @Override
    public void move(Path from, Path to) throws IOException {
      copy();
      Disk.super.move(from, to);
      copy();
    }

    @Override
    public void forceNames(Path names) {
      copy();
    }
  }

  @Test
  void whereverItDiesAllThatWasSeenIsThereUnderAFreshId() throws IOException {
    Path folder = temp.resolve("folder");
    ReplicaId id;
    try (Replica<ORSet<String>> replica =
        lab.open(folder, Durability.EACH_UPDATE, new CopyingDisk(folder))) {
      id = replica.id();
      for (int i = 0; i < 7; i++) {
        JournalLab.add(replica, i + LONG);
        seen.add(i + LONG);
      }
    }

    assertThat(crashes).hasSizeGreaterThan(40);
    assertThat(crashes).anyMatch(crash -> Files.exists(crash.copy.resolve("journal.jsonl.new")));
    for (Crash crash : crashes) {
      try (Replica<ORSet<String>> again = lab.open(crash.copy)) {
        Set<String> kept = again.state().elements().toJavaSet();
        assertThat(kept).containsAll(crash.seen).hasSizeLessThanOrEqualTo(crash.seen.size() + 1);
        assertThat(again.id()).isNotEqualTo(id);
      }
      assertThat(crash.copy.resolve("journal.jsonl.new")).doesNotExist();
    }
  }

  /** Writes down the steps, and leaves out what was written since it was last forced. */
  private static final class NotingDisk implements Disk {

    private final List<String> steps = new ArrayList<>();

    List<String> taken() {
      List<String> taken = List.copyOf(steps);
      steps.clear();
      return taken;
    }

    @Override
    public void write(RandomAccessFile file, long at, byte[] bytes) throws IOException {
      steps.add("write");
      Disk.super.write(file, at, bytes);
    }

    @Override
    public void force(RandomAccessFile file) throws IOException {
      steps.add("force");
      Disk.super.force(file);
    }

    @Override
    public void forceNames(Path folder) throws IOException {
      steps.add("names");
      Disk.super.forceNames(folder);
    }
  }

  @Test
  void eachUpdateIsForcedBeforeItIsSeen() {
    NotingDisk disk = new NotingDisk();
    try (Replica<ORSet<String>> replica =
        lab.open(temp.resolve("a"), Durability.EACH_UPDATE, disk)) {
      assertThat(disk.taken()).containsExactly("names", "force");
      replica.listen((before, after) -> assertThat(disk.taken()).endsWith("write", "force"));
      JournalLab.add(replica, "a", "b", "c");
      assertThat(disk.taken()).isEmpty();
    }
    assertThat(disk.taken()).containsExactly("write", "force", "write", "force");
  }

  @Test
  void updatesAreForcedOnCloseIfThatIsEnough() {
    NotingDisk disk = new NotingDisk();
    try (Replica<ORSet<String>> replica = lab.open(temp.resolve("a"), Durability.ON_CLOSE, disk)) {
      JournalLab.add(replica, "a");
      assertThat(disk.taken())
          .containsExactly("names", "write", "force", "write", "force", "names", "write");
      JournalLab.add(replica, "b", "c");
      assertThat(disk.taken()).containsExactly("write", "write");
    }
    assertThat(disk.taken()).containsExactly("write", "force", "write", "force");
  }
}
