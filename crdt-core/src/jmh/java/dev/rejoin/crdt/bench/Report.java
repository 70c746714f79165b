package dev.rejoin.crdt.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Makes the README's figures and the pictures from the results that are kept. */
final class Report {

  private static final String RESULTS = "src/jmh/results/";

  private final Path module;

  Report(Path module) {
    this.module = module;
  }

  /** Writes the figures into the README, and the pictures beside the results. */
  void write() throws IOException {
    for (Map.Entry<Path, String> text : texts().entrySet()) {
      Files.writeString(text.getKey(), text.getValue());
      System.out.println("written: " + text.getKey());
    }
  }

  /**
   * Fails unless the README and the pictures are what {@link #write} would write.
   *
   * @throws IllegalStateException if they are not
   */
  void check() throws IOException {
    List<Path> other =
        texts().entrySet().stream()
            .filter(text -> !text.getValue().equals(read(text.getKey())))
            .map(Map.Entry::getKey)
            .toList();
    if (!other.isEmpty()) {
      throw new IllegalStateException(
          "these must be what the results give, but are not: " + other + "; run -Dbench=table");
    }
  }

  private static String read(Path file) {
    try {
      return Files.exists(file) ? Files.readString(file) : "";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Map<Path, String> texts() throws IOException {
    Path folder = module.resolve(RESULTS);
    Results results = Results.read(folder.resolve("full.json"));
    results.requireFullRunOf(Digest.of(module));
    Reasons reasons = new Reasons(Files.readAllLines(folder.resolve("missed.txt")));
    String table = new Table(Budget.all(), results, reasons).markdown();
    Path readme = module.resolve("..").resolve("README.md").normalize();
    Map<Path, String> texts = new LinkedHashMap<>();
    texts.put(readme, Readme.with(Files.readString(readme), table + "\n" + pictures()));
    texts.put(folder.resolve("size.svg"), bySize(results).svg());
    texts.put(folder.resolve("changes.svg"), byChanges(results).svg());
    return texts;
  }

  private static String pictures() {
    return """
        ![Time of each call against the number of elements, Rejoin and Pekko](crdt-core/%1$ssize.svg)

        ![Time of each call against the number of changes, Rejoin and Pekko](crdt-core/%1$schanges.svg)
        """
        .formatted(RESULTS);
  }

  private static Chart bySize(Results results) {
    return new Chart(
        "Time of each call against the number of elements; both axes logarithmic",
        "elements",
        panels(Curve.bySize(), results));
  }

  private static Chart byChanges(Results results) {
    return new Chart(
        "Time of each call against the number of changes, in a set of 100,000 elements; both axes logarithmic",
        "changes",
        panels(Curve.byChanges(), results));
  }

  private static List<Chart.Panel> panels(List<Curve> curves, Results results) {
    return curves.stream()
        .map(
            curve ->
                new Chart.Panel(
                    curve.title(),
                    medians(curve.ours(), results),
                    medians(curve.pekko(), results)))
        .toList();
  }

  private static SortedMap<Integer, Double> medians(Map<Integer, Task> tasks, Results results) {
    SortedMap<Integer, Double> medians = new TreeMap<>();
    tasks.forEach((n, task) -> medians.put(n, results.time(task).median()));
    return medians;
  }
}
