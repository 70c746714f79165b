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
  private final List<Suite> suites;

  Report(Path module, List<Suite> suites) {
    this.module = module;
    this.suites = suites;
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
    Map<Suite, Results> all = new LinkedHashMap<>();
    Map<String, String> missed = new LinkedHashMap<>();
    for (Suite suite : suites) {
      Results results = Results.read(folder.resolve(suite.name() + ".json"));
      results.requireRunOf(suite.name(), Digest.of(module, suite.sources()));
      missed.putAll(new Table(suite, results).missed());
      all.put(suite, results);
    }
    Reasons reasons = new Reasons(Files.readAllLines(folder.resolve("missed.txt")));
    reasons.requireExactly(missed);
    Path readme = module.resolve("..").resolve("README.md").normalize();
    String document = Files.readString(readme);
    Map<Path, String> texts = new LinkedHashMap<>();
    for (Map.Entry<Suite, Results> each : all.entrySet()) {
      Suite suite = each.getKey();
      String table = new Table(suite, each.getValue()).markdown(reasons);
      document = new Readme(suite.part()).with(document, table + pictures(suite));
      for (Suite.Picture picture : suite.pictures()) {
        texts.put(folder.resolve(picture.file()), chart(picture, each.getValue()).svg());
      }
    }
    texts.put(readme, document);
    return texts;
  }

  private static String pictures(Suite suite) {
    StringBuilder lines = new StringBuilder();
    for (Suite.Picture picture : suite.pictures()) {
      lines.append(
          "\n![Time of each call against the number of %s, Rejoin and Pekko](crdt-core/%s%s)\n"
              .formatted(picture.across(), RESULTS, picture.file()));
    }
    return lines.toString();
  }

  private static Chart chart(Suite.Picture picture, Results results) {
    return new Chart(
        picture.title() + "; both axes logarithmic",
        picture.across(),
        panels(picture.curves(), results));
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
