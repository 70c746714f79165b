package dev.rejoin.crdt.bench;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Measures: the types ({@code full}), replicas that sync ({@code sync}), what the budgets are about
 * ({@code quick}), or everything for a moment only, to see that it runs ({@code smoke}); the
 * figures go to {@code target/jmh}. Or writes the README's figures and the pictures from the results
 * that are kept ({@code table}), or compares them ({@code check}).
 */
public final class Benchmarks {

  private Benchmarks() {}

  /** Does what the argument says, in the folder of the module. */
  public static void main(String[] args) throws IOException, InterruptedException {
    Path module = Path.of("");
    String what = String.join(" ", args);
    switch (what) {
      case "table" -> new Report(module, Suite.all()).write();
      case "check" -> new Report(module, Suite.all()).check();
      default -> Run.of(Plan.of(what), module);
    }
  }
}
