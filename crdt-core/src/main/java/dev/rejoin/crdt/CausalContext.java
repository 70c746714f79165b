package dev.rejoin.crdt;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;

/**
 * Exactly which edits have been seen, gaps and all.
 *
 * <p>A {@link VersionVector} alone cannot stand in for it: a delta has gaps, and reading a gap as
 * "seen" deletes data.
 *
 * <p><b>State.</b> A set of {@link Dot}s, held per replica as ranges of counters.
 *
 * <p><b>Order.</b> Inclusion.
 *
 * <p><b>Merge.</b> Union.
 *
 * <p><b>Concurrency.</b> Every dot is kept. {@link #next} is one past the greatest counter ever
 * seen of a replica, gaps included: a counter in a gap belongs to an edit that is still on its way.
 *
 * <p><b>Cost.</b> With <i>n</i> replicas and <i>r</i> ranges: {@link #includes} and {@link #next}
 * take O(log n + log r), {@link #add} O(n + r of that replica), all else O(n + r). Without gaps r =
 * n. {@link #merge} returns one of its operands where that is the result.
 *
 * <p><b>Source.</b> Almeida, Shoker, Baquero: Delta state replicated data types (2018), section 7;
 * Malkhi, Terry: Concise version vectors in WinFS (2005).
 */
public final class CausalContext implements Crdt<CausalContext> {

  private static final CausalContext EMPTY = new CausalContext(new ReplicaId[0], new long[0][], 0);

  private final ReplicaId[] ids; // ascending, distinct
  private final long[][] ranges; // ranges[i], never empty, belongs to ids[i]

  /** Keeps the first {@code size} entries of arrays that nobody else holds on to. */
  private CausalContext(ReplicaId[] ids, long[][] ranges, int size) {
    this.ids = ids.length == size ? ids : Arrays.copyOf(ids, size);
    this.ranges = ranges.length == size ? ranges : Arrays.copyOf(ranges, size);
  }

  /**
   * Consecutive dots of one replica.
   *
   * @param replica who made the edits
   * @param first the least counter, from 1
   * @param last the greatest counter, at least {@code first} and at most {@link Dot#MAX_COUNTER}
   */
  public record Range(ReplicaId replica, long first, long last) implements Comparable<Range> {

    /**
     * Checks the components.
     *
     * @throws NullPointerException if {@code replica} is null
     * @throws IllegalArgumentException if {@code first} is below 1, or {@code last} is below {@code
     *     first} or above {@link Dot#MAX_COUNTER}
     */
    public Range {
      Objects.requireNonNull(replica, "replica");
      if (first < 1 || last < first || last > Dot.MAX_COUNTER) {
        throw new IllegalArgumentException(
            "range of dots must rise within 1 to %s, was %s to %s"
                .formatted(Dot.MAX_COUNTER, first, last));
      }
    }

    static Range of(Dot dot) {
      return new Range(dot.replica(), dot.counter(), dot.counter());
    }

    /** Orders ranges by replica, then by their first and last counters. */
    @Override
    public int compareTo(Range other) {
      int order = replica.compareTo(other.replica);
      if (order == 0) {
        order = Long.compare(first, other.first);
      }
      return order != 0 ? order : Long.compare(last, other.last);
    }
  }

  /** Returns the context that has seen nothing. */
  public static CausalContext empty() {
    return EMPTY;
  }

  /**
   * Returns the context of those dots, in any order.
   *
   * @throws NullPointerException if {@code dots} or one of them is null
   */
  public static CausalContext of(Dot... dots) {
    List<Range> ranges = new ArrayList<>();
    for (Dot dot : Objects.requireNonNull(dots, "dots")) {
      ranges.add(Range.of(dot));
    }
    return of(ranges);
  }

