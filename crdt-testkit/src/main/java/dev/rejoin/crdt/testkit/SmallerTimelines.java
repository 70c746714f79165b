package dev.rejoin.crdt.testkit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
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
            withoutOneAndNearer(timeline),
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
      steps.stream().mapToInt(step -> StepParts.of(step).kind().weight()).sum(),
      steps.stream().mapToInt(step -> StepParts.of(step).number()).sum(),
      timeline.clocks().stream().filter(clock -> !isRight(clock)).count(),
      timeline.clocks().stream().filter(clock -> clock == WallClock.COARSE).count()
    };
  }

  private static boolean isRight(WallClock clock) {
    return clock == WallClock.STEADY || clock == WallClock.COARSE;
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

  /** Without one step, a later one goes back one state less: so it goes back to the same one. */
  private static Stream<Timeline> withoutOneAndNearer(Timeline timeline) {
    int size = timeline.steps().size();
    return IntStream.range(0, size <= FEW ? size : 0)
        .boxed()
        .flatMap(
            later ->
                nearer(timeline.steps().get(later)).stream()
                    .flatMap(
                        step ->
                            IntStream.range(0, later)
                                .mapToObj(
                                    gone -> {
                                      List<Step> steps = with(timeline.steps(), later, step);
                                      steps.remove(gone);
                                      return compact(steps, timeline);
                                    })));
  }

  private static Optional<Step> nearer(Step step) {
    StepParts parts = StepParts.of(step);
    return parts.goesBack() && parts.number() > 0
        ? Optional.of(parts.with(parts.number() - 1).step())
        : Optional.empty();
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
      StepParts renamed = StepParts.of(step).renamed(replica -> replica == gone ? heir : replica);
      List<Integer> named = renamed.replicas();
      if (named.stream().distinct().count() == named.size()) {
        steps.add(renamed.step());
      }
    }
    return compact(steps, timeline);
  }

  /** Numbers the replicas that those steps name anew, in the same order and without a gap. */
  static Timeline compact(List<Step> steps, Timeline timeline) {
    List<Integer> used = used(steps);
    return new Timeline(
        steps.stream().map(step -> StepParts.of(step).renamed(used::indexOf).step()).toList(),
        used.stream().map(timeline::clock).toList());
  }

  private static List<Integer> used(List<Step> steps) {
    return steps.stream()
        .flatMap(step -> StepParts.of(step).replicas().stream())
        .distinct()
        .sorted()
        .toList();
  }

  private static Stream<Timeline> withPlainerSteps(Timeline timeline) {
    List<Step> steps = timeline.steps();
    return IntStream.range(0, steps.size())
        .boxed()
        .flatMap(at -> plainer(steps.get(at)).map(plain -> with(steps, at, plain)))
        .map(changed -> new Timeline(changed, timeline.clocks()));
  }

  private static Stream<Step> plainer(Step step) {
    StepParts parts = StepParts.of(step);
    return Stream.concat(
            parts.kind().plainer().map(parts::with), smaller(parts.number()).mapToObj(parts::with))
        .map(StepParts::step);
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
