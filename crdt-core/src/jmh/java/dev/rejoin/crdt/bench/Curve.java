package dev.rejoin.crdt.bench;

import static dev.rejoin.crdt.bench.SetDelta.Change.ADDED;
import static dev.rejoin.crdt.bench.SetMerge.Kind.EQUAL_APART;
import static dev.rejoin.crdt.bench.SetMerge.Kind.FORKS;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.Stream;

/**
 * How the cost of one operation grows.
 *
 * @param title what is done, for people
 * @param ours where the core was measured, by size or number of changes
 * @param pekko where Pekko was
 */
record Curve(String title, SortedMap<Integer, Task> ours, SortedMap<Integer, Task> pekko) {

  private static final int SIZE = 100_000;
  private static final List<Integer> SIZES = List.of(10, 1_000, SIZE, 1_000_000);
  private static final List<Integer> CHANGES = List.of(1, 10, 1_000, 10_000);

  /** Returns the curves over the number of elements. */
  static List<Curve> bySize() {
    return List.of(
        new Curve(
            "add",
            tasks(SIZES, n -> Task.edit("addRejoin", n)),
            tasks(SIZES, n -> Task.edit("addPekko", n))),
        new Curve(
            "contains",
            tasks(SIZES, n -> Task.edit("containsRejoin", n)),
            tasks(SIZES, n -> Task.edit("containsPekko", n))),
        new Curve(
            "deltaSince, 10 adds",
            tasks(SIZES, n -> Task.delta("deltaSinceRejoin", ADDED, n, 10)),
            new TreeMap<>()),
        new Curve(
            "merge, a delta of 10 adds",
            tasks(SIZES, n -> Task.delta("mergeRejoin", ADDED, n, 10)),
            tasks(SIZES, n -> Task.delta("mergePekko", ADDED, n, 10))),
        new Curve(
            "merge, two forks, 5 adds each",
            tasks(SIZES, n -> Task.merge("rejoin", FORKS, n, 10)),
            tasks(SIZES, n -> Task.merge("pekko", FORKS, n, 10))),
        new Curve(
            "merge, equal content, apart",
            tasks(SIZES, n -> Task.merge("rejoin", EQUAL_APART, n, 10)),
            tasks(SIZES, n -> Task.merge("pekko", EQUAL_APART, n, 10))));
  }

  /** Returns the curves over the number of changes in a set of 100,000 elements. */
  static List<Curve> byChanges() {
    return List.of(
        new Curve(
            "deltaSince",
            tasks(CHANGES, n -> Task.delta("deltaSinceRejoin", ADDED, SIZE, n)),
            new TreeMap<>()),
        new Curve(
            "merge of that delta",
            tasks(CHANGES, n -> Task.delta("mergeRejoin", ADDED, SIZE, n)),
            tasks(CHANGES, n -> Task.delta("mergePekko", ADDED, SIZE, n))),
        new Curve(
            "merge of two forks",
            tasks(CHANGES, n -> Task.merge("rejoin", FORKS, SIZE, n)),
            tasks(CHANGES, n -> Task.merge("pekko", FORKS, SIZE, n))));
  }

  private static SortedMap<Integer, Task> tasks(List<Integer> at, IntFunction<Task> task) {
    SortedMap<Integer, Task> tasks = new TreeMap<>();
    at.forEach(n -> tasks.put(n, task.apply(n)));
    return tasks;
  }

  /** Returns what must be measured to draw this curve. */
  Stream<Task> tasks() {
    return Stream.concat(ours.values().stream(), pekko.values().stream());
  }
}
