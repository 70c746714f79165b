package dev.rejoin.crdt;

import io.vavr.control.Option;
import java.time.Clock;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A hybrid logical clock: it gives every edit a {@link HybridTimestamp} that follows the wall clock
 * as long as that moves on, and counts up where it stands still or goes back.
 *
 * <p>Every stamp by the clock's own reading is greater than each one before it. An edit that
 * replaces a stamped value gets a stamp greater than that one too, however far ahead it is; the
 * clock itself is not moved by it, so one replica whose wall clock is wrong does not drag the
 * others along.
 *
 * <p>Thread-safe: all methods may be called from any thread, and the one mutable field is guarded
 * by this object's monitor. Persist {@link #latest} with the replica, and open the clock again
 * {@link #of(Clock, HybridTimestamp) after it}: then it does not go back over a restart either.
 */
public final class HybridClock {

  private final Clock wall;
  private @Nullable HybridTimestamp latest; // guarded by this

  private HybridClock(Clock wall, @Nullable HybridTimestamp latest) {
    this.wall = Objects.requireNonNull(wall, "wall");
    this.latest = latest;
  }

  /** Returns a new clock over the system's wall clock. */
  public static HybridClock system() {
    return new HybridClock(Clock.systemUTC(), null);
  }

  /**
   * Returns a new clock over {@code wall}.
   *
   * @throws NullPointerException if {@code wall} is null
   */
  public static HybridClock of(Clock wall) {
    return new HybridClock(wall, null);
  }

  /**
   * Returns a clock over {@code wall} that goes on after {@code latest}, the saved last stamp of an
   * earlier one.
   *
   * @throws NullPointerException if an argument is null
   */
  public static HybridClock of(Clock wall, HybridTimestamp latest) {
    return new HybridClock(wall, Objects.requireNonNull(latest, "latest"));
  }

  /**
   * Returns a stamp of {@code replica}, greater than every one this clock gave by its own reading.
   * A wall clock that shows a time before 1970 is read as 1970.
   *
   * @throws NullPointerException if {@code replica} is null
   * @throws ArithmeticException if it would exceed the greatest timestamp
   */
  public HybridTimestamp stamp(ReplicaId replica) {
    Objects.requireNonNull(replica, "replica");
    long now = Math.max(0, wall.millis());
    if (now > HybridTimestamp.MAX_MILLIS) {
      throw new ArithmeticException(
          "wall clock must not exceed " + HybridTimestamp.MAX_MILLIS + " ms, was " + now);
    }
    synchronized (this) {
      HybridTimestamp stamp =
          latest == null || now > latest.millis()
              ? new HybridTimestamp(now, 0, replica)
              : latest.next(replica);
      latest = stamp;
      return stamp;
    }
  }

  /**
   * Returns a stamp of {@code replica}, greater than every one this clock gave by its own reading
   * and greater than {@code replaced}, which does not move this clock.
   *
   * @throws NullPointerException if an argument is null
   * @throws ArithmeticException if it would exceed the greatest timestamp
   */
  public HybridTimestamp stampAfter(ReplicaId replica, HybridTimestamp replaced) {
    Objects.requireNonNull(replaced, "replaced");
    HybridTimestamp own = stamp(replica);
    return own.compareTo(replaced) > 0 ? own : replaced.next(replica);
  }

  /** Returns the greatest stamp this clock gave by its own reading, or none: what to save. */
  public synchronized Option<HybridTimestamp> latest() {
    return Option.of(latest);
  }
}
