package dev.rejoin.crdt.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.BiFunction;

/**
 * Timelines by chance: up to {@value #MAX_STEPS} steps over 2 to {@value #MAX_REPLICAS} replicas,
 * each of which may have a wrong clock. Half of the plain steps are edits, a quarter merges, the
 * others stale merges and deltas.
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
    return next(random, List.of());
  }

  /**
   * Returns the next timeline for that subject: one step in eight is one of those that only it can
   * make, if it has any.
   */
  static Timeline next(Random random, Subject<?> subject) {
    return next(random, special(subject));
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

  private static Timeline next(Random random, List<BiFunction<Random, Integer, Step>> special) {
    int replicas = 2 + random.nextInt(MAX_REPLICAS - 1);
    int length = 1 + random.nextInt(1 + random.nextInt(MAX_STEPS));
    List<Step> steps = new ArrayList<>();
    for (int i = 0; i < length; i++) {
      steps.add(
          !special.isEmpty() && random.nextInt(8) == 0
              ? special.get(random.nextInt(special.size())).apply(random, random.nextInt(replicas))
              : step(random, replicas));
    }
    WallClock[] choice = WallClock.values();
    List<WallClock> clocks = new ArrayList<>();
    for (int i = 0; i < replicas; i++) {
      clocks.add(choice[random.nextInt(choice.length)]);
    }
    return SmallerTimelines.compact(steps, new Timeline(steps, clocks));
  }

  private static Step step(Random random, int replicas) {
    int kind = random.nextInt(8);
    int replica = random.nextInt(replicas);
    if (kind < 4) {
      return Step.edit(replica, random.nextInt(EDITS));
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
