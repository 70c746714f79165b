package dev.rejoin.crdt.sync;

import dev.rejoin.crdt.Crdt;
import dev.rejoin.crdt.Dot;
import dev.rejoin.crdt.ReplicaId;
import io.vavr.Tuple2;
import io.vavr.collection.SortedMap;
import io.vavr.collection.TreeMap;
import java.util.Map;
import java.util.Objects;

/**
 * Which updates of a whole state are included: all that a peer has to say to be sent what it lacks.
 *
 * <p><b>State.</b> Replica → how many of its updates, and the tag of the last of them, drawn at
 * random when it was made. The tag tells two updates of one number apart, which only two replicas
 * under one id can make.
 *
 * <p><b>Order.</b> A version is at most another when each of its entries is: by count, and at equal
 * counts by tag.
 *
 * <p><b>Merge.</b> The greater entry of each replica.
 *
 * <p><b>Concurrency.</b> Every update is kept.
 *
 * <p><b>Cost.</b> With <i>n</i> replicas, {@link #count} takes O(log n), all else O(n log n) at
 * most. {@link #merge} returns one of its operands where that is the result.
 *
 * <p><b>Source.</b> Parker et al.: Detection of mutual inconsistency in distributed systems (1983).
 */
public final class Version implements Crdt<Version> {

  /** The greatest count, 2<sup>53</sup> − 1: exact in every JSON reader. */
  public static final long MAX_COUNT = Dot.MAX_COUNTER;

  private static final Version EMPTY = new Version(TreeMap.empty(), 0);

  private final TreeMap<ReplicaId, Entry> entries;
  private final long updates; // the sum of the counts, which a history asks for all the time

  private Version(TreeMap<ReplicaId, Entry> entries, long updates) {
    this.entries = entries;
    this.updates = updates;
  }

  /**
   * What a version holds of one replica.
   *
   * @param count how many of its updates are included, from 1 to {@link #MAX_COUNT}
   * @param tag the tag of the last of them, not negative
   */
  public record Entry(long count, int tag) implements Comparable<Entry> {

    /**
     * Checks the components.
     *
     * @throws IllegalArgumentException if a component is out of range
     */
    public Entry {
      if (count < 1 || count > MAX_COUNT) {
        throw new IllegalArgumentException(
            "count of updates must lie in 1 to " + MAX_COUNT + ", was " + count);
      }
      if (tag < 0) {
        throw new IllegalArgumentException("tag must not be negative, was " + tag);
      }
    }

    @Override
    public int compareTo(Entry other) {
      int order = Long.compare(count, other.count);
      return order != 0 ? order : Integer.compare(tag, other.tag);
    }
  }

  /** Returns the version that includes no update. */
  public static Version empty() {
    return EMPTY;
  }

  /**
   * Returns the version of those entries.
   *
   * @throws NullPointerException if {@code entries}, a replica or an entry is null
   */
  public static Version of(Map<ReplicaId, Entry> entries) {
    TreeMap<ReplicaId, Entry> sorted = TreeMap.empty();
    long updates = 0;
    for (Map.Entry<ReplicaId, Entry> entry : entries.entrySet()) {
      ReplicaId id = Objects.requireNonNull(entry.getKey(), "replica");
      Entry value = Objects.requireNonNull(entry.getValue(), "entry");
      sorted = sorted.put(id, value);
      updates = plus(updates, value.count);
    }
    return sorted.isEmpty() ? EMPTY : new Version(sorted, updates);
  }

  /** Returns this version with one more update of {@code id}. */
  Version next(ReplicaId id, int tag) {
    long count = count(id);
    if (count == MAX_COUNT) {
      throw new ArithmeticException("updates of " + id + " must not exceed " + MAX_COUNT);
    }
    return new Version(entries.put(id, new Entry(count + 1, tag)), plus(updates, 1));
  }

