package dev.rejoin.crdt;

import java.util.Objects;

/**
 * The name of one edit: the replica that made it and the how-manieth of that replica it was.
 *
 * <p>Dots are ordered by replica, then by counter. That order serves sorting; it is not the causal
 * order of the edits.
 *
 * @param replica who made the edit
 * @param counter from 1 to {@value #MAX_COUNTER}
 */
public record Dot(ReplicaId replica, long counter) implements Comparable<Dot> {

  /** The greatest counter, 2<sup>53</sup> − 1: exact in every JSON reader. */
  public static final long MAX_COUNTER = ReplicaCounts.MAX;

  /**
   * Checks both components.
   *
   * @throws NullPointerException if {@code replica} is null
   * @throws IllegalArgumentException if {@code counter} is below 1 or above {@value #MAX_COUNTER}
   */
  public Dot {
    Objects.requireNonNull(replica, "replica");
    if (counter < 1 || counter > MAX_COUNTER) {
      throw new IllegalArgumentException(
          "counter of a dot must lie in 1 to " + MAX_COUNTER + ", was " + counter);
    }
  }

  @Override
  public int compareTo(Dot other) {
    int order = replica.compareTo(other.replica);
    return order != 0 ? order : Long.compare(counter, other.counter);
  }

  /** Returns replica and counter, as in {@code phone:3}. */
  @Override
  public String toString() {
    return replica + ":" + counter;
  }
}
