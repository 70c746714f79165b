package dev.rejoin.crdt;

import java.util.Objects;

/**
 * A counter that goes up and down; all increments and decrements count.
 *
 * <p><b>State.</b> Two {@link GCounter}s: one for the increments, one for the decrements.
 *
 * <p><b>Order.</b> A counter is at most another when both its parts are. A decrement moves the
 * state up, too: only the value goes down.
 *
 * <p><b>Merge.</b> Part by part.
 *
 * <p><b>Concurrency.</b> Concurrent increments and decrements by different replicas all count. The
 * value may pass any bound that each replica keeps by itself: two devices that each spend the last
 * coin show −1 afterwards.
 *
 * <p><b>Cost.</b> Twice that of {@link GCounter}: O(n) with <i>n</i> replicas. {@link #merge}
 * returns one of its operands where that is the result.
 *
 * <p><b>Source.</b> Shapiro, Preguiça, Baquero, Zawirski: A comprehensive study of convergent and
 * commutative replicated data types (2011), specification 7.
 */
public final class PNCounter implements Crdt<PNCounter> {

  private static final PNCounter EMPTY = new PNCounter(GCounter.empty(), GCounter.empty());

  private final GCounter increments;
  private final GCounter decrements;

  private PNCounter(GCounter increments, GCounter decrements) {
    this.increments = increments;
    this.decrements = decrements;
  }

  /** Returns the counter that stands at zero. */
  public static PNCounter empty() {
    return EMPTY;
  }

  /**
   * Returns the counter of those parts.
   *
   * @throws NullPointerException if an argument is null
   */
  public static PNCounter of(GCounter increments, GCounter decrements) {
    Objects.requireNonNull(increments, "increments");
    Objects.requireNonNull(decrements, "decrements");
    return EMPTY.with(increments, decrements);
  }

  /**
   * Returns this counter one higher.
   *
   * @throws NullPointerException if {@code me} is null
   * @throws ArithmeticException if this replica's increments would exceed {@link
   *     GCounter#MAX_COUNT}
   */
  public PNCounter increment(Author me) {
    return increment(me, 1);
  }

  /**
   * Returns this counter higher by {@code amount}; this very counter for zero.
   *
   * @throws NullPointerException if {@code me} is null
   * @throws IllegalArgumentException if {@code amount} is negative
   * @throws ArithmeticException if this replica's increments would exceed {@link
   *     GCounter#MAX_COUNT}
   */
  public PNCounter increment(Author me, long amount) {
    return with(increments.increment(me, amount), decrements);
  }

  /**
   * Returns this counter one lower.
   *
   * @throws NullPointerException if {@code me} is null
   * @throws ArithmeticException if this replica's decrements would exceed {@link
   *     GCounter#MAX_COUNT}
   */
  public PNCounter decrement(Author me) {
    return decrement(me, 1);
  }

  /**
   * Returns this counter lower by {@code amount}; this very counter for zero.
   *
   * @throws NullPointerException if {@code me} is null
   * @throws IllegalArgumentException if {@code amount} is negative
   * @throws ArithmeticException if this replica's decrements would exceed {@link
   *     GCounter#MAX_COUNT}
   */
  public PNCounter decrement(Author me, long amount) {
    return with(increments, decrements.increment(me, amount));
  }

  /**
   * Returns all increments less all decrements, summed exactly.
   *
   * @throws ArithmeticException if the result does not fit a {@code long}
   */
  public long value() {
    return increments.minus(decrements);
  }

  /** Returns the part that counts increments. */
  public GCounter increments() {
    return increments;
  }

  /** Returns the part that counts decrements. */
  public GCounter decrements() {
    return decrements;
  }

  @Override
  public PNCounter merge(PNCounter other) {
    GCounter up = increments.merge(other.increments);
    GCounter down = decrements.merge(other.decrements);
    if (up == increments && down == decrements) {
      return this;
    }
    return up.equals(other.increments) && down.equals(other.decrements) ? other : with(up, down);
  }

  @Override
  public PNCounter deltaSince(PNCounter base) {
    return with(increments.deltaSince(base.increments), decrements.deltaSince(base.decrements));
  }

  @Override
  public boolean isAtMost(PNCounter other) {
    return increments.isAtMost(other.increments) && decrements.isAtMost(other.decrements);
  }

  /** Returns this counter less {@code part}, which must be at most this. */
  PNCounter without(PNCounter part) {
    return with(increments.without(part.increments), decrements.without(part.decrements));
  }

  /** Returns both parts as text, without the name of the type. */
  String entries() {
    return "+" + increments.entries() + ", -" + decrements.entries();
  }

  private PNCounter with(GCounter up, GCounter down) {
    if (up == increments && down == decrements) {
      return this;
    }
    return up == GCounter.empty() && down == GCounter.empty() ? EMPTY : new PNCounter(up, down);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PNCounter that
        && increments.equals(that.increments)
        && decrements.equals(that.decrements);
  }

  @Override
  public int hashCode() {
    return 31 * increments.hashCode() + decrements.hashCode();
  }

  /** Returns both parts, as in {@code PNCounter{+{phone=3}, -{tablet=1}}}. */
  @Override
  public String toString() {
    return "PNCounter{" + entries() + "}";
  }
}
