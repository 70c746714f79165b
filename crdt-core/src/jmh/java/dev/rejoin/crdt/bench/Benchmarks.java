package dev.rejoin.crdt.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * Runs the benchmarks: all of them ({@code full}), or a part for a first look ({@code quick}). What
 * they measured goes to {@code target/jmh}, as JMH's JSON.
 */
public final class Benchmarks {

  private Benchmarks() {}

  /** Runs those that the first argument names. */
  public static void main(String[] args) throws RunnerException, IOException {
    String which = args.length == 1 ? args[0] : "full";
    Path target = Files.createDirectories(Path.of("target", "jmh"));
    Path temporary = Files.createDirectories(target.resolve("tmp"));
    ChainedOptionsBuilder options =
        new OptionsBuilder()
            .shouldFailOnError(true)
            .addProfiler(GCProfiler.class)
            .jvmArgs("-Xmn512m", "-Xmx4g", "-Djava.io.tmpdir=" + temporary.toAbsolutePath())
            .resultFormat(ResultFormatType.JSON)
            .result(target.resolve(which + ".json").toString());
    switch (which) {
      case "full" ->
          options
              .include("dev.rejoin.crdt.bench.*")
              .forks(3)
              .warmupIterations(5)
              .measurementIterations(5)
              .warmupTime(TimeValue.seconds(1))
              .measurementTime(TimeValue.seconds(1));
      case "quick" ->
          options
              .include("dev.rejoin.crdt.bench.*")
              .param("size", "100000")
              .param("replicas", "16")
              .forks(1)
              .warmupIterations(3)
              .measurementIterations(3)
              .warmupTime(TimeValue.milliseconds(700))
              .measurementTime(TimeValue.milliseconds(700));
      default -> throw new IllegalArgumentException("must be full or quick, was " + which);
    }
    new Runner(options.build()).run();
  }
}
