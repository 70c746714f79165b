package dev.rejoin.crdt.json.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * Runs the benchmarks of one file, or all of them, and writes what JMH tells to {@code
 * target/jmh/<file>.json}.
 */
public final class Benchmarks {

  private static final Map<String, Class<?>> FILES =
      Map.of("journal", JournalUpdate.class, "throughput", JsonThroughput.class);
  private static final String ALL = "all";

  private Benchmarks() {}

  /** Takes the name of a file, or {@code all}. */
  public static void main(String[] arguments) throws IOException, RunnerException {
    String wanted = arguments.length == 1 ? arguments[0] : "nothing";
    if (!wanted.equals(ALL) && !FILES.containsKey(wanted)) {
      throw new IllegalArgumentException(
          "what to measure must be %s or one of %s, was %s"
              .formatted(ALL, FILES.keySet(), wanted));
    }
    for (Map.Entry<String, Class<?>> file : new TreeMap<>(FILES).entrySet()) {
      if (wanted.equals(ALL) || wanted.equals(file.getKey())) {
        measure(file.getKey(), file.getValue());
      }
    }
  }

  private static void measure(String file, Class<?> benchmark)
      throws IOException, RunnerException {
    Path results = Path.of("target", "jmh", file + ".json").toAbsolutePath();
    Path temporary = Files.createDirectories(results.resolveSibling("tmp"));
    new Runner(
            new OptionsBuilder()
                .include(benchmark.getName() + "\\.")
                .jvmArgsAppend("-Xmn512m", "-Xmx4g", "-Djava.io.tmpdir=" + temporary)
                .resultFormat(ResultFormatType.JSON)
                .result(results.toString())
                .shouldFailOnError(true)
                .build())
        .run();
  }
}
