package dev.rejoin.crdt;

import java.util.Arrays;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

/**
 * Live dots, each with what it carries: the assignments of a register, the amounts of a counter.
 * There are hardly ever more than a few, so they are held in arrays.
 *
 * @param <A> what a dot carries, with {@code equals} and {@code hashCode}; never changes
 */
final class DotValues<A> implements DotStore<DotValues<A>> {

  private static final DotValues<?> NONE = new DotValues<>(new Dot[0], new Object[0]);

  private final Dot[] dots; // ascending, distinct
  private final Object[] carried; // carried[i], an A, belongs to dots[i]

  private DotValues(Dot[] dots, Object[] carried) {
    this.dots = dots;
    this.carried = carried;
  }

  @SuppressWarnings("unchecked") // the empty store carries nothing
  static <A> DotValues<A> none() {
    return (DotValues<A>) NONE;
  }

  static <A> DotValues<A> of(Dot dot, A carried) {
    return new DotValues<>(new Dot[] {dot}, new Object[] {carried});
  }

  static <A> DotValues<A> of(NavigableMap<Dot, A> entries) {
    return entries.isEmpty()
        ? none()
        : new DotValues<>(
            entries.keySet().toArray(Dot[]::new), entries.values().toArray(Object[]::new));
  }

  int size() {
    return dots.length;
  }

  @SuppressWarnings("unchecked") // as the fields say
  private A carriedAt(int index) {
    return (A) carried[index];
  }

  /** Tells the dots in ascending order, each with what it carries. */
  void forEach(BiConsumer<? super Dot, ? super A> action) {
    for (int i = 0; i < dots.length; i++) {
      action.accept(dots[i], carriedAt(i));
    }
  }

  /** Returns the entries in a map of their own. */
  NavigableMap<Dot, A> toMap() {
    NavigableMap<Dot, A> entries = new TreeMap<>();
    forEach(entries::put);
    return entries;
  }

  private boolean includes(Dot dot) {
    return Arrays.binarySearch(dots, dot) >= 0;
  }

  @Override
  public boolean isEmpty() {
    return dots.length == 0;
  }

  @Override
  public DotValues<A> empty() {
    return none();
  }

  @Override
  public DotValues<A> join(CausalContext mine, DotValues<A> other, CausalContext theirs) {
    if (equals(other)) {
      return this;
    }
    NavigableMap<Dot, A> live = toMap();
    live.keySet().removeIf(dot -> theirs.includes(dot) && !other.includes(dot));
    int kept = live.size();
    other.forEach(
        (dot, value) -> {
          if (!mine.includes(dot)) {
            live.put(dot, value);
          }
        });
    if (kept == dots.length && live.size() == kept) {
      return this;
    }
    DotValues<A> joined = of(live);
    return joined.equals(other) ? other : joined;
  }

  @Override
  public DotValues<A> since(DotValues<A> base, CausalContext baseContext) {
    return unseenBy(baseContext);
  }

  @Override
  public boolean everyDotNotIn(DotValues<A> other, Predicate<? super Dot> test) {
    for (Dot dot : dots) {
      if (!other.includes(dot) && !test.test(dot)) {
        return false;
      }
    }
    return true;
  }

  @Override
  public boolean hasNoneDeadIn(DotValues<A> other, CausalContext otherContext) {
    return everyDotNotIn(other, dot -> !otherContext.includes(dot));
  }

  @Override
  public boolean equals(Object other) {
    return this == other
        || (other instanceof DotValues<?> that
            && Arrays.equals(dots, that.dots)
            && Arrays.equals(carried, that.carried));
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(dots) + Arrays.hashCode(carried);
  }

  @Override
  public String toString() {
    return toMap().toString();
  }
}
