package dev.rejoin.crdt.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rejoin.crdt.ORSet;
import dev.rejoin.crdt.sync.Replica;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a disk that fails, or is full, leaves behind. */
class JournalFailureTest {

  private static final int UPDATES = 7; // the fifth finds the journal to be bulky
  private static final int NEVER = Integer.MAX_VALUE;

  private final JournalLab lab = new JournalLab();

  @TempDir Path temp;

  /** What was done, and what was tried when a step failed. */
  private final class Run {

    final Set<String> done = new HashSet<>();
    final Set<String> possible = new HashSet<>();
    boolean isBroken;
    boolean wasLastDone;

    /** Returns what may be there all the same: nothing that was followed by another update. */
    Set<String> mayBeThere() {
      return isBroken || !wasLastDone ? possible : Set.of();
    }

    void on(Path folder, FailingDisk disk) {
      try (Replica<ORSet<String>> replica = lab.open(folder, Durability.EACH_UPDATE, disk)) {
        for (int i = 0; i < UPDATES; i++) {
          update(replica, i + "x".repeat(20_000));
        }
      } catch (UncheckedIOException e) {
        assertThat(e).hasRootCauseMessage("No space left on device");
      }
    }

    private void update(Replica<ORSet<String>> replica, String element) {
      ORSet<String> before = replica.state();
      wasLastDone = false;
      try {
        JournalLab.add(replica, element);
        assertThat(isBroken).isFalse();
        done.add(element);
        wasLastDone = true;
      } catch (UncheckedIOException e) {
        assertThat(replica.state()).isSameAs(before);
        possible.add(element);
      } catch (IllegalStateException e) {
        assertThat(e)
            .hasMessageContaining(
                " must be closed and opened again, since it is unknown what the disk holds");
        isBroken = true;
      }
    }
  }

  @ParameterizedTest
  @EnumSource(FailingDisk.Fault.class)
  void aStepThatFailsLosesNothingAndBringsNothingBack(FailingDisk.Fault fault) {
    FailingDisk sound = new FailingDisk(NEVER, fault);
    new Run().on(temp.resolve("sound"), sound);

    for (int failing = 1; failing <= sound.steps(); failing++) {
      Path folder = temp.resolve("step" + failing);
      Run run = new Run();
      run.on(folder, new FailingDisk(failing, fault));

      try (Replica<ORSet<String>> again = lab.open(folder)) {
        Set<String> kept = again.state().elements().toJavaSet();
        assertThat(kept).as("step %s", failing).containsAll(run.done);
        kept.removeAll(run.done);
        assertThat(kept).as("step %s", failing).isSubsetOf(run.mayBeThere());
        JournalLab.add(again, "afterwards");
      }
      try (Replica<ORSet<String>> again = lab.open(folder)) {
        assertThat(again.state().contains("afterwards")).isTrue();
        assertThat(again.state().elements().toJavaSet()).containsAll(run.done);
      }
    }
  }

  @Test
  void anUpdateThatCannotBeWrittenCanBeMadeAgain() {
    FailingDisk sound = new FailingDisk(NEVER, FailingDisk.Fault.UNDONE);
    try (Replica<ORSet<String>> replica =
        lab.open(temp.resolve("sound"), Durability.EACH_UPDATE, sound)) {
      JournalLab.add(replica, "a");
    }
    int lastWrite = sound.steps() - 6; // before it is forced, and sealed in five steps
    FailingDisk full = new FailingDisk(lastWrite, FailingDisk.Fault.HALF_DONE);
    Path folder = temp.resolve("full");

    try (Replica<ORSet<String>> replica = lab.open(folder, Durability.EACH_UPDATE, full)) {
      assertThatThrownBy(() -> JournalLab.add(replica, "a"))
          .isInstanceOf(UncheckedIOException.class)
          .hasMessage("journal in " + folder + " cannot be written");
      assertThat(replica.state().isEmpty()).isTrue();
      JournalLab.add(replica, "b");
    }

    try (Replica<ORSet<String>> again = lab.open(folder)) {
      assertThat(again.state().elements()).containsExactly("b");
    }
  }

  @Test
  void anInterruptedThreadWritesAllTheSame() {
    Path folder = temp.resolve("interrupted");
    Thread.currentThread().interrupt();
    try (Replica<ORSet<String>> replica = lab.open(folder)) {
      JournalLab.add(replica, "a", "b");
    }

    assertThat(Thread.interrupted()).isTrue();
    try (Replica<ORSet<String>> again = lab.open(folder)) {
      assertThat(again.state().elements()).containsExactly("a", "b");
    }
  }
}
