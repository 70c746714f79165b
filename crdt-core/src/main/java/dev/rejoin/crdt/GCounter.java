package dev.rejoin.crdt;

import io.vavr.collection.SortedMap;
import java.util.Map;
import java.util.Objects;

/**
 * A counter that only grows; all increments count, whoever makes them and whenever they arrive.
 *
 * <p><b>State.</b> Replica → the sum of its increments, from 1 to {@link #MAX_COUNT}. A missing
 * entry and a zero are the same; a zero is never stored.
 *
 * <p><b>Order.</b> A counter is at most another when each of its entries is.
 *
 * <p><b>Merge.</b> The greater entry of each replica.
 *
 * <p><b>Concurrency.</b> Concurrent increments by different replicas all count. Two increments made
 * on forks of one state under the same id count once, the greater of them.
 *
 * <p><b>Cost.</b> With <i>n</i> replicas, {@link #count} takes O(log n), all else O(n). {@link
 * #merge} returns one of its operands where that is the result.
 *
 * <p><b>Source.</b> Shapiro, Preguiça, Baquero, Zawirski: A comprehensive study of convergent and
 * commutative replicated data types (2011), specification 6.
 */
public final class GCounter implements Crdt<GCounter> {

  /** The greatest sum of one replica's increments, 2<sup>53</sup> − 1. */
  public static final long MAX_COUNT = ReplicaCounts.MAX;

  private static final GCounter EMPTY = new GCounter(ReplicaCounts.EMPTY);

  private final ReplicaCounts counts;

  private GCounter(ReplicaCounts counts) {
    this.counts = counts;
  }

  /** Returns the counter that stands at zero. */
  public static GCounter empty() {
    return EMPTY;
  }

  /**
   * Returns the counter of those entries; zeros are left out.
   *
   * @throws NullPointerException if {@code counts}, a replica or a count is null
   * @throws IllegalArgumentException if a count is negative or exceeds {@link #MAX_COUNT}
   */
  public static GCounter of(Map<ReplicaId, Long> counts) {
    return of(ReplicaCounts.of(Objects.requireNonNull(counts, "counts")));
  }

  private static GCounter of(ReplicaCounts counts) {
    return counts.size() == 0 ? EMPTY : new GCounter(counts);
  }

  /**
   * Returns this counter one higher.
   *
   * @throws NullPointerException if {@code me} is null
   * @throws ArithmeticException if this replica's sum would exceed {@link #MAX_COUNT}
   */
  public GCounter increment(Author me) {
    return increment(me, 1);
  }

  /**
   * Returns this counter higher by {@code amount}; this very counter for zero.
   *
   * @throws NullPointerException if {@code me} is null
   * @throws IllegalArgumentException if {@code amount} is negative
   * @throws ArithmeticException if this replica's sum would exceed {@link #MAX_COUNT}
   */
  public GCounter increment(Author me, long amount) {
    ReplicaCounts raised = counts.plus(me.id(), amount);
    return raised == counts ? this : new GCounter(raised);
  }

  /**
   * Returns the sum of all increments.
   *
   * @throws ArithmeticException if it does not fit a {@code long}
   */
  public long value() {
    return counts.minus(ReplicaCounts.EMPTY, "value of the counter");
  }

  /**
   * Returns the sum of the increments of {@code replica}.
   *
   * @throws NullPointerException if {@code replica} is null
   */
  public long count(ReplicaId replica) {
    return counts.count(replica);
  }

  /** Returns the entries of all replicas, none of them zero, in the order of the ids. */
  public SortedMap<ReplicaId, Long> counts() {
    return counts.toMap();
  }

  @Override
  public GCounter merge(GCounter other) {
    ReplicaCounts merged = counts.merge(other.counts);
    if (merged == counts) {
      return this;
    }
    return merged == other.counts ? other : new GCounter(merged);
  }

  @Override
  public GCounter deltaSince(GCounter base) {
    ReplicaCounts raised = counts.since(base.counts);
    return raised == counts ? this : of(raised);
  }

  @Override
  public boolean isAtMost(GCounter other) {
    return counts.isAtMost(other.counts);
  }

  @Override
  public CausalOrder compare(GCounter other) {
    return counts.compare(other.counts);
  }

  /** Returns the value less that of {@code other}, exactly, for {@link PNCounter}. */
  long minus(GCounter other) {
    return counts.minus(other.counts, "value of the counter");
  }

  /** Returns this counter less {@code part}, which must be at most this. */
  GCounter without(GCounter part) {
    return of(counts.without(part.counts));
  }

  /** Returns the entries as text, without the name of the type. */
  String entries() {
    return counts.toString();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof GCounter that && counts.equals(that.counts);
  }

  @Override
  public int hashCode() {
    return counts.hashCode();
  }

  /** Returns the entries in the order of the ids, as in {@code GCounter{phone=3, tablet=1}}. */
  @Override
  public String toString() {
    return "GCounter" + counts;
  }
}
