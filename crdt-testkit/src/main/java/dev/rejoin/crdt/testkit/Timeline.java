package dev.rejoin.crdt.testkit;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A history to play: steps in their order, and how the wall clock of each replica goes. Its
 * replicas are those from A to the last that a step names; it names no type, so it can be played on
 * any {@link Subject}.
 *
 * <p>As text it is the Java code that makes it, ready to paste into a regression test that imports
 * the members of {@link Step} and {@link WallClock} statically.
 *
 * @param steps what happens, in order
 * @param clocks the clocks of A, B, C and so on; replicas beyond the list have a steady one
 */
public record Timeline(List<Step> steps, List<WallClock> clocks) {

  /**
   * Copies the lists.
   *
   * @throws NullPointerException if a list or an element is null
   */
  public Timeline {
    steps = List.copyOf(steps);
    clocks = List.copyOf(clocks);
  }

  /**
   * Returns the timeline of those steps, with steady clocks.
   *
   * @throws NullPointerException if a step is null
   */
  public static Timeline of(Step... steps) {
    return new Timeline(Arrays.asList(steps), List.of());
  }

  /**
   * Returns this timeline with those clocks.
   *
   * @throws NullPointerException if a clock is null
   */
  public Timeline withClocks(WallClock... clocks) {
    return new Timeline(steps, Arrays.asList(clocks));
  }

  /** Returns how many replicas there are: one more than the greatest number, at least two. */
  public int replicas() {
    return steps.stream().flatMapToInt(Timeline::replicas).reduce(1, Math::max) + 1;
  }

  /** Returns the replicas that a step names. */
  static IntStream replicas(Step step) {
    if (step instanceof Step.Edit edit) {
      return IntStream.of(edit.replica());
    }
    if (step instanceof Step.Merge merge) {
      return IntStream.of(merge.from(), merge.to());
    }
    if (step instanceof Step.StaleMerge merge) {
      return IntStream.of(merge.from(), merge.to());
    }
    if (step instanceof Step.Recode recode) {
      return IntStream.of(recode.replica());
    }
    if (step instanceof Step.Restart restart) {
      return IntStream.of(restart.replica());
    }
    if (step instanceof Step.Restore restore) {
      return IntStream.of(restore.replica());
    }
    Step.Delta delta = (Step.Delta) step;
    return IntStream.of(delta.from(), delta.to());
  }

  /** Returns how the clock of that replica goes. */
  WallClock clock(int replica) {
    return replica < clocks.size() ? clocks.get(replica) : WallClock.STEADY;
  }

  /** Returns the Java code that makes this timeline, on one line. */
  @Override
  public String toString() {
    String code =
        steps.stream().map(Step::toString).collect(Collectors.joining(", ", "Timeline.of(", ")"));
    int last = clocks.size();
    while (last > 0 && clocks.get(last - 1) == WallClock.STEADY) {
      last--;
    }
    return last == 0
        ? code
        : clocks.subList(0, last).stream()
            .map(WallClock::name)
            .collect(Collectors.joining(", ", code + ".withClocks(", ")"));
  }
}
