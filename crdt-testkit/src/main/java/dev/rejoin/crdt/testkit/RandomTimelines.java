package dev.rejoin.crdt.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.function.ToIntFunction;

/**
 * Timelines by chance: up to {@value #MAX_STEPS} steps over 2 to {@value #MAX_REPLICAS} replicas,
 * each of which may have a wrong clock. In one step of 20 a replica is cut off, or all connected
 * again. Half of the other plain steps are edits, a quarter merges, the others stale merges and
 * deltas. A quarter of the edits are rare ones, if the subject has any.
 */
final class RandomTimelines {

  static final int MAX_STEPS = 40;
  static final int MAX_REPLICAS = 5;

  /** Divided without remainder by most numbers of edits, so that all are equally likely. */
  private static final int EDITS = 2520;

  private static final int FURTHEST_BACK = 8;

  private RandomTimelines() {}

  /** Returns the next timeline; short ones are more likely than long ones. */
  static Timeline next(Random random) {
    return next(random, numbers -> numbers.nextInt(EDITS), List.of());
  }

  /**
   * Returns the next timeline for that subject: one step in eight is one of those that only it can
   * make, if it has any.
   */
  static Timeline next(Random random, Subject<?> subject) {
    return next(random, numbers -> edit(numbers, subject), special(subject));
  }

  private static int edit(Random random, Subject<?> subject) {
    int plain = subject.plainEdits();
    int rare = subject.edits().size() - plain;
    if (rare == 0) {
      return random.nextInt(EDITS);
    }
    return random.nextInt(4) == 0 ? plain + random.nextInt(rare) : random.nextInt(plain);
  }

  private static List<BiFunction<Random, Integer, Step>> special(Subject<?> subject) {
    List<BiFunction<Random, Integer, Step>> special = new ArrayList<>();
    if (subject.options().codec() != null) {
      special.add((random, replica) -> Step.recode(replica));
    }
    if (subject.options().restarts()) {
      special.add((random, replica) -> Step.restart(replica));
    }
    if (subject.options().restores()) {
      special.add((random, replica) -> Step.restore(replica, random.nextInt(FURTHEST_BACK)));
    }
    return special;
  }

  private static Timeline next(
      Random random, ToIntFunction<Random> edit, List<BiFunction<Random, Integer, Step>> special) {
    int replicas = 2 + random.nextInt(MAX_REPLICAS - 1);
    int length = 1 + random.nextInt(1 + random.nextInt(MAX_STEPS));
    List<Step> steps = new ArrayList<>();
    for (int i = 0; i < length; i++) {
      steps.add(
          !special.isEmpty() && random.nextInt(8) == 0
              ? special.get(random.nextInt(special.size())).apply(random, random.nextInt(replicas))
              : step(random, edit, replicas));
    }
    WallClock[] choice = WallClock.values();
    List<WallClock> clocks = new ArrayList<>();
    for (int i = 0; i < replicas; i++) {
      clocks.add(choice[random.nextInt(choice.length)]);
    }
    return SmallerTimelines.compact(steps, new Timeline(steps, clocks));
  }

  private static Step step(Random random, ToIntFunction<Random> edit, int replicas) {
    int replica = random.nextInt(replicas);
    if (random.nextInt(20) == 0) {
      return random.nextBoolean() ? Step.cut(replica) : Step.heal();
    }
    int kind = random.nextInt(8);
    if (kind < 4) {
      return Step.edit(replica, edit.applyAsInt(random));
    }
    int to = (replica + 1 + random.nextInt(replicas - 1)) % replicas;
    if (kind < 6) {
      return Step.merge(replica, to);
    }
    int howFarBack = random.nextInt(FURTHEST_BACK);
    return kind == 6
        ? Step.staleMerge(replica, to, howFarBack)
        : Step.delta(replica, to, howFarBack);
  }
}
