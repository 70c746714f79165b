package dev.rejoin.crdt.testkit;

import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.stream.Stream;

/**
 * What a step is made of: whatever has to be said of every kind of steps is said here.
 *
 * @param replicas the replicas that it names, the one that changes last
 * @param number which edit it is, or how far back it goes; 0 if it has no such number
 */
record StepParts(Kind kind, List<Integer> replicas, int number) {

  /** The kinds of steps, the plainest first. */
  enum Kind {
    EDIT(0),
    MERGE(1),
    STALE_MERGE(2),
    DELTA(3),
    RECODE(4),
    RESTART(5),
    RESTORE(6),
    CUT(7),
    HEAL(7);

    private final int weight; // the more, the less plain

    Kind(int weight) {
      this.weight = weight;
    }

    int weight() {
      return weight;
    }

    /** Returns those that can stand for this one. */
    Stream<Kind> plainer() {
      return switch (this) {
        case STALE_MERGE -> Stream.of(MERGE);
        case DELTA -> Stream.of(MERGE, STALE_MERGE);
        case RESTART -> Stream.of(RECODE);
        case RESTORE -> Stream.of(RESTART, RECODE);
        case EDIT, MERGE, RECODE, CUT, HEAL -> Stream.empty();
      };
    }
  }

  static StepParts of(Step step) {
    if (step instanceof Step.Edit edit) {
      return new StepParts(Kind.EDIT, List.of(edit.replica()), edit.edit());
    }
    if (step instanceof Step.Merge merge) {
      return new StepParts(Kind.MERGE, List.of(merge.from(), merge.to()), 0);
    }
    if (step instanceof Step.StaleMerge merge) {
      List<Integer> ends = List.of(merge.from(), merge.to());
      return new StepParts(Kind.STALE_MERGE, ends, merge.howFarBack());
    }
    if (step instanceof Step.Delta delta) {
      List<Integer> ends = List.of(delta.from(), delta.to());
      return new StepParts(Kind.DELTA, ends, delta.howFarBack());
    }
    if (step instanceof Step.Recode recode) {
      return new StepParts(Kind.RECODE, List.of(recode.replica()), 0);
    }
    if (step instanceof Step.Restart restart) {
      return new StepParts(Kind.RESTART, List.of(restart.replica()), 0);
    }
    if (step instanceof Step.Restore restore) {
      return new StepParts(Kind.RESTORE, List.of(restore.replica()), restore.howFarBack());
    }
    return step instanceof Step.Cut cut
        ? new StepParts(Kind.CUT, List.of(cut.replica()), 0)
        : new StepParts(Kind.HEAL, List.of(), 0);
  }

  /** Returns the step that is made of these. */
  Step step() {
    return switch (kind) {
      case EDIT -> Step.edit(to(), number);
      case MERGE -> Step.merge(from(), to());
      case STALE_MERGE -> Step.staleMerge(from(), to(), number);
      case DELTA -> Step.delta(from(), to(), number);
      case RECODE -> Step.recode(to());
      case RESTART -> Step.restart(to());
      case RESTORE -> Step.restore(to(), number);
      case CUT -> Step.cut(to());
      case HEAL -> Step.heal();
    };
  }

  /** Returns the replica that sends a message, or is the only one. */
  int from() {
    return replicas.get(0);
  }

  /** Returns the replica that receives a message, or is the only one. */
  int to() {
    return replicas.get(replicas.size() - 1);
  }

  /** Returns whether it goes from one replica to another. */
  boolean isMessage() {
    return replicas.size() > 1;
  }

  /** Returns whether its number says how many states it goes back. */
  boolean goesBack() {
    return kind == Kind.STALE_MERGE || kind == Kind.DELTA || kind == Kind.RESTORE;
  }

  /** Returns the same with another kind, of as many replicas. */
  StepParts with(Kind other) {
    return new StepParts(other, replicas, number);
  }

  /** Returns the same with another number. */
  StepParts with(int other) {
    return new StepParts(kind, replicas, other);
  }

  /** Returns the same with other replicas. */
  StepParts renamed(IntUnaryOperator name) {
    return new StepParts(kind, replicas.stream().map(name::applyAsInt).toList(), number);
  }
}
