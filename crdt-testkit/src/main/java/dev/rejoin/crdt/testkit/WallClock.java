package dev.rejoin.crdt.testkit;

import java.time.Duration;
import java.time.Instant;

/**
 * How the simulated wall clock of one replica goes. What it shows depends on the step of the
 * timeline alone, never on the real time. Here B is ten years behind A, whose value it replaces:
 *
 * <pre>{@code
 * Timeline behind =
 *     Timeline.of(Step.edit(0, 0), Step.merge(0, 1), Step.edit(1, 1))
 *         .withClocks(WallClock.STEADY, WallClock.BEHIND);
 * }</pre>
 */
public enum WallClock {
  /** Right, and one second on at every step. */
  STEADY,
  /** Right but coarse: it shows the same time at every step. */
  COARSE,
  /** Ten years ahead, and one second on at every step. */
  AHEAD,
  /** Ten years behind, and one second on at every step. */
  BEHIND,
  /** Right at the start, and one second further back at every step. */
  BACKWARDS;

  private static final long START = Instant.parse("2026-01-01T00:00:00Z").toEpochMilli();
  private static final long TEN_YEARS = Duration.ofDays(3650).toMillis();
  private static final long SECOND = Duration.ofSeconds(1).toMillis();

  /** Returns what the clock shows at that step, in milliseconds since 1970. */
  long millisAt(int step) {
    return switch (this) {
      case STEADY -> START + step * SECOND;
      case COARSE -> START;
      case AHEAD -> START + TEN_YEARS + step * SECOND;
      case BEHIND -> START - TEN_YEARS + step * SECOND;
      case BACKWARDS -> START - step * SECOND;
    };
  }
}
