package dev.rejoin.crdt.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.format.ResultFormatFactory;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;

/** Measures what a plan says, one benchmark after the other, and writes one file about it. */
final class Run {

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private final Plan plan;
  private final Path folder;
  private final List<RunResult> results = new ArrayList<>();
  private final List<String> failed = new ArrayList<>();
  private final List<RunnerException> causes = new ArrayList<>();
  private final long start = System.nanoTime();

  private Run(Plan plan, Path folder) {
    this.plan = plan;
    this.folder = folder;
  }

  /**
   * Runs all of {@code plan}, and writes what was measured even if a part of it failed.
   *
   * @throws IllegalStateException if a part of it failed; the message names it
   */
  static void of(Plan plan, Path module) throws IOException, InterruptedException {
    Run run = new Run(plan, module.resolve("target").resolve("jmh"));
    Path temporary = Files.createDirectories(run.folder.resolve("tmp")).toAbsolutePath();
    ObjectNode file = Circumstances.of(plan, module);
    for (Task task : plan.tasks()) {
      run.measure(task, temporary.toString());
    }
    JsonNode memory = plan.memory().isEmpty() ? JSON.createArrayNode() : run.memory();
    file.set("failed", JSON.valueToTree(run.failed));
    file.set("benchmarks", run.benchmarks());
    file.set("memory", memory);
    Path written = run.folder.resolve(plan.name() + ".json");
    Files.writeString(written, JSON.writeValueAsString(file) + "\n");
    System.out.println("written: " + written);
    if (!run.failed.isEmpty()) {
      var failure = new IllegalStateException("failed: " + String.join(", ", run.failed));
      run.causes.forEach(failure::addSuppressed);
      throw failure;
    }
  }

  private void measure(Task task, String temporary) {
    try {
      RunResult result = new Runner(plan.options(task, temporary)).runSingle();
      results.add(result);
      Result<?> time = result.getPrimaryResult();
      say(
          "%s %.1f ± %.1f ns/op",
          task, time.getStatistics().getPercentile(50), time.getScoreError());
    } catch (RunnerException e) {
      causes.add(e);
      failed.add(task.toString());
      say("%s FAILED", task);
    }
  }

  private void say(String message, Object... arguments) {
    Duration passed = Duration.ofNanos(System.nanoTime() - start);
    int done = results.size() + failed.size();
    Duration left = passed.multipliedBy(plan.tasks().size() - done).dividedBy(Math.max(done, 1));
    System.out.printf(
        Locale.ROOT,
        "[%d/%d, %d min, about %d left] %s%n",
        done,
        plan.tasks().size(),
        passed.toMinutes(),
        left.plusSeconds(59).toMinutes(),
        String.format(Locale.ROOT, message, arguments));
  }

  private JsonNode benchmarks() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(bytes, false, StandardCharsets.UTF_8);
    ResultFormatFactory.getInstance(ResultFormatType.JSON, out).writeOut(results);
    out.flush();
    return JSON.readTree(bytes.toByteArray());
  }

  private ArrayNode memory() throws IOException, InterruptedException {
    Path file = folder.resolve("memory.json");
    Files.deleteIfExists(file);
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(Memory.FLAGS);
    command.addAll(List.of("-classpath", System.getProperty("java.class.path")));
    command.addAll(List.of(Memory.class.getName(), file.toString()));
    for (Memory.Subject subject : plan.memory()) {
      command.addAll(List.of(subject.structure(), subject.elements() + ""));
    }
    Process memory = new ProcessBuilder(command).redirectErrorStream(true).start();
    memory.inputReader().lines().forEach(System.out::println);
    int exit = memory.waitFor();
    if (exit != 0 || !Files.exists(file)) {
      failed.add("Memory");
      return JSON.createArrayNode();
    }
    return (ArrayNode) JSON.readTree(file.toFile());
  }
}
