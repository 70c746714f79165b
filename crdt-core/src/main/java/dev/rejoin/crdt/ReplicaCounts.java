package dev.rejoin.crdt;

import io.vavr.collection.SortedMap;
import io.vavr.collection.TreeMap;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;

/**
 * For each replica a count, joined by maximum: the state under version vectors and counters. A zero
 * is never stored, so equal states have equal arrays.
 */
final class ReplicaCounts {

  /** The greatest count, 2<sup>53</sup> − 1: exact in every JSON reader. */
  static final long MAX = (1L << 53) - 1;

  static final ReplicaCounts EMPTY = new ReplicaCounts(new ReplicaId[0], new long[0], 0);

  /** So many counts can be added up in a {@code long}, whatever they are. */
  private static final int SAFE_TO_ADD = 1023;

  private final ReplicaId[] ids; // ascending, distinct
  private final long[] counts; // counts[i], from 1 to MAX, belongs to ids[i]

  /** Keeps the first {@code size} entries of arrays that nobody else holds on to. */
  private ReplicaCounts(ReplicaId[] ids, long[] counts, int size) {
    this.ids = ids.length == size ? ids : Arrays.copyOf(ids, size);
    this.counts = counts.length == size ? counts : Arrays.copyOf(counts, size);
  }

  /**
   * @throws IllegalArgumentException if a count is negative or exceeds {@link #MAX}
   */
  static ReplicaCounts of(Map<ReplicaId, Long> entries) {
    Map<ReplicaId, Long> sorted = new java.util.TreeMap<>();
    entries.forEach(
        (id, count) ->
            sorted.put(
                Objects.requireNonNull(id, "replica"), Objects.requireNonNull(count, "count")));
    ReplicaId[] ids = new ReplicaId[sorted.size()];
    long[] counts = new long[sorted.size()];
    int size = 0;
    for (Map.Entry<ReplicaId, Long> entry : sorted.entrySet()) {
      long count = entry.getValue();
      if (count < 0 || count > MAX) {
        throw new IllegalArgumentException(
            "count of replica " + entry.getKey() + " must lie in 0 to " + MAX + ", was " + count);
      }
      if (count > 0) {
        ids[size] = entry.getKey();
        counts[size++] = count;
      }
    }
    return size == 0 ? EMPTY : new ReplicaCounts(ids, counts, size);
  }

  int size() {
    return ids.length;
  }

  long count(ReplicaId id) {
    int index = Arrays.binarySearch(ids, Objects.requireNonNull(id, "replica"));
    return index >= 0 ? counts[index] : 0;
  }

  /**
   * Returns these counts with {@code amount} more for {@code id}; these very counts for zero.
   *
   * @throws IllegalArgumentException if {@code amount} is negative
   * @throws ArithmeticException if the count would exceed {@link #MAX}
   */
  ReplicaCounts plus(ReplicaId id, long amount) {
    if (amount < 0) {
      throw new IllegalArgumentException("amount must not be negative, was " + amount);
    }
    if (amount == 0) {
      return this;
    }
    int index = Arrays.binarySearch(ids, id);
    long before = index >= 0 ? counts[index] : 0;
    if (amount > MAX - before) {
      throw new ArithmeticException(
          "count of replica %s must not exceed %s, was %s + %s".formatted(id, MAX, before, amount));
    }
    if (index >= 0) {
      long[] raised = counts.clone();
      raised[index] += amount;
      return new ReplicaCounts(ids, raised, ids.length);
    }
    return inserted(-index - 1, id, amount);
  }

  private ReplicaCounts inserted(int at, ReplicaId id, long count) {
    ReplicaId[] moreIds = Arrays.copyOf(ids, ids.length + 1);
    long[] moreCounts = Arrays.copyOf(counts, ids.length + 1);
    System.arraycopy(ids, at, moreIds, at + 1, ids.length - at);
    System.arraycopy(counts, at, moreCounts, at + 1, ids.length - at);
    moreIds[at] = id;
    moreCounts[at] = count;
    return new ReplicaCounts(moreIds, moreCounts, moreIds.length);
  }

  ReplicaCounts merge(ReplicaCounts other) {
    boolean paired = hasIdsOf(other);
    return switch (paired ? comparePairwise(other) : compareAny(other)) {
      case AFTER, EQUAL -> this;
      case BEFORE -> other;
      case CONCURRENT -> paired ? pairwiseMaxima(other) : maxima(other);
    };
  }

  /** Returns whether both have counts of the same replicas; once merged, they share the array. */
  private boolean hasIdsOf(ReplicaCounts other) {
    return ids == other.ids || Arrays.equals(ids, other.ids);
  }

  private ReplicaCounts pairwiseMaxima(ReplicaCounts other) {
    long[] greater = counts.clone();
    for (int i = 0; i < greater.length; i++) {
      greater[i] = Math.max(greater[i], other.counts[i]);
    }
    return new ReplicaCounts(ids, greater, greater.length);
  }

  private ReplicaCounts maxima(ReplicaCounts other) {
    ReplicaId[] allIds = new ReplicaId[ids.length + other.ids.length];
    long[] allCounts = new long[allIds.length];
    int size = 0;
    int i = 0;
    int j = 0;
    while (i < ids.length || j < other.ids.length) {
      int side = side(ids, i, other.ids, j);
      allIds[size] = side <= 0 ? ids[i] : other.ids[j];
      long mine = side <= 0 ? counts[i++] : 0;
      long theirs = side >= 0 ? other.counts[j++] : 0;
      allCounts[size++] = Math.max(mine, theirs);
    }
    return new ReplicaCounts(allIds, allCounts, size);
  }