  /** Returns the sum, or the greatest {@code long} where it would exceed that. */
  private static long plus(long updates, long more) {
    long sum = updates + more;
    return sum < 0 ? Long.MAX_VALUE : sum;
  }

  /**
   * Returns how many updates of {@code replica} are included.
   *
   * @throws NullPointerException if {@code replica} is null
   */
  public long count(ReplicaId replica) {
    Objects.requireNonNull(replica, "replica");
    return entries.get(replica).map(Entry::count).getOrElse(0L);
  }

  /** Returns how many updates are included, of all replicas together. */
  long updates() {
    return updates;
  }

  /** Returns the entry of each replica of which an update is included, in the order of the ids. */
  public SortedMap<ReplicaId, Entry> entries() {
    return entries;
  }

  /** Returns whether no update is included. */
  public boolean isEmpty() {
    return entries.isEmpty();
  }

  /**
   * Returns whether all updates of {@code other} are included: of each replica more, or as many and
   * the same last one. It is {@link #isAtMost} the other way round, as long as no id is shared.
   *
   * @throws NullPointerException if {@code other} is null
   */
  public boolean includes(Version other) {
    return this == other || other.entries.forAll(this::includes);
  }

  private boolean includes(Tuple2<ReplicaId, Entry> entry) {
    Entry mine = entries.getOrElse(entry._1, null);
    return mine != null && (mine.count > entry._2.count || mine.equals(entry._2));
  }

  /**
   * Returns whether this has more updates of {@code id} than {@code other}, or as many but others.
   */
  boolean differsBeyond(Version other, ReplicaId id) {
    Entry mine = entries.getOrElse(id, null);
    Entry theirs = other.entries.getOrElse(id, null);
    return mine != null
        && (theirs == null
            || mine.count > theirs.count
            || (mine.count == theirs.count && mine.tag != theirs.tag));
  }

  @Override
  public Version merge(Version other) {
    if (this == other || other.isAtMost(this)) {
      return this;
    }
    if (isAtMost(other)) {
      return other;
    }
    TreeMap<ReplicaId, Entry> merged = entries;
    long sum = updates;
    for (Tuple2<ReplicaId, Entry> entry : other.entries) {
      Entry mine = entries.getOrElse(entry._1, null);
      if (mine == null || mine.compareTo(entry._2) < 0) {
        merged = merged.put(entry._1, entry._2);
        sum = plus(sum, entry._2.count - (mine == null ? 0 : mine.count));
      }
    }
    return new Version(merged, sum);
  }

  /** Returns the entries that exceed those of {@code base}. */
  @Override
  public Version deltaSince(Version base) {
    TreeMap<ReplicaId, Entry> raised = TreeMap.empty();
    long sum = 0;
    for (Tuple2<ReplicaId, Entry> entry : entries) {
      if (!base.holds(entry)) {
        raised = raised.put(entry);
        sum = plus(sum, entry._2.count);
      }
    }
    if (raised.size() == entries.size()) {
      return this;
    }
    return raised.isEmpty() ? EMPTY : new Version(raised, sum);
  }

  @Override
  public boolean isAtMost(Version other) {
    return this == other
        || (entries.size() <= other.entries.size() && entries.forAll(other::holds));
  }

  private boolean holds(Tuple2<ReplicaId, Entry> entry) {
    Entry mine = entries.getOrElse(entry._1, null);
    return mine != null && mine.compareTo(entry._2) >= 0;
  }

  @Override
  public boolean equals(Object other) {
    return this == other || (other instanceof Version that && entries.equals(that.entries));
  }

  @Override
  public int hashCode() {
    return entries.hashCode();
  }

  /** Returns the counts in the order of the ids, as in {@code {phone=3, tablet=1}}. */
  @Override
  public String toString() {
    return entries
        .mapValues(Entry::count)
        .iterator()
        .map(e -> e._1 + "=" + e._2)
        .mkString("{", ", ", "}");
  }
}
