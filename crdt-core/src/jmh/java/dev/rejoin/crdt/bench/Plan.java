package dev.rejoin.crdt.bench;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
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
 * @param memory how many elements are in the structures whose memory is measured
 */
record Plan(
    String name,
    int forks,
    int warmups,
    int rounds,
    int warmupMillis,
    int roundMillis,
    List<Task> tasks,
    List<Integer> memory) {

  static final List<String> FLAGS = List.of("-Xmn512m", "-Xmx4g");

  /**
   * Returns the plan of that name.
   *
   * @throws IllegalArgumentException if there is none
   */
  static Plan of(String name) {
    return switch (name) {
      case "full" -> new Plan(name, 3, 3, 5, 500, 500, all(), List.of(100_000, 1_000_000));
      case "quick" -> new Plan(name, 1, 2, 3, 400, 400, budgets(), List.of(100_000, 1_000_000));
      case "smoke" -> new Plan(name, 1, 1, 2, 20, 20, all(), List.of(100_000, 1_000_000));
      default ->
          throw new IllegalArgumentException(
              "bench must be full, quick, smoke, table or check, was " + name);
    };
  }

  private static List<Task> budgets() {
    return Budget.all().stream().flatMap(budget -> budget.tasks().stream()).distinct().toList();
  }

  private static List<Task> all() {
    Set<Task> all = new LinkedHashSet<>(budgets());
    for (SetDelta.Change change : SetDelta.Change.values()) {
      all.add(Task.delta("mergeRejoin", change, 100_000, 10));
      all.add(Task.delta("mergePekko", change, 100_000, 10));
      all.add(Task.delta("deltaSinceRejoin", change, 100_000, 10));
    }
    for (String side : List.of("Rejoin", "Pekko")) {
      for (MapMerge.Kind kind : MapMerge.Kind.values()) {
        all.add(Task.mapMerge(side.toLowerCase(Locale.ROOT), kind, 1_000));
        all.add(Task.mapMerge(side.toLowerCase(Locale.ROOT), kind, 100_000));
      }
      for (String edit : List.of("put", "replace", "get")) {
        all.add(Task.mapEdit(edit + side, 100_000));
      }
    }
    Stream.concat(Curve.bySize().stream(), Curve.byChanges().stream())
        .flatMap(Curve::tasks)
        .forEach(all::add);
    return List.copyOf(all);
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