  /** Returns the entries that exceed those of {@code base}: the least counts that raise it here. */
  ReplicaCounts since(ReplicaCounts base) {
    ReplicaId[] raisedIds = new ReplicaId[ids.length];
    long[] raisedCounts = new long[ids.length];
    int size = 0;
    int j = 0;
    for (int i = 0; i < ids.length; i++) {
      while (j < base.ids.length && base.ids[j].compareTo(ids[i]) < 0) {
        j++;
      }
      long theirs = j < base.ids.length && base.ids[j].equals(ids[i]) ? base.counts[j] : 0;
      if (counts[i] > theirs) {
        raisedIds[size] = ids[i];
        raisedCounts[size++] = counts[i];
      }
    }
    if (size == 0) {
      return EMPTY;
    }
    return size == ids.length ? this : new ReplicaCounts(raisedIds, raisedCounts, size);
  }

  /** Returns for each entry what it has more than {@code part}, which must be at most this. */
  ReplicaCounts without(ReplicaCounts part) {
    ReplicaId[] leftIds = new ReplicaId[ids.length];
    long[] leftCounts = new long[ids.length];
    int size = 0;
    int j = 0;
    for (int i = 0; i < ids.length; i++) {
      boolean isInBoth = j < part.ids.length && part.ids[j].equals(ids[i]);
      long left = isInBoth ? counts[i] - part.counts[j++] : counts[i];
      if (left > 0) {
        leftIds[size] = ids[i];
        leftCounts[size++] = left;
      }
    }
    return size == 0 ? EMPTY : new ReplicaCounts(leftIds, leftCounts, size);
  }

  boolean isAtMost(ReplicaCounts other) {
    CausalOrder order = compare(other);
    return order == CausalOrder.BEFORE || order == CausalOrder.EQUAL;
  }

  CausalOrder compare(ReplicaCounts other) {
    return hasIdsOf(other) ? comparePairwise(other) : compareAny(other);
  }

  private CausalOrder comparePairwise(ReplicaCounts other) {
    boolean atMost = true;
    boolean atLeast = true;
    for (int i = 0; i < counts.length; i++) {
      atMost &= counts[i] <= other.counts[i];
      atLeast &= counts[i] >= other.counts[i];
    }
    return CausalOrder.of(atMost, atLeast);
  }

  private CausalOrder compareAny(ReplicaCounts other) {
    boolean atMost = true;
    boolean atLeast = true;
    int i = 0;
    int j = 0;
    while ((atMost || atLeast) && (i < ids.length || j < other.ids.length)) {
      int side = side(ids, i, other.ids, j);
      long mine = side <= 0 ? counts[i++] : 0;
      long theirs = side >= 0 ? other.counts[j++] : 0;
      atMost &= mine <= theirs;
      atLeast &= mine >= theirs;
    }
    return CausalOrder.of(atMost, atLeast);
  }

  /**
   * Returns which of two walks through ascending ids meets the next one: negative for the first,
   * positive for the second, zero for both.
   */
  static int side(ReplicaId[] first, int i, ReplicaId[] second, int j) {
    if (i == first.length) {
      return 1;
    }
    return j == second.length ? -1 : first[i].compareTo(second[j]);
  }

  /**
   * Returns the sum of all counts less the sum of {@code other}'s.
   *
   * @param subject what the sum is called in an error
   * @throws ArithmeticException if the exact result does not fit a {@code long}
   */
  long minus(ReplicaCounts other, String subject) {
    if (ids.length <= SAFE_TO_ADD && other.ids.length <= SAFE_TO_ADD) {
      return Arrays.stream(counts).sum() - Arrays.stream(other.counts).sum();
    }
    BigInteger exact = exactSum().subtract(other.exactSum());
    if (exact.bitLength() > Long.SIZE - 1) {
      throw new ArithmeticException(
          "%s must lie in %s to %s, was %s"
              .formatted(subject, Long.MIN_VALUE, Long.MAX_VALUE, exact));
    }
    return exact.longValue();
  }

  private BigInteger exactSum() {
    return Arrays.stream(counts)
        .mapToObj(BigInteger::valueOf)
        .reduce(BigInteger.ZERO, BigInteger::add);
  }

  SortedMap<ReplicaId, Long> toMap() {
    TreeMap<ReplicaId, Long> map = TreeMap.empty();
    for (int i = 0; i < ids.length; i++) {
      map = map.put(ids[i], counts[i]);
    }
    return map;
  }

  @Override
  public boolean equals(Object other) {
    return this == other
        || (other instanceof ReplicaCounts that
            && Arrays.equals(counts, that.counts)
            && Arrays.equals(ids, that.ids));
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(ids) + Arrays.hashCode(counts);
  }

  /** Returns the entries in the order of the ids, as in {@code {phone=3, tablet=1}}. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("{");
    for (int i = 0; i < ids.length; i++) {
      text.append(i == 0 ? "" : ", ").append(ids[i]).append('=').append(counts[i]);
    }
    return text.append('}').toString();
  }
}
