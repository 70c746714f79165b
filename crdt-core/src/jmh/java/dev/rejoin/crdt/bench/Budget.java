package dev.rejoin.crdt.bench;

import static dev.rejoin.crdt.bench.SetDelta.Change.ADDED;
import static dev.rejoin.crdt.bench.SetMerge.Kind.DISJOINT;
import static dev.rejoin.crdt.bench.SetMerge.Kind.EQUAL_APART;
import static dev.rejoin.crdt.bench.SetMerge.Kind.FORKS;
import static dev.rejoin.crdt.bench.SetMerge.Kind.TENTH_APART;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What one piece of work may cost.
 *
 * @param id what a reason for a miss is filed under
 * @param work what is done, for people
 * @param ours the measurement of the core
 * @param pekko that of Pekko, where it has the operation
 * @param vavr that of the textbook's way on vavr's maps, where there is one
 * @param limit what is allowed
 */
record Budget(
    String id,
    String work,
    Measure ours,
    Optional<Measure> pekko,
    Optional<Measure> vavr,
    Limit limit) {

  /** Where a figure comes from. */
  sealed interface Measure {}

  /** A time that JMH measured. */
  record Time(Task task) implements Measure {}

  /** A number of bytes for each element that JOL measured. */
  record Bytes(String structure, int elements) implements Measure {}

  /** What is allowed. */
  sealed interface Limit {}

  /** So many times faster than Pekko. */
  record Times(double least) implements Limit {}

  /** At most so many nanoseconds, or bytes for each element. */
  record AtMost(double most) implements Limit {}

  /** At most so many times as long as another work of ours. */
  record Within(double times, String than, Time other) implements Limit {}

  private static final int SIZE = 100_000;
  private static final int LARGE = 1_000_000;

  /** Returns all budgets, in the order in which they are shown. */
  static List<Budget> all() {
    List<Budget> all = new ArrayList<>();
    all.add(merge("merge-forks", "two forks, 5 adds each", FORKS, 10_000));
    all.add(
        new Budget(
            "merge-delta",
            "`ORSet.merge`, a delta of 10 adds",
            new Time(Task.delta("mergeRejoin", ADDED, SIZE, 10)),
            Optional.of(new Time(Task.delta("mergePekko", ADDED, SIZE, 10))),
            Optional.empty(),
            new Times(2_000)));
    all.add(merge("merge-equal-apart", "equal content, apart", EQUAL_APART, 30));
    all.add(merge("merge-tenth-apart", "10 % added on each side, apart", TENTH_APART, 15));
    all.add(merge("merge-disjoint", "disjoint", DISJOINT, 8));
    for (String edit : List.of("add", "remove")) {
      for (int size : List.of(10, 1_000, SIZE)) {
        all.add(edit(edit, size, 1.5));
      }
    }
    all.add(edit("contains", SIZE, 1));
    all.add(
        new Budget(
            "delta-since",
            "`ORSet.deltaSince`, 10 adds",
            new Time(Task.delta("deltaSinceRejoin", ADDED, SIZE, 10)),
            Optional.empty(),
            Optional.empty(),
            new AtMost(20_000)));
    large(all);
    counts(all, "vector-merge", "`VersionVector.merge`", "mergeVector", 6, 20, 30);
    counts(all, "vector-compare", "`VersionVector.compare` with a later one", "compareVector", 6, 10, 15);
    counts(all, "counter-merge", "`GCounter.merge`", "mergeCounter", 5, 10, 15);
    lwwMap(all, 1_000, 100);
    lwwMap(all, SIZE, 10_000);
    orMap(all, 1_000, 50);
    orMap(all, SIZE, 10_000);
    for (int elements : List.of(SIZE, LARGE)) {
      all.add(
          new Budget(
              "memory-" + elements,
              "memory of an `ORSet` of %,d over its strings, per element".formatted(elements),
              new Bytes(Memory.REJOIN, elements),
              Optional.of(new Bytes(Memory.PEKKO, elements)),
              Optional.empty(),
              new AtMost(52)));
    }
    return List.copyOf(all);
  }

  /** Returns those of replicas that sync, in the order in which they are shown. */
  static List<Budget> sync() {
    List<Budget> all = new ArrayList<>();
    all.add(answer(1, 10_000));
    all.add(answer(10, 50_000));
    all.add(answer(1_000, 5_000_000));
    all.add(answer(100_000, 500_000_000));
    all.add(sync("sync-add", "`ORSet.add`, beside it", "SyncEdit.addRejoin", new AtMost(2_000)));
    Time bare = new Time(Task.sync("SyncEdit.addRejoin"));
    all.add(
        sync(
            "sync-update",
            "`Replica.update` that adds one element",
            "SyncEdit.updateRejoin",
            new Within(10, "the add", bare)));
    all.add(
        sync(
            "sync-merge-delta",
            "`ORSet.merge` of one added element, beside it",
            "SyncMerge.mergeDeltaRejoin",
            new AtMost(2_000)));
    bare = new Time(Task.sync("SyncMerge.mergeDeltaRejoin"));
    all.add(
        sync(
            "sync-merge",
            "`Replica.merge` of one added element",
            "SyncMerge.mergeRejoin",
            new Within(5, "the merge", bare)));
    memory(all);
    return List.copyOf(all);
  }

  private static void memory(List<Budget> all) {
    int elements = LongHistory.LIVE;
    all.add(
        alone(
            "sync-memory-state",
            "memory of the state, strings and all, per element",
            new Bytes(Memory.STATE, elements),
            new AtMost(120)));
    all.add(
        alone(
            "sync-memory",
            "memory of all else that the replica keeps, past states above all, per element",
            new Bytes(Memory.HISTORY, elements),
            new AtMost(1_200)));
  }

  private static Budget answer(int behind, double most) {
    return alone(
        "sync-answer-" + behind,
        "`Replica.changesSince` of a peer %,d updates behind".formatted(behind),
        new Time(Task.answer(behind)),
        new AtMost(most));
  }

  private static Budget sync(String id, String work, String benchmark, Limit limit) {
    return alone(id, work, new Time(Task.sync(benchmark)), limit);
  }

  private static Budget alone(String id, String work, Measure ours, Limit limit) {
    return new Budget(id, work, ours, Optional.empty(), Optional.empty(), limit);
  }

  private static void large(List<Budget> all) {
    all.add(
        new Budget(
            "add-" + LARGE,
            "`ORSet.add` at %,d".formatted(LARGE),
            new Time(Task.edit("addRejoin", LARGE)),
            Optional.of(new Time(Task.edit("addPekko", LARGE))),
            Optional.empty(),
            new Within(4, "at 1,000", new Time(Task.edit("addRejoin", 1_000)))));
    all.add(
        new Budget(
            "merge-forks-" + LARGE,
            "`ORSet.merge`, two forks of %,d, 5 adds each".formatted(LARGE),
            new Time(Task.merge("rejoin", FORKS, LARGE, 10)),
            Optional.of(new Time(Task.merge("pekko", FORKS, LARGE, 10))),
            Optional.empty(),
            new AtMost(10_000)));
    all.add(
        new Budget(
            "delta-since-" + LARGE,
            "`ORSet.deltaSince`, 10 adds to %,d".formatted(LARGE),
            new Time(Task.delta("deltaSinceRejoin", ADDED, LARGE, 10)),
            Optional.empty(),
            Optional.empty(),
            new AtMost(50_000)));
  }

  private static Budget merge(String id, String work, SetMerge.Kind kind, double least) {
    return new Budget(
        id,
        "`ORSet.merge`, " + work,
        new Time(Task.merge("rejoin", kind, SIZE, 10)),
        Optional.of(new Time(Task.merge("pekko", kind, SIZE, 10))),
        Optional.of(new Time(Task.merge("vavr", kind, SIZE, 10))),
        new Times(least));
  }

  private static Budget edit(String edit, int size, double least) {
    return besidePekko(
        edit + "-" + size,
        "`ORSet.%s` at %,d".formatted(edit, size),
        Task.edit(edit + "Rejoin", size),
        Task.edit(edit + "Pekko", size),
        least);
  }

  private static void counts(
      List<Budget> all, String id, String work, String method, double... least) {
    int[] replicas = {3, 16, 128};
    for (int i = 0; i < replicas.length; i++) {
      Measure vavr = new Time(Task.counts(method + "Vavr", replicas[i]));
      all.add(
          new Budget(
              id + "-" + replicas[i],
              work + ", " + replicas[i] + " replicas",
              new Time(Task.counts(method + "Rejoin", replicas[i])),
              Optional.of(new Time(Task.counts(method + "Pekko", replicas[i]))),
              method.equals("mergeVector") ? Optional.of(vavr) : Optional.empty(),
              new Times(least[i])));
    }
  }

  private static void lwwMap(List<Budget> all, int size, double forks) {
    all.add(lwwMapEdit("put", size, 1.5));
    all.add(lwwMapEdit("get", size, 1));
    all.add(lwwMapMerge("forks", "two forks, 5 puts each", MapMerge.Kind.FORKS, size, forks));
    all.add(lwwMapMerge("apart", "the same keys, put apart", MapMerge.Kind.APART, size, 5));
  }

  private static Budget lwwMapEdit(String edit, int size, double least) {
    return besidePekko(
        "lww-map-" + edit + "-" + size,
        "`LWWMap.%s` at %,d".formatted(edit, size),
        Task.mapEdit(edit + "Rejoin", size),
        Task.mapEdit(edit + "Pekko", size),
        least);
  }

  private static Budget lwwMapMerge(
      String id, String work, MapMerge.Kind kind, int size, double least) {
    return besidePekko(
        "lww-map-merge-" + id + "-" + size,
        "`LWWMap.merge` at %,d, %s".formatted(size, work),
        Task.mapMerge("rejoin", kind, size),
        Task.mapMerge("pekko", kind, size),
        least);
  }

  private static void orMap(List<Budget> all, int size, double forks) {
    all.add(orMapEdit("update", size, 1));
    all.add(orMapEdit("get", size, 0.5));
    all.add(orMapMerge("forks", "two forks, 5 updates each", ORMapMerge.Kind.FORKS, size, forks));
    all.add(
        orMapMerge(
            "equal-apart", "equal content, apart", ORMapMerge.Kind.EQUAL_APART, size, 10));
    all.add(
        orMapMerge(
            "tenth-apart",
            "10 % added on each side, apart",
            ORMapMerge.Kind.TENTH_APART,
            size,
            8));
  }

  private static Budget orMapEdit(String edit, int size, double least) {
    return besidePekko(
        "or-map-" + edit + "-" + size,
        "`ORMap.%s` at %,d".formatted(edit, size),
        Task.orMapEdit(edit + "Rejoin", size),
        Task.orMapEdit(edit + "Pekko", size),
        least);
  }

  private static Budget orMapMerge(
      String id, String work, ORMapMerge.Kind kind, int size, double least) {
    return besidePekko(
        "or-map-merge-" + id + "-" + size,
        "`ORMap.merge` at %,d, %s".formatted(size, work),
        Task.orMapMerge("rejoin", kind, size),
        Task.orMapMerge("pekko", kind, size),
        least);
  }

  private static Budget besidePekko(String id, String work, Task ours, Task pekko, double least) {
    return new Budget(
        id,
        work,
        new Time(ours),
        Optional.of(new Time(pekko)),
        Optional.empty(),
        new Times(least));
  }

  /** Returns what must be measured by JMH to judge this budget. */
  List<Task> tasks() {
    return Stream.of(Optional.of(ours), pekko, vavr)
        .flatMap(Optional::stream)
        .flatMap(measure -> measure instanceof Time time ? Stream.of(time.task()) : Stream.empty())
        .toList();
  }
}
