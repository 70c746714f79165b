package dev.rejoin.crdt.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rejoin.crdt.json.EditingProcess.Pace;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What is left of a process that is killed while it writes. The system property {@code
 * crdt.journal.seeds} says how many times ten are killed.
 */
class JournalKillTest {

  private static final List<Pace> PACES =
      List.of(Pace.SLOW, Pace.QUICK, Pace.SLOW, Pace.WHOLE, Pace.SLOW);

  @TempDir Path temp;

  private static LongStream seeds() {
    return LongStream.rangeClosed(1, Integer.getInteger("crdt.journal.seeds", 1));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void whoIsKilledHasKeptEveryEditThatItAcknowledged(long seed) throws Exception {
    Killing killing = new Killing(temp, false, seed);
    for (int i = 0; i < 10; i++) {
      killing.kill(PACES.get(i % PACES.size()));
    }

    System.out.printf(
        "seed %d: 10 killed after %d edits, %d of them within a line, under %d ids%n",
        seed, killing.made(), killing.torn(), killing.kept().ids());
    assertThat(killing.kept().faults()).isEmpty();
    assertThat(killing.torn()).isPositive();
    assertThat(killing.kept().ids()).isBetween(2, 9);
  }

  /** Shows that the test above would find a journal that writes too late. */
  @Test
  void whoAcknowledgesBeforeItWritesIsFoundOut() throws Exception {
    Killing killing = new Killing(temp, true, 1);
    killing.kill(Pace.WHOLE);
    killing.kill(Pace.WHOLE);

    assertThat(killing.kept().faults()).anyMatch(fault -> fault.startsWith("lacks "));
  }
}