  /**
   * Returns the context of all dots in those ranges, in any order; they may touch or overlap. Costs
   * O(r log r).
   *
   * @throws NullPointerException if {@code ranges} or one of them is null
   */
  public static CausalContext of(Iterable<Range> ranges) {
    List<Range> sorted = new ArrayList<>();
    ranges.forEach(range -> sorted.add(Objects.requireNonNull(range, "range")));
    Collections.sort(sorted);
    List<ReplicaId> ids = new ArrayList<>();
    List<long[]> perReplica = new ArrayList<>();
    for (int from = 0, to; from < sorted.size(); from = to) {
      ReplicaId id = sorted.get(from).replica();
      to = from + 1;
      while (to < sorted.size() && sorted.get(to).replica().equals(id)) {
        to++;
      }
      ids.add(id);
      perReplica.add(joined(sorted.subList(from, to)));
    }
    return of(ids.toArray(ReplicaId[]::new), perReplica.toArray(long[][]::new), ids.size());
  }

  private static long[] joined(List<Range> ascending) {
    long[] joined = new long[2 * ascending.size()];
    int size = 0;
    for (Range range : ascending) {
      size = Ranges.append(joined, size, range.first(), range.last());
    }
    return Arrays.copyOf(joined, size);
  }

  private static CausalContext of(ReplicaId[] ids, long[][] ranges, int size) {
    return size == 0 ? EMPTY : new CausalContext(ids, ranges, size);
  }

  /** Returns whether nothing has been seen. */
  public boolean isEmpty() {
    return ids.length == 0;
  }

  /**
   * Returns whether that edit has been seen.
   *
   * @throws NullPointerException if {@code dot} is null
   */
  public boolean includes(Dot dot) {
    return includes(dot.replica(), dot.counter());
  }

  /** Returns whether the edit of that dot has been seen. */
  boolean includes(ReplicaId replica, long counter) {
    int index = indexOf(replica);
    return index >= 0 && includes(index, counter);
  }

  /** Returns of how many replicas an edit has been seen. */
  int replicas() {
    return ids.length;
  }

  /** Returns the place of a replica in their order, or a negative number. */
  int indexOf(ReplicaId replica) {
    return Arrays.binarySearch(ids, replica);
  }

  /** Returns whether the edit of that counter of the replica at that place has been seen. */
  boolean includes(int index, long counter) {
    return Ranges.includes(ranges[index], counter);
  }

  /**
   * Returns the dot that follows every edit of {@code replica} ever seen, gaps included.
   *
   * @throws NullPointerException if {@code replica} is null
   * @throws ArithmeticException if its counter would exceed {@link Dot#MAX_COUNTER}
   */
  public Dot next(ReplicaId replica) {
    int index = Arrays.binarySearch(ids, Objects.requireNonNull(replica, "replica"));
    long greatest = index >= 0 ? Ranges.greatest(ranges[index]) : 0;
    if (greatest == Dot.MAX_COUNTER) {
      throw new ArithmeticException(
          "counter of replica %s must not exceed %s, was %s + 1"
              .formatted(replica, Dot.MAX_COUNTER, greatest));
    }
    return new Dot(replica, greatest + 1);
  }

  /**
   * Returns this context with {@code dot} seen as well.
   *
   * @throws NullPointerException if {@code dot} is null
   */
  public CausalContext add(Dot dot) {
    int index = Arrays.binarySearch(ids, dot.replica());
    if (index >= 0) {
      long[] joined = Ranges.plus(ranges[index], dot.counter());
      if (joined == ranges[index]) {
        return this;
      }
      long[][] more = ranges.clone();
      more[index] = joined;
      return new CausalContext(ids, more, ids.length);
    }
    int at = -index - 1;
    ReplicaId[] moreIds = Arrays.copyOf(ids, ids.length + 1);
    long[][] more = Arrays.copyOf(ranges, ids.length + 1);
    System.arraycopy(ids, at, moreIds, at + 1, ids.length - at);
    System.arraycopy(ranges, at, more, at + 1, ids.length - at);
    moreIds[at] = dot.replica();
    more[at] = Ranges.plus(Ranges.NONE, dot.counter());
    return new CausalContext(moreIds, more, moreIds.length);
  }

  /** Returns the ranges in ascending order, disjoint and not adjacent, without a copy. */
  public Iterable<Range> ranges() {
    return RangeIterator::new;
  }

