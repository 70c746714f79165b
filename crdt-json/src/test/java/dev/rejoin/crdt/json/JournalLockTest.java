package dev.rejoin.crdt.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rejoin.crdt.ORSet;
import dev.rejoin.crdt.sync.Replica;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalLockTest {

  private final JournalLab lab = new JournalLab();

  @TempDir Path folder;

  /** Tries to open a journal in another process. */
  static final class Other {

    private Other() {}

    public static void main(String[] arguments) {
      try {
        Journal.open(Path.of(arguments[0]), JournalLab.SET).close();
        System.out.print("opened");
      } catch (IllegalStateException e) {
        System.out.print(e.getMessage());
      }
    }
  }

  private String openedByAnotherProcess() throws IOException, InterruptedException {
    return DyingProcess.outputOf(Other.class, List.of(folder.toString()));
  }

  private void assertOpenAlready(Path path) {
    assertThatThrownBy(() -> Journal.open(path, JournalLab.SET))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("journal must be opened once at a time, but " + path + " is open already");
  }

  @Test
  void aJournalIsOpenedOnceAtATimeByWhateverPath() throws IOException {
    Path real = folder.resolve("real");
    Path link = folder.resolve("link");
    try (Replica<ORSet<String>> replica = lab.open(real)) {
      Files.createSymbolicLink(link, real);

      assertOpenAlready(real);
      assertOpenAlready(link);
      assertThatThrownBy(() -> Journal.salvage(real)).isInstanceOf(IllegalStateException.class);
      JournalLab.add(replica, "milk");
    }

    try (Replica<ORSet<String>> again = lab.open(link)) {
      assertThat(again.state().elements()).containsExactly("milk");
    }
  }

  /** Closing a second channel on the lock would have released it for all other processes. */
  @Test
  void otherProcessesAreKeptOutAlsoAfterAnAttemptInThisOne() throws Exception {
    try (Replica<ORSet<String>> replica = lab.open(folder)) {
      assertOpenAlready(folder);

      assertThat(openedByAnotherProcess())
          .isEqualTo("journal must be opened once at a time, but " + folder + " is open already");
      JournalLab.add(replica, "milk");
    }
    assertThat(openedByAnotherProcess()).isEqualTo("opened");
  }

  @Test
  void aJournalThatCannotBeReadIsLetGo() throws IOException {
    Files.write(
        folder.resolve(JournalLab.JOURNAL),
        JournalScan.line("{\"closed\":true}".getBytes(StandardCharsets.UTF_8)));
    assertThatThrownBy(() -> lab.open(folder))
        .hasMessage(
            folder.resolve(JournalLab.JOURNAL)
                + " cannot be read at byte 0: somebody must begin to write before anything is"
                + " written (line 1)");
    Files.delete(folder.resolve(JournalLab.JOURNAL));

    lab.write(folder, "milk");
  }

  @Test
  void aStoreServesOneReplicaOnce() {
    Journal<ORSet<String>> journal = Journal.open(folder, JournalLab.SET);
    Replica<ORSet<String>> replica = lab.open(journal);

    assertThatThrownBy(() -> journal.open(changes -> {}))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("journal in " + folder + " must be opened by one replica only, once");
    replica.close();
    assertThatThrownBy(() -> journal.open(changes -> {})).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> JournalLab.add(replica, "milk"))
        .isInstanceOf(IllegalStateException.class);
  }
}
