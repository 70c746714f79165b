package dev.rejoin.crdt.bench;

import static dev.rejoin.crdt.bench.SetDelta.Change.ADDED;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Benchmarks that are run, checked and shown together, in a file and a part of the README of their
 * own.
 *
 * @param name what its plan and the file of its results are called
 * @param part what its part of the README is called
 * @param sources the folders, without their sub-folders, of the sources that its figures depend on
 * @param budgets what its table shows
 * @param more what is measured beside the budgets and the pictures
 * @param memory the structures whose memory is measured
 * @param pictures what is drawn
 */
record Suite(
    String name,
    String part,
    List<String> sources,
    List<Budget> budgets,
    List<Task> more,
    List<Memory.Subject> memory,
    List<Picture> pictures) {

  /**
   * Several curves on the same axes.
   *
   * @param file what it is called, beside the results
   * @param across what the curves go over
   * @param title the first line of it
   */
  record Picture(String file, String across, String title, List<Curve> curves) {}

  /** The types of the core. */
  static final Suite TYPES =
      new Suite(
          "full",
          "figures",
          List.of("src/main/java/dev/rejoin/crdt"),
          Budget.all(),
          notShown(),
          Memory.sets(100_000, 1_000_000),
          List.of(
              new Picture(
                  "size.svg",
                  "elements",
                  "Time of each call against the number of elements",
                  Curve.bySize()),
              new Picture(
                  "changes.svg",
                  "changes",
                  "Time of each call against the number of changes, in a set of 100,000 elements",
                  Curve.byChanges())));

  /** Replicas that sync. */
  static final Suite SYNC =
      new Suite(
          "sync",
          "figures of sync",
          List.of("src/main/java/dev/rejoin/crdt", "src/main/java/dev/rejoin/crdt/sync"),
          Budget.sync(),
          List.of(),
          List.of(
              new Memory.Subject(Memory.STATE, LongHistory.LIVE),
              new Memory.Subject(Memory.HISTORY, LongHistory.LIVE)),
          List.of());

  /** Returns all of them, in the order in which they are shown. */
  static List<Suite> all() {
    return List.of(TYPES, SYNC);
  }

  private static List<Task> notShown() {
    List<Task> more = new ArrayList<>();
    for (SetDelta.Change change : SetDelta.Change.values()) {
      if (change != ADDED) {
        more.add(Task.delta("mergeRejoin", change, 100_000, 10));
        more.add(Task.delta("mergePekko", change, 100_000, 10));
        more.add(Task.delta("deltaSinceRejoin", change, 100_000, 10));
      }
    }
    more.add(Task.mapEdit("replaceRejoin", 100_000));
    more.add(Task.mapEdit("replacePekko", 100_000));
    return more;
  }

  /** Returns what must be measured for the table. */
  Set<Task> tableTasks() {
    Set<Task> tasks = new LinkedHashSet<>();
    budgets.forEach(budget -> tasks.addAll(budget.tasks()));
    return tasks;
  }

  /** Returns all that is measured, in order. */
  List<Task> tasks() {
    Set<Task> tasks = tableTasks();
    tasks.addAll(more);
    pictures.forEach(
        picture -> picture.curves().forEach(curve -> curve.tasks().forEach(tasks::add)));
    return List.copyOf(tasks);
  }
}
