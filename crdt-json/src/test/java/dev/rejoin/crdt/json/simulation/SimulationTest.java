package dev.rejoin.crdt.json.simulation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.LongStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Simulations from the seeds 1 to 20, or to {@code crdt.simulation.seeds} under the profile {@code
 * deep}. A seed that fails is in the name of the test; {@code crdt.simulation.first} runs it alone.
 */
class SimulationTest {

  private static final int EDITS = 10_000;

  @TempDir Path folder;

  static LongStream seeds() {
    long first = Long.getLong("crdt.simulation.first", 1);
    return LongStream.range(first, first + Long.getLong("crdt.simulation.seeds", 20));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void allDevicesEndEqualWithAllEdits(long seed) throws IOException {
    Simulation simulation = new Simulation(seed, folder);
    try {
      simulation.run(EDITS);
      simulation.checkHardship();
    } finally {
      simulation.close();
    }
  }
}
