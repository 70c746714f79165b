package dev.rejoin.crdt.testkit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The timelines that are one simplification away from a given one, the boldest first: without a run
 * of steps, without two steps, with one replica less, with a plainer step, with a smaller number,
 * with a better clock. Every one has a smaller {@link #weight}, so simplifying comes to an end.
 */
final class SmallerTimelines {

  /** Up to so many steps, any two of them are taken out together. */
  private static final int FEW = 12;

  /** Up to so many smaller numbers are tried one by one. */
  private static final int SMALL_NUMBERS = 32;

  private SmallerTimelines() {}

  static Stream<Timeline> of(Timeline timeline) {
    return Stream.of(
            withoutRuns(timeline),
            withoutPairs(timeline),
            withFewerReplicas(timeline),
            withPlainerSteps(timeline),
            withBetterClocks(timeline))
        .flatMap(smaller -> smaller);
  }

  /**
   * Returns what is to be made smaller, what matters most first: steps, replicas, kinds of steps,
   * their numbers, clocks that are wrong, and coarse ones.
   */
  static long[] weight(Timeline timeline) {
    List<Step> steps = timeline.steps();
    return new long[] {
      steps.size(),
      used(steps).size(),
      steps.stream().mapToInt(SmallerTimelines::kind).sum(),
      steps.stream().mapToInt(SmallerTimelines::number).sum(),
      timeline.clocks().stream().filter(clock -> !isRight(clock)).count(),
      timeline.clocks().stream().filter(clock -> clock == WallClock.COARSE).count()
    };
  }

  private static boolean isRight(WallClock clock) {
    return clock == WallClock.STEADY || clock == WallClock.COARSE;
  }

  private static int kind(Step step) {
    if (step instanceof Step.Restore) {
      return 6;
    }
    if (step instanceof Step.Restart) {
      return 5;
    }
    if (step instanceof Step.Recode) {
      return 4;
    }
    if (step instanceof Step.Delta) {
      return 3;
    }
    if (step instanceof Step.StaleMerge) {
      return 2;
    }
    return step instanceof Step.Merge ? 1 : 0;
  }

  private static int number(Step step) {
    if (step instanceof Step.Edit edit) {
      return edit.edit();
    }
    if (step instanceof Step.StaleMerge merge) {
      return merge.howFarBack();
    }
    if (step instanceof Step.Restore restore) {
      return restore.howFarBack();
    }
    return step instanceof Step.Delta delta ? delta.howFarBack() : 0;
  }

  private static Stream<Timeline> withoutRuns(Timeline timeline) {
    int size = timeline.steps().size();
    return IntStream.iterate(
            (size + 1) / 2, length -> length > 0, length -> length == 1 ? 0 : (length + 1) / 2)
        .boxed()
        .flatMap(
            length ->
                IntStream.iterate(0, start -> start < size, start -> start + length)
                    .mapToObj(start -> without(timeline, start, Math.min(size, start + length))));
  }

  private static Timeline without(Timeline timeline, int start, int end) {
    List<Step> steps = new ArrayList<>(timeline.steps());
    steps.subList(start, end).clear();
    return compact(steps, timeline);
  }

  private static Stream<Timeline> withoutPairs(Timeline timeline) {
    int size = timeline.steps().size();
    return IntStream.range(0, size <= FEW ? size : 0)
        .boxed()
        .flatMap(
            second ->
                IntStream.range(0, second)
                    .mapToObj(
                        first -> {
                          List<Step> steps = new ArrayList<>(timeline.steps());
                          steps.remove((int) second);
                          steps.remove(first);
                          return compact(steps, timeline);
                        }));
  }

  private static Stream<Timeline> withFewerReplicas(Timeline timeline) {
    List<Integer> used = used(timeline.steps());
    return used.stream()
        .flatMap(
            gone ->
                used.stream()
                    .takeWhile(heir -> heir < gone)
                    .map(heir -> merged(timeline, gone, heir)));
  }

  private static Timeline merged(Timeline timeline, int gone, int heir) {
    List<Step> steps = new ArrayList<>();
    for (Step step : timeline.steps()) {
      Step renamed = renamed(step, replica -> replica == gone ? heir : replica);
      if (Timeline.replicas(renamed).distinct().count() == Timeline.replicas(step).count()) {
        steps.add(renamed);
      }
    }
    return compact(steps, timeline);
  }

  /** Numbers the replicas that those steps name anew, in the same order and without a gap. */
  static Timeline compact(List<Step> steps, Timeline timeline) {
    List<Integer> used = used(steps);
    return new Timeline(
        steps.stream().map(step -> renamed(step, used::indexOf)).toList(),
        used.stream().map(timeline::clock).toList());
  }

  private static List<Integer> used(List<Step> steps) {
    return steps.stream()
        .flatMap(step -> Timeline.replicas(step).boxed())
        .distinct()
        .sorted()
        .toList();
  }

  private static Step renamed(Step step, IntUnaryOperator name) {
    if (step instanceof Step.Edit edit) {
      return Step.edit(name.applyAsInt(edit.replica()), edit.edit());
    }
    if (step instanceof Step.Merge merge) {
      return Step.merge(name.applyAsInt(merge.from()), name.applyAsInt(merge.to()));
    }
    if (step instanceof Step.StaleMerge merge) {
      return Step.staleMerge(
          name.applyAsInt(merge.from()), name.applyAsInt(merge.to()), merge.howFarBack());
    }
    if (step instanceof Step.Recode recode) {
      return Step.recode(name.applyAsInt(recode.replica()));
    }
    if (step instanceof Step.Restart restart) {
      return Step.restart(name.applyAsInt(restart.replica()));
    }
    if (step instanceof Step.Restore restore) {
      return Step.restore(name.applyAsInt(restore.replica()), restore.howFarBack());
    }
    Step.Delta delta = (Step.Delta) step;
    return Step.delta(
        name.applyAsInt(delta.from()), name.applyAsInt(delta.to()), delta.howFarBack());
  }

  private static Stream<Timeline> withPlainerSteps(Timeline timeline) {
    List<Step> steps = timeline.steps();
    return IntStream.range(0, steps.size())
        .boxed()
        .flatMap(at -> plainer(steps.get(at)).map(plain -> with(steps, at, plain)))
        .map(changed -> new Timeline(changed, timeline.clocks()));
  }

  private static Stream<Step> plainer(Step step) {
    if (step instanceof Step.Edit edit) {
      return smaller(edit.edit()).mapToObj(number -> Step.edit(edit.replica(), number));
    }
    if (step instanceof Step.StaleMerge merge) {
      return Stream.concat(
          Stream.of(Step.merge(merge.from(), merge.to())),
          smaller(merge.howFarBack())
              .mapToObj(number -> Step.staleMerge(merge.from(), merge.to(), number)));
    }
    if (step instanceof Step.Delta delta) {
      return Stream.concat(
          Stream.of(
              Step.merge(delta.from(), delta.to()),
              Step.staleMerge(delta.from(), delta.to(), delta.howFarBack())),
          smaller(delta.howFarBack())
              .mapToObj(number -> Step.delta(delta.from(), delta.to(), number)));
    }
    if (step instanceof Step.Restart restart) {
      return Stream.of(Step.recode(restart.replica()));
    }
    if (step instanceof Step.Restore restore) {
      return Stream.concat(
          Stream.of(Step.restart(restore.replica())),
          smaller(restore.howFarBack())
              .mapToObj(number -> Step.restore(restore.replica(), number)));
    }
    return Stream.empty();
  }

  private static IntStream smaller(int number) {
    int fromBelow = Math.min(number, SMALL_NUMBERS);
    return number <= SMALL_NUMBERS
        ? IntStream.range(0, fromBelow)
        : IntStream.concat(IntStream.range(0, fromBelow), IntStream.of(number / 2, number - 1));
  }

  /** All clocks at once, then one by one: equal times need two that are coarse. */
  private static Stream<Timeline> withBetterClocks(Timeline timeline) {
    List<WallClock> clocks = timeline.clocks();
    Stream<List<WallClock>> changes =
        Stream.of(WallClock.STEADY, WallClock.COARSE)
            .flatMap(
                clock ->
                    Stream.concat(
                        Stream.of(Collections.nCopies(clocks.size(), clock)),
                        IntStream.range(0, clocks.size())
                            .mapToObj(replica -> with(clocks, replica, clock))));
    return changes
        .map(changed -> new Timeline(timeline.steps(), changed))
        .filter(changed -> Arrays.compare(weight(changed), weight(timeline)) < 0);
  }

  private static <T> List<T> with(List<T> list, int index, T element) {
    List<T> changed = new ArrayList<>(list);
    changed.set(index, element);
    return changed;
  }
}
