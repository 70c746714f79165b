package dev.rejoin.crdt.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What was measured in one run, read back. */
final class Results {

  /**
   * What one benchmark came to.
   *
   * @param median nanoseconds for each call
   * @param error half of the interval that JMH gives, NaN if there were too few rounds
   * @param bytes allocated by each call
   * @param bytesError likewise
   */
  record Figure(double median, double error, double bytes, double bytesError) {}

  private final JsonNode file;
  private final Map<Task, Figure> times = new HashMap<>();

  private Results(JsonNode file) {
    this.file = file;
    for (JsonNode run : file.required("benchmarks")) {
      JsonNode time = run.required("primaryMetric");
      JsonNode bytes = run.required("secondaryMetrics").required("gc.alloc.rate.norm");
      times.put(
          task(run),
          new Figure(
              time.required("scorePercentiles").required("50.0").asDouble(),
              time.required("scoreError").asDouble(Double.NaN),
              bytes.required("score").asDouble(),
              bytes.required("scoreError").asDouble(Double.NaN)));
    }
  }

  /**
   * Reads the file of a run.
   *
   * @throws IllegalStateException if there is none
   */
  static Results read(Path file) throws IOException {
    if (!Files.exists(file)) {
      throw new IllegalStateException("results must be in " + file + ", but there is no such file");
    }
    return new Results(new ObjectMapper().readTree(file.toFile()));
  }

  private static Task task(JsonNode run) {
    Map<String, String> params = new TreeMap<>();
    run.path("params") // JMH leaves it out where there are none
        .fields()
        .forEachRemaining(p -> params.put(p.getKey(), p.getValue().asText()));
    String name = run.required("benchmark").asText();
    return new Task(name.substring(Task.PACKAGE.length()), new TreeMap<>(params));
  }

  /**
   * Fails unless this is a run of that plan, of which nothing failed, on sources of that digest.
   *
   * @throws IllegalStateException if it is not
   */
  void requireRunOf(String plan, String digest) {
    String actual = file.required("plan").asText();
    if (!actual.equals(plan)) {
      throw new IllegalStateException(
          "results must be of a %s run, were of %s".formatted(plan, actual));
    }
    if (!file.required("failed").isEmpty()) {
      throw new IllegalStateException(
          "results must be complete, but these failed: " + file.required("failed"));
    }
    String measured = file.required("digest").asText();
    if (!measured.equals(digest)) {
      throw new IllegalStateException(
          "the results of the %s run are older than the sources: measured %s, now %s"
              .formatted(plan, measured, digest));
    }
  }

  /**
   * Returns the figure of one benchmark.
   *
   * @throws IllegalStateException if it was not measured
   */
  Figure time(Task task) {
    Figure figure = times.get(task);
    if (figure == null) {
      throw new IllegalStateException("results must hold " + task + ", but do not");
    }
    return figure;
  }

  /**
   * Returns how many bytes a structure takes for each element, beyond the element.
   *
   * @throws IllegalStateException if it was not measured
   */
  double bytesPerElement(String structure, int elements) {
    for (JsonNode memory : file.required("memory")) {
      if (memory.required("structure").asText().equals(structure)
          && memory.required("elements").asInt() == elements) {
        return memory.required("bytesPerElement").asDouble();
      }
    }
    throw new IllegalStateException(
        "results must hold the memory of %s of %d, but do not".formatted(structure, elements));
  }

  /** Returns in two sentences how the figures were made. */
  String how() {
    JsonNode rounds = file.required("rounds");
    JsonNode machine = file.required("machine");
    JsonNode jdk = file.required("jdk");
    return String.format(
        Locale.ROOT,
        "%d forks of %d rounds of %.1f s each, after %d of %.1f s to warm up; %s, commit `%.7s`%s. "
            + "%s, %d cores, %.0f GB; %s; %s %s (%s), `%s`.",
        rounds.required("forks").asInt(),
        rounds.required("rounds").asInt(),
        rounds.required("roundMillis").asInt() / 1e3,
        rounds.required("warmups").asInt(),
        rounds.required("warmupMillis").asInt() / 1e3,
        file.required("date").asText().substring(0, 10),
        file.required("commit").asText(),
        file.required("uncommitted").asBoolean() ? " with changes" : "",
        machine.required("cpu").asText(),
        machine.required("cores").asInt(),
        machine.required("memoryBytes").asDouble() / 1e9,
        machine.required("os").asText(),
        jdk.required("vm").asText(),
        jdk.required("version").asText(),
        jdk.required("vendor").asText(),
        flags(jdk.required("flags")));
  }

  private static String flags(JsonNode flags) {
    StringBuilder text = new StringBuilder();
    flags.forEach(flag -> text.append(text.isEmpty() ? "" : " ").append(flag.asText()));
    return text.toString();
  }
}
