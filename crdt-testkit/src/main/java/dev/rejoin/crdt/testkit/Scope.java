package dev.rejoin.crdt.testkit;

import java.util.ArrayList;
import java.util.List;

/**
 * A set of timelines that can be gone through: all that are made of certain steps.
 *
 * @param what which timelines, for the reader
 * @param steps the steps to choose from, in order, those of plainer scopes first
 * @param plain how many of the steps plainer scopes have, too: a timeline of those alone is theirs
 * @param clocks the settings of the clocks with which every timeline is played
 */
record Scope(String what, List<Step> steps, int plain, List<List<WallClock>> clocks) {

  private static final List<List<WallClock>> STEADY = List.of(List.of());

  private static final List<List<WallClock>> WRONG =
      List.of(
          List.of(WallClock.COARSE, WallClock.COARSE),
          List.of(WallClock.STEADY, WallClock.BEHIND),
          List.of(WallClock.BEHIND, WallClock.STEADY),
          List.of(WallClock.BACKWARDS, WallClock.BACKWARDS));

  /** Nothing but edits and merges on two replicas with steady clocks. */
  static Scope plain(int edits) {
    return new Scope("on 2 replicas", plainSteps(edits), 0, STEADY);
  }

  /** The same with clocks that are coarse, run backwards, or of which one is behind. */
  static Scope wrongClocks(int edits) {
    return new Scope("on 2 replicas with wrong clocks", plainSteps(edits), 0, WRONG);
  }

  /** Two replicas, at least one message that is late, or a delta. */
  static Scope lateMessages(int edits, boolean deltas) {
    List<Step> steps = new ArrayList<>(plainSteps(edits));
    int plain = steps.size();
    for (int from = 0; from < 2; from++) {
      steps.add(Step.staleMerge(from, 1 - from, 1));
      steps.add(Step.staleMerge(from, 1 - from, 2));
      if (deltas) {
        steps.add(Step.delta(from, 1 - from, 0));
        steps.add(Step.delta(from, 1 - from, 1));
      }
    }
    String what = "on 2 replicas with " + (deltas ? "late messages or deltas" : "late messages");
    return new Scope(what, steps, plain, STEADY);
  }

  /** Edits and merges in which a third replica takes part. */
  static Scope thirdReplica(int edits) {
    List<Step> steps = new ArrayList<>(plainSteps(edits));
    int plain = steps.size();
    for (int edit = 0; edit < edits; edit++) {
      steps.add(Step.edit(2, edit));
    }
    for (int other = 0; other < 2; other++) {
      steps.add(Step.merge(2, other));
      steps.add(Step.merge(other, 2));
    }
    return new Scope("with a third replica", steps, plain, STEADY);
  }

  private static List<Step> plainSteps(int edits) {
    List<Step> steps = new ArrayList<>();
    for (int replica = 0; replica < 2; replica++) {
      for (int edit = 0; edit < edits; edit++) {
        steps.add(Step.edit(replica, edit));
      }
    }
    steps.add(Step.merge(0, 1));
    steps.add(Step.merge(1, 0));
    return steps;
  }

  /** Returns how many timelines of so many steps there are. */
  long count(int length) {
    return count(length, false) * clocks.size();
  }

  /**
   * Returns how many ways there are to go on for so many steps, with one setting of the clocks.
   *
   * @param isOfScope whether a step that plainer scopes lack was made before
   */
  long count(int more, boolean isOfScope) {
    long all = (long) Math.pow(steps.size(), more);
    return isOfScope || plain == 0 ? all : all - (long) Math.pow(plain, more);
  }
}
