package dev.rejoin.crdt;

import io.vavr.collection.SortedMap;
import java.util.Map;
import java.util.Objects;

/**
 * For each replica, how many of its edits are included, without gaps.
 *
 * <p><b>State.</b> Replica → count, from 1 to {@link Dot#MAX_COUNTER}. A missing entry and a zero
 * are the same; a zero is never stored.
 *
 * <p><b>Order.</b> A vector is at most another when each of its counts is. Two vectors each of
 * which exceeds the other somewhere are concurrent.
 *
 * <p><b>Merge.</b> The greater count of each replica.
 *
 * <p><b>Concurrency.</b> Every increment is kept. A version vector cannot say that dot 3 is
 * included and dot 2 is not: what can arrive with gaps, as a delta does, needs a {@link
 * CausalContext}.
 *
 * <p><b>Cost.</b> With <i>n</i> replicas, {@link #count} and {@link #includes} take O(log n), all
 * else O(n). {@link #merge} returns one of its operands where that is the result.
 *
 * <p><b>Source.</b> Parker et al.: Detection of mutual inconsistency in distributed systems (1983);
 * Mattern: Virtual time and global states of distributed systems (1989).
 */
public final class VersionVector implements Crdt<VersionVector> {

  private static final VersionVector EMPTY = new VersionVector(ReplicaCounts.EMPTY);

  private final ReplicaCounts counts;

  private VersionVector(ReplicaCounts counts) {
    this.counts = counts;
  }

  /** Returns the vector that includes no edit. */
  public static VersionVector empty() {
    return EMPTY;
  }

  /**
   * Returns the vector of those counts; zeros are left out.
   *
   * @throws NullPointerException if {@code counts}, a replica or a count is null
   * @throws IllegalArgumentException if a count is negative or exceeds {@link Dot#MAX_COUNTER}
   */
  public static VersionVector of(Map<ReplicaId, Long> counts) {
    return of(ReplicaCounts.of(Objects.requireNonNull(counts, "counts")));
  }

  private static VersionVector of(ReplicaCounts counts) {
    return counts.size() == 0 ? EMPTY : new VersionVector(counts);
  }

  /**
   * Returns this vector with one more edit of {@code me}.
   *
   * @throws NullPointerException if {@code me} is null
   * @throws ArithmeticException if the count would exceed {@link Dot#MAX_COUNTER}
   */
  public VersionVector increment(Author me) {
    return new VersionVector(counts.plus(me.id(), 1));
  }

  /**
   * Returns how many edits of {@code replica} are included.
   *
   * @throws NullPointerException if {@code replica} is null
   */
  public long count(ReplicaId replica) {
    return counts.count(replica);
  }

  /**
   * Returns whether the edit of that name is included.
   *
   * @throws NullPointerException if {@code dot} is null
   */
  public boolean includes(Dot dot) {
    return dot.counter() <= counts.count(dot.replica());
  }

  /** Returns whether no edit is included. */
  public boolean isEmpty() {
    return counts.size() == 0;
  }

  /** Returns how many replicas have an edit included. */
  public int size() {
    return counts.size();
  }

  /** Returns the counts of all replicas, none of them zero, in the order of the ids. */
  public SortedMap<ReplicaId, Long> counts() {
    return counts.toMap();
  }

  @Override
  public VersionVector merge(VersionVector other) {
    ReplicaCounts merged = counts.merge(other.counts);
    if (merged == counts) {
      return this;
    }
    return merged == other.counts ? other : new VersionVector(merged);
  }

  @Override
  public VersionVector deltaSince(VersionVector base) {
    ReplicaCounts raised = counts.since(base.counts);
    return raised == counts ? this : of(raised);
  }

  @Override
  public boolean isAtMost(VersionVector other) {
    return counts.isAtMost(other.counts);
  }

  @Override
  public CausalOrder compare(VersionVector other) {
    return counts.compare(other.counts);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof VersionVector that && counts.equals(that.counts);
  }

  @Override
  public int hashCode() {
    return counts.hashCode();
  }

  /** Returns the counts in the order of the ids, as in {@code {phone=3, tablet=1}}. */
  @Override
  public String toString() {
    return counts.toString();
  }
}
