package dev.rejoin.crdt.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A small repository with results in it, by which all budgets are met by far. */
final class Fixture {

  static final Readme PART = new Readme(Suite.TYPES.part());
  private static final String SOURCES = "src/main/java/dev/rejoin/crdt";

  final Path module;
  final Path source;
  final Path readme;
  final ObjectNode file = new ObjectMapper().createObjectNode();

  Fixture(Path folder) throws IOException {
    module = Files.createDirectories(folder.resolve("core"));
    source = Files.createDirectories(module.resolve(SOURCES)).resolve("A.java");
    readme = folder.resolve("README.md");
    Files.writeString(source, "class A {}\n");
    Files.writeString(readme, "# Title\n" + PART.begin() + PART.end() + "The end.\n");
    Files.createDirectories(module.resolve("src/jmh/results"));
    circumstances();
    for (Task task : Plan.of("full").tasks()) {
      boolean ours = task.benchmark().toLowerCase(java.util.Locale.ROOT).endsWith("rejoin");
      add(benchmarks(), task, ours ? 2_410 : 54_321_000, ours ? 50 : 2_000_000);
    }
    for (int elements : List.of(100_000, 1_000_000)) {
      for (String name :
          List.of(Memory.REJOIN, Memory.REJOIN_APART, Memory.PEKKO, Memory.VAVR, Memory.JAVA)) {
        memory()
            .addObject()
            .put("structure", name)
            .put("elements", elements)
            .put("bytesPerElement", 44.81);
      }
    }
    reasons("# none is missed");
    save();
  }

  private void circumstances() throws IOException {
    file.put("plan", "full").put("date", "2026-01-02T03:04:05Z");
    file.put("commit", "0123456789abcdef").put("uncommitted", false);
    file.put("digest", Digest.of(module, List.of(SOURCES)));
    file.putObject("machine")
        .put("cpu", "A fast one")
        .put("cores", 2)
        .put("memoryBytes", 25_000_000_000L)
        .put("os", "Linux");
    file.putObject("jdk").put("vendor", "V").put("version", "17").put("vm", "VM").putArray("flags");
    file.putObject("rounds")
        .put("forks", 3)
        .put("warmups", 3)
        .put("warmupMillis", 500)
        .put("rounds", 5)
        .put("roundMillis", 700);
    file.putArray("failed");
    file.putArray("benchmarks");
    file.putArray("memory");
  }

  static void add(ArrayNode benchmarks, Task task, double median, double error) {
    ObjectNode run = benchmarks.addObject().put("benchmark", Task.PACKAGE + task.benchmark());
    ObjectNode params = run.putObject("params");
    task.params().forEach(params::put);
    ObjectNode time = run.putObject("primaryMetric").put("scoreError", error);
    time.putObject("scorePercentiles").put("50.0", median);
    run.putObject("secondaryMetrics")
        .putObject("gc.alloc.rate.norm")
        .put("score", 4_096)
        .put("scoreError", 1);
  }

  /** Says that {@code task} took that long. */
  void set(Task task, double median) throws IOException {
    for (int i = 0; i < benchmarks().size(); i++) {
      if (benchmarks().get(i).get("benchmark").asText().endsWith("." + task.benchmark())
          && benchmarks().get(i).get("params").toString().equals(json(task))) {
        benchmarks().remove(i);
      }
    }
    add(benchmarks(), task, median, median / 100);
    save();
  }

  private static String json(Task task) {
    ObjectNode params = new ObjectMapper().createObjectNode();
    task.params().forEach(params::put);
    return params.toString();
  }

  ArrayNode benchmarks() {
    return (ArrayNode) file.get("benchmarks");
  }

  ArrayNode memory() {
    return (ArrayNode) file.get("memory");
  }

  void reasons(String text) throws IOException {
    Files.writeString(module.resolve("src/jmh/results/missed.txt"), text + "\n");
  }

  void save() throws IOException {
    Files.writeString(module.resolve("src/jmh/results/full.json"), file.toString());
  }

  Report report() {
    return new Report(module, List.of(Suite.TYPES));
  }
}
