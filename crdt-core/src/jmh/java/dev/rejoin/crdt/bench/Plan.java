package dev.rejoin.crdt.bench;

import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * What is measured, how often and for how long.
 *
 * @param name what it is called on the command line
 * @param forks virtual machines for each benchmark
 * @param warmups rounds in each machine that do not count
 * @param rounds rounds in each machine that count
 * @param warmupMillis how long the former last
 * @param roundMillis how long the latter last
 * @param tasks the benchmarks, in order
 * @param memory the structures whose memory is measured
 * @param sources the folders of the sources that all this depends on
 */
record Plan(
    String name,
    int forks,
    int warmups,
    int rounds,
    int warmupMillis,
    int roundMillis,
    List<Task> tasks,
    List<Memory.Subject> memory,
    List<String> sources) {

  static final List<String> FLAGS = List.of("-Xmn512m", "-Xmx4g");

  /**
   * Returns the plan of that name.
   *
   * @throws IllegalArgumentException if there is none
   */
  static Plan of(String name) {
    List<Suite> suites = Suite.all();
    return switch (name) {
      case "quick" -> of(name, suites, Suite::tableTasks, 1, 2, 3, 400, 400);
      case "smoke" -> of(name, suites, Suite::tasks, 1, 1, 2, 20, 20);
      default -> of(suite(name, suites));
    };
  }

  /** Returns the plan from which the figures of that suite are made. */
  static Plan of(Suite suite) {
    return of(suite.name(), List.of(suite), Suite::tasks, 3, 3, 5, 500, 500);
  }

  private static Suite suite(String name, List<Suite> suites) {
    return suites.stream()
        .filter(suite -> suite.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(none(name, suites)));
  }

  private static String none(String name, List<Suite> suites) {
    String full = suites.stream().map(Suite::name).collect(Collectors.joining(", "));
    return "bench must be " + full + ", quick, smoke, table or check, was " + name;
  }

  private static Plan of(
      String name,
      List<Suite> suites,
      Function<Suite, Collection<Task>> tasks,
      int forks,
      int warmups,
      int rounds,
      int warmupMillis,
      int roundMillis) {
    return new Plan(
        name,
        forks,
        warmups,
        rounds,
        warmupMillis,
        roundMillis,
        each(suites, tasks),
        each(suites, Suite::memory),
        each(suites, Suite::sources));
  }

  private static <T> List<T> each(List<Suite> suites, Function<Suite, Collection<T>> part) {
    return suites.stream().flatMap(suite -> part.apply(suite).stream()).distinct().toList();
  }

  Options options(Task task, String temporary) {
    var options =
        new OptionsBuilder()
            .include("^" + (Task.PACKAGE + task.benchmark()).replace(".", "\\.") + "$")
            .shouldFailOnError(true)
            .verbosity(VerboseMode.SILENT)
            .addProfiler(GCProfiler.class)
            .jvmArgs(FLAGS.toArray(String[]::new))
            .jvmArgsAppend("-Djava.io.tmpdir=" + temporary)
            .forks(forks)
            .warmupIterations(warmups)
            .warmupTime(TimeValue.milliseconds(warmupMillis))
            .measurementIterations(rounds)
            .measurementTime(TimeValue.milliseconds(roundMillis));
    task.params().forEach(options::param);
    return options.build();
  }
}
