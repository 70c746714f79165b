package dev.rejoin.crdt.sync;

import dev.rejoin.crdt.Crdt;
import java.util.Objects;

/**
 * What one replica says to another: for who has all of {@code since}, joining {@code delta} gives
 * all of {@code version}.
 *
 * @param since what the receiver must have already
 * @param version what it has once it has joined the delta; at least {@code since}
 * @param delta what it lacks, for all that the sender knows
 * @param <S> the type of the whole state
 */
public record Changes<S extends Crdt<S>>(Version since, Version version, S delta) {

  /**
   * Checks the components.
   *
   * @throws NullPointerException if a component is null
   * @throws IllegalArgumentException if {@code since} is not at most {@code version}
   */
  public Changes {
    Objects.requireNonNull(since, "since");
    Objects.requireNonNull(version, "version");
    Objects.requireNonNull(delta, "delta");
    if (!since.isAtMost(version)) {
      throw new IllegalArgumentException(
          "since must be at most version, " + version + ", was " + since);
    }
  }

  /** Returns whether there is no update in it, so that it need not be sent. */
  public boolean isEmpty() {
    return since.equals(version);
  }
}
