package dev.rejoin.crdt;

/**
 * A counter that goes up and down and can be set back to zero; a reset takes away exactly what it
 * has seen, and whatever is counted at the same time survives it.
 *
 * <p><b>State.</b> Two {@link PNCounter}s: all that was ever counted, and the part of it that
 * resets have taken away.
 *
 * <p><b>Order.</b> A counter is at most another when both its parts are. A reset moves the state
 * up, too.
 *
 * <p><b>Merge.</b> Part by part.
 *
 * <p><b>Concurrency.</b> Concurrent increments, decrements and resets all count: the value is the
 * sum of the increments less that of the decrements that no reset has seen. Concurrent resets take
 * away what either has seen, once. <b>Danger:</b> as with {@link GCounter}, two edits made on forks
 * of one state under the same id count once.
 *
 * <p><b>Cost.</b> O(n) with <i>n</i> replicas, in time and memory, and four numbers for each. What
 * was reset counts towards {@link GCounter#MAX_COUNT} for ever. {@link #merge} returns one of its
 * operands where that is the result.
 *
 * <p><b>Source.</b> Shapiro, Preguiça, Baquero, Zawirski: A comprehensive study of convergent and
 * commutative replicated data types (2011), specification 7, with a floor below each entry, joined
 * by maximum like the entry itself.
 */
public final class ResettableCounter implements Crdt<ResettableCounter> {

  private static final ResettableCounter EMPTY =
      new ResettableCounter(PNCounter.empty(), PNCounter.empty());

  private final PNCounter counted;
  private final PNCounter floor; // at most counted

  private ResettableCounter(PNCounter counted, PNCounter floor) {
    this.counted = counted;
    this.floor = floor;
  }

  /** Returns the counter that stands at zero. */
  public static ResettableCounter empty() {
    return EMPTY;
  }

  /**
   * Returns the counter of those parts.
   *
   * @param counted all that was ever counted
   * @param floor the part of it that resets have taken away
   * @throws NullPointerException if an argument is null
   * @throws IllegalArgumentException if {@code floor} is not at most {@code counted}
   */
  public static ResettableCounter of(PNCounter counted, PNCounter floor) {
    if (!floor.isAtMost(counted)) {
      throw new IllegalArgumentException(
          "what was reset must be at most what was counted, but %s is not at most %s"
              .formatted(floor, counted));
    }
    return EMPTY.with(counted, floor);
  }

  private ResettableCounter with(PNCounter newCounted, PNCounter newFloor) {
    if (newCounted == counted && newFloor == floor) {
      return this;
    }
    return newCounted == PNCounter.empty() ? EMPTY : new ResettableCounter(newCounted, newFloor);
  }

  /**
   * Returns this counter one higher.
   *
   * @throws NullPointerException if {@code me} is null
   * @throws ArithmeticException if this replica's increments would exceed {@link
   *     GCounter#MAX_COUNT}, those that were reset included
   */
  public ResettableCounter increment(Author me) {
    return increment(me, 1);
  }

  /**
   * Returns this counter higher by {@code amount}; this very counter for zero.
   *
   * @throws NullPointerException if {@code me} is null
   * @throws IllegalArgumentException if {@code amount} is negative
   * @throws ArithmeticException if this replica's increments would exceed {@link
   *     GCounter#MAX_COUNT}, those that were reset included
   */
  public ResettableCounter increment(Author me, long amount) {
    return with(counted.increment(me, amount), floor);
  }

  /**
   * Returns this counter one lower.
   *
   * @throws NullPointerException if {@code me} is null
   * @throws ArithmeticException if this replica's decrements would exceed {@link
   *     GCounter#MAX_COUNT}, those that were reset included
   */
  public ResettableCounter decrement(Author me) {
    return decrement(me, 1);
  }

  /**
   * Returns this counter lower by {@code amount}; this very counter for zero.
   *
   * @throws NullPointerException if {@code me} is null
   * @throws IllegalArgumentException if {@code amount} is negative
   * @throws ArithmeticException if this replica's decrements would exceed {@link
   *     GCounter#MAX_COUNT}, those that were reset included
   */
  public ResettableCounter decrement(Author me, long amount) {
    return with(counted.decrement(me, amount), floor);
  }

  /** Returns this counter back at zero; this very counter if all was reset already. */
  public ResettableCounter reset() {
    return floor.equals(counted) ? this : with(counted, counted);
  }

  /**
   * Returns all increments less all decrements that no reset has taken away, summed exactly.
   *
   * @throws ArithmeticException if the result does not fit a {@code long}
   */
  public long value() {
    return counted.without(floor).value();
  }

  /** Returns all that was ever counted, reset or not. */
  public PNCounter counted() {
    return counted;
  }

  /** Returns the part of {@link #counted} that resets have taken away. */
  public PNCounter floor() {
    return floor;
  }

  @Override
  public ResettableCounter merge(ResettableCounter other) {
    PNCounter bothCounted = counted.merge(other.counted);
    PNCounter bothFloors = floor.merge(other.floor);
    ResettableCounter merged = with(bothCounted, bothFloors);
    return merged != this && bothCounted.equals(other.counted) && bothFloors.equals(other.floor)
        ? other
        : merged;
  }

  /** Whatever was reset is in what was counted, in a delta too: that makes it a state. */
  @Override
  public ResettableCounter deltaSince(ResettableCounter base) {
    PNCounter raised = floor.deltaSince(base.floor);
    return with(counted.deltaSince(base.counted).merge(raised), raised);
  }

  @Override
  public boolean isAtMost(ResettableCounter other) {
    return counted.isAtMost(other.counted) && floor.isAtMost(other.floor);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ResettableCounter that
        && counted.equals(that.counted)
        && floor.equals(that.floor);
  }

  @Override
  public int hashCode() {
    return 31 * counted.hashCode() + floor.hashCode();
  }

  /**
   * Returns what was counted and what of it was reset, as in {@code ResettableCounter{+{phone=3},
   * -{tablet=1}; floor +{phone=2}, -{}}}.
   */
  @Override
  public String toString() {
    return "ResettableCounter{" + counted.entries() + "; floor " + floor.entries() + "}";
  }
}