  @Override
  public CausalContext merge(CausalContext other) {
    if (other.isAtMost(this)) {
      return this;
    }
    if (isAtMost(other)) {
      return other;
    }
    ReplicaId[] allIds = new ReplicaId[ids.length + other.ids.length];
    long[][] all = new long[allIds.length][];
    int size = 0;
    int i = 0;
    int j = 0;
    while (i < ids.length || j < other.ids.length) {
      int side = ReplicaCounts.side(ids, i, other.ids, j);
      allIds[size] = side <= 0 ? ids[i] : other.ids[j];
      long[] mine = side <= 0 ? ranges[i++] : Ranges.NONE;
      long[] theirs = side >= 0 ? other.ranges[j++] : Ranges.NONE;
      all[size++] = Ranges.union(mine, theirs);
    }
    return new CausalContext(allIds, all, size);
  }

  /** Returns the dots that {@code base} has not seen. */
  @Override
  public CausalContext deltaSince(CausalContext base) {
    Objects.requireNonNull(base, "base");
    ReplicaId[] leftIds = new ReplicaId[ids.length];
    long[][] left = new long[ids.length][];
    int size = 0;
    boolean all = true;
    int j = 0;
    for (int i = 0; i < ids.length; i++) {
      while (j < base.ids.length && base.ids[j].compareTo(ids[i]) < 0) {
        j++;
      }
      boolean shared = j < base.ids.length && base.ids[j].equals(ids[i]);
      long[] unseen = shared ? Ranges.minus(ranges[i], base.ranges[j]) : ranges[i];
      all &= unseen == ranges[i];
      if (unseen.length > 0) {
        leftIds[size] = ids[i];
        left[size++] = unseen;
      }
    }
    return all ? this : of(leftIds, left, size);
  }

  @Override
  public boolean isAtMost(CausalContext other) {
    Objects.requireNonNull(other, "other");
    if (this == other) {
      return true;
    }
    int j = 0;
    for (int i = 0; i < ids.length; i++, j++) {
      while (j < other.ids.length && other.ids[j].compareTo(ids[i]) < 0) {
        j++;
      }
      if (j == other.ids.length
          || !other.ids[j].equals(ids[i])
          || !Ranges.includesAll(other.ranges[j], ranges[i])) {
        return false;
      }
    }
    return true;
  }

  /** Returns whether no dot has been seen by both. */
  boolean isDisjointFrom(CausalContext other) {
    int i = 0;
    int j = 0;
    while (i < ids.length && j < other.ids.length) {
      int side = ReplicaCounts.side(ids, i, other.ids, j);
      if (side == 0 && !Ranges.areDisjoint(ranges[i], other.ranges[j])) {
        return false;
      }
      i += side <= 0 ? 1 : 0;
      j += side >= 0 ? 1 : 0;
    }
    return true;
  }

  @Override
  public boolean equals(Object other) {
    return this == other
        || (other instanceof CausalContext that
            && Arrays.equals(ids, that.ids)
            && Arrays.deepEquals(ranges, that.ranges));
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(ids) + Arrays.deepHashCode(ranges);
  }

  /** Returns the ranges of each replica, as in {@code {phone: 1-3 5, tablet: 1-9}}. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("{");
    for (int i = 0; i < ids.length; i++) {
      text.append(i == 0 ? "" : ", ").append(ids[i]).append(':');
      for (int k = 0; k < ranges[i].length; k += 2) {
        text.append(' ').append(ranges[i][k]);
        if (ranges[i][k] < ranges[i][k + 1]) {
          text.append('-').append(ranges[i][k + 1]);
        }
      }
    }
    return text.append('}').toString();
  }

  private final class RangeIterator implements Iterator<Range> {
    private int replica;
    private int bound;

    @Override
    public boolean hasNext() {
      return replica < ids.length;
    }

    @Override
    public Range next() {
      if (!hasNext()) {
        throw new NoSuchElementException("no more ranges");
      }
      long[] mine = ranges[replica];
      Range range = new Range(ids[replica], mine[bound], mine[bound + 1]);
      bound += 2;
      if (bound == mine.length) {
        replica++;
        bound = 0;
      }
      return range;
    }
  }
}
