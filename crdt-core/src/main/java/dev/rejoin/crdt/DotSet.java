package dev.rejoin.crdt;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;

/** A set of live dots that carry nothing: what stands behind one element of a set. */
final class DotSet implements DotStore<DotSet> {

  private static final DotSet EMPTY = new DotSet(new Dot[0]);

  private final Dot[] dots; // ascending, distinct

  private DotSet(Dot[] dots) {
    this.dots = dots;
  }

  /** Returns the set of those dots, which must be distinct. */
  static DotSet of(Dot... dots) {
    Dot[] sorted = dots.clone();
    Arrays.sort(sorted);
    return new DotSet(sorted);
  }

  /** Returns the dots in ascending order; the list cannot be changed. */
  List<Dot> dots() {
    return Collections.unmodifiableList(Arrays.asList(dots));
  }

  private boolean includes(Dot dot) {
    return Arrays.binarySearch(dots, dot) >= 0;
  }

  @Override
  public boolean isEmpty() {
    return dots.length == 0;
  }

  @Override
  public DotSet empty() {
    return EMPTY;
  }

  @Override
  public DotSet join(CausalContext mine, DotSet other, CausalContext theirs) {
    if (equals(other)) {
      return this;
    }
    List<Dot> live = new ArrayList<>(dots.length + other.dots.length);
    for (Dot dot : dots) {
      if (other.includes(dot) || !theirs.includes(dot)) {
        live.add(dot);
      }
    }
    int kept = live.size();
    for (Dot dot : other.dots) {
      if (!mine.includes(dot)) {
        live.add(dot);
      }
    }
    if (kept == dots.length && live.size() == kept) {
      return this;
    }
    DotSet joined = live.isEmpty() ? EMPTY : of(live.toArray(Dot[]::new));
    return joined.equals(other) ? other : joined;
  }

  @Override
  public DotSet since(DotSet base, CausalContext baseContext) {
    return unseenBy(baseContext);
  }

  @Override
  public boolean everyDotNotIn(DotSet other, Predicate<? super Dot> test) {
    for (Dot dot : dots) {
      if (!other.includes(dot) && !test.test(dot)) {
        return false;
      }
    }
    return true;
  }

  @Override
  public boolean equals(Object other) {
    return this == other || (other instanceof DotSet that && Arrays.equals(dots, that.dots));
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
