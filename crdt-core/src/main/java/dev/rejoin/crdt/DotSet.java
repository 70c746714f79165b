package dev.rejoin.crdt;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;

/**
 * A set of live dots that carry nothing: what stands behind one element of a set.
 *
 * <p>There is hardly ever more than one dot, so a single one is held without an array, and without
 * a {@link Dot} of its own.
 */
sealed interface DotSet extends DotStore<DotSet> {

  /** Returns the set of one dot. */
  static DotSet of(Dot dot) {
    return new One(dot.replica(), dot.counter());
  }

  /** Returns the set of those dots, which must be distinct. */
  static DotSet of(Dot... dots) {
    if (dots.length == 1) {
      return of(dots[0]);
    }
    Dot[] sorted = dots.clone();
    Arrays.sort(sorted);
    return new Many(sorted);
  }

  /** Returns the dots in ascending order; the list cannot be changed. */
  List<Dot> dots();

  /** Returns whether that dot is in the set. */
  default boolean includes(Dot dot) {
    return includes(dot.replica(), dot.counter());
  }

  /** Returns whether the dot of that replica and counter is in the set. */
  boolean includes(ReplicaId replica, long counter);

  @Override
  default boolean isSame(DotSet other) {
    return equals(other);
  }

  @Override
  default DotSet empty() {
    return Many.NONE;
  }

  @Override
  default DotSet join(CausalContext mine, DotSet other, CausalContext theirs) {
    if (equals(other)) {
      return this;
    }
    List<Dot> here = dots();
    List<Dot> live = new ArrayList<>();
    for (Dot dot : here) {
      if (other.includes(dot) || !theirs.includes(dot)) {
        live.add(dot);
      }
    }
    int kept = live.size();
    for (Dot dot : other.dots()) {
      if (!mine.includes(dot)) {
        live.add(dot);
      }
    }
    if (kept == here.size() && live.size() == kept) {
      return this;
    }
    DotSet joined = live.isEmpty() ? empty() : of(live.toArray(Dot[]::new));
    return joined.equals(other) ? other : joined;
  }

  @Override
  default DotSet since(DotSet base, CausalContext baseContext) {
    return unseenBy(baseContext);
  }

  @Override
  default boolean everyDotNotIn(DotSet other, Predicate<? super Dot> test) {
    for (Dot dot : dots()) {
      if (!other.includes(dot) && !test.test(dot)) {
        return false;
      }
    }
    return true;
  }

  /**
   * A set of one dot.
   *
   * @param replica the replica of the dot
   * @param counter the counter of the dot
   */
  record One(ReplicaId replica, long counter) implements DotSet {

    @Override
    public List<Dot> dots() {
      return List.of(new Dot(replica, counter));
    }

    @Override
    public boolean includes(ReplicaId otherReplica, long otherCounter) {
      return counter == otherCounter && replica.equals(otherReplica);
    }

    @Override
    public boolean hasNoneDeadIn(DotSet other, CausalContext otherContext) {
      return !otherContext.includes(replica, counter) || other.includes(replica, counter);
    }

    @Override
    public boolean isEmpty() {
      return false;
    }

    @Override
    public DotSet unseenBy(CausalContext context) {
      return context.includes(replica, counter) ? empty() : this;
    }

    /** Compares the counters first: they differ most often, and lie nearer. */
    @Override
    public boolean equals(Object other) {
      return this == other
          || (other instanceof One that
              && counter == that.counter
              && (replica == that.replica || replica.equals(that.replica)));
    }

    @Override
    public int hashCode() {
      return 31 * replica.hashCode() + Long.hashCode(counter);
    }

    @Override
    public String toString() {
      return dots().toString();
    }
  }

  /** A set of no dot, or of several. */
  final class Many implements DotSet {

    private static final DotSet NONE = new Many(new Dot[0]);

    private final Dot[] dots; // ascending, distinct

    private Many(Dot[] dots) {
      this.dots = dots;
    }

    @Override
    public List<Dot> dots() {
      return Collections.unmodifiableList(Arrays.asList(dots));
    }

    @Override
    public boolean includes(Dot dot) {
      return Arrays.binarySearch(dots, dot) >= 0;
    }

    @Override
    public boolean includes(ReplicaId replica, long counter) {
      for (Dot dot : dots) {
        if (counter == dot.counter() && replica.equals(dot.replica())) {
          return true;
        }
      }
      return false;
    }

    @Override
    public boolean hasNoneDeadIn(DotSet other, CausalContext otherContext) {
      for (Dot dot : dots) {
        if (otherContext.includes(dot) && !other.includes(dot)) {
          return false;
        }
      }
      return true;
    }

    @Override
    public DotSet unseenBy(CausalContext context) {
      for (Dot dot : dots) {
        if (context.includes(dot)) {
          return join(CausalContext.empty(), empty(), context);
        }
      }
      return this;
    }

    @Override
    public boolean isEmpty() {
      return dots.length == 0;
    }

    @Override
    public boolean equals(Object other) {
      return this == other || (other instanceof Many that && Arrays.equals(dots, that.dots));
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(dots);
    }

    @Override
    public String toString() {
      return Arrays.toString(dots);
    }
  }
}
