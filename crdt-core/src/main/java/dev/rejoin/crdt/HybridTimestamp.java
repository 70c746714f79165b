package dev.rejoin.crdt;

import java.time.Instant;
import java.util.Objects;

/**
 * One reading of a hybrid logical clock: close to physical time, yet greater than every reading it
 * was made after. Totally ordered by milliseconds, then counter, then replica.
 *
 * @param millis milliseconds since 1970, from 0 to {@value #MAX_MILLIS}
 * @param counter tells readings of one millisecond apart; not negative
 * @param replica who made the stamped edit
 * @see <a href="https://cse.buffalo.edu/tech-reports/2014-04.pdf">Kulkarni, Demirbas, Madeppa,
 *     Avva, Leone: Logical physical clocks and consistent snapshots in globally distributed
 *     databases (2014)</a>
 */
public record HybridTimestamp(long millis, int counter, ReplicaId replica)
    implements Comparable<HybridTimestamp> {

  /** The greatest milliseconds, 2<sup>53</sup> − 1: exact in every JSON reader. */
  public static final long MAX_MILLIS = ReplicaCounts.MAX;

  /**
   * Checks the components.
   *
   * @throws NullPointerException if {@code replica} is null
   * @throws IllegalArgumentException if {@code millis} or {@code counter} is out of range
   */
  public HybridTimestamp {
    Objects.requireNonNull(replica, "replica");
    if (millis < 0 || millis > MAX_MILLIS) {
      throw new IllegalArgumentException(
          "milliseconds of a timestamp must lie in 0 to " + MAX_MILLIS + ", were " + millis);
    }
    if (counter < 0) {
      throw new IllegalArgumentException(
          "counter of a timestamp must not be negative, was " + counter);
    }
  }

  /** Returns a timestamp of {@code replica} just above this one. */
  HybridTimestamp next(ReplicaId replica) {
    if (counter < Integer.MAX_VALUE) {
      return new HybridTimestamp(millis, counter + 1, replica);
    }
    if (millis == MAX_MILLIS) {
      throw new ArithmeticException("no timestamp is greater than the greatest, " + this);
    }
    return new HybridTimestamp(millis + 1, 0, replica);
  }

  @Override
  public int compareTo(HybridTimestamp other) {
    int order = Long.compare(millis, other.millis);
    if (order == 0) {
      order = Integer.compare(counter, other.counter);
    }
    return order != 0 ? order : replica.compareTo(other.replica);
  }

  /** Returns time, counter and replica, as in {@code 2026-05-04T06:30:00Z+2@phone}. */
  @Override
  public String toString() {
    return Instant.ofEpochMilli(millis) + "+" + counter + "@" + replica;
  }
}
