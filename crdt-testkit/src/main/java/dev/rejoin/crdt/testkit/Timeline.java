package dev.rejoin.crdt.testkit;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * A history to play: steps in their order, and how the wall clock of each replica goes. Its
 * replicas are those from A to the last that a step names; it names no type, so it can be played on
 * any {@link Subject}.
 *
 * <p>As text it is the Java code that makes it, ready to paste into a regression test that imports
 * the members of {@link Step} and {@link WallClock} statically.
 *
 * <pre>{@code
 * Timeline timeline =
 *     Timeline.of(
 *         Step.edit(0, 0), // A makes the first edit of the subject,
 *         Step.merge(0, 1), // B merges A's state,
 *         Step.edit(1, 1), // B makes the second edit,
 *         Step.staleMerge(1, 0, 1)); // and A gets a state of B from before
 * }</pre>
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
    steps = copied(steps, "step");
    clocks = copied(clocks, "clock");
  }

  private static <T> List<T> copied(List<T> list, String name) {
    for (int i = 0; i < Objects.requireNonNull(list, name + "s").size(); i++) {
      Objects.requireNonNull(list.get(i), name + " " + i + " of a timeline");
    }
    return List.copyOf(list);
  }

  /**
   * Returns the timeline of those steps, with steady clocks.
   *
   * @throws NullPointerException if a step is null
   */
  public static Timeline of(Step... steps) {
    return new Timeline(Arrays.asList(Objects.requireNonNull(steps, "steps")), List.of());
  }

  /**
   * Returns this timeline with those clocks.
   *
   * @throws NullPointerException if a clock is null
   */
  public Timeline withClocks(WallClock... clocks) {
    return new Timeline(steps, Arrays.asList(Objects.requireNonNull(clocks, "clocks")));
  }

  /** Returns how many replicas there are: one more than the greatest number, at least two. */
  public int replicas() {
    return steps.stream()
            .flatMap(step -> StepParts.of(step).replicas().stream())
            .reduce(1, Math::max)
        + 1;
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
