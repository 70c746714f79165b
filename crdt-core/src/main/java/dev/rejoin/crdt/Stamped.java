package dev.rejoin.crdt;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What was assigned at one time: a value, or nothing at all, which says that it was removed. Of two
 * the one with the greater timestamp wins.
 *
 * <p>At equal timestamps, which mean that an id was used twice, a removal wins over values, and
 * different values are kept together.
 *
 * @param stamp when, and by whom
 * @param tied none, one, or several values that differ, in the order of {@link ValueOrder}; never
 *     changed
 */
record Stamped<T>(HybridTimestamp stamp, Set<T> tied) {

  static <T> Stamped<T> value(HybridTimestamp stamp, T value) {
    return new Stamped<>(stamp, Collections.singleton(value));
  }

  static <T> Stamped<T> removal(HybridTimestamp stamp) {
    return new Stamped<>(stamp, Collections.emptySet());
  }

  /**
   * Returns what was assigned with those values.
   *
   * @throws IllegalArgumentException if two of the values are equal
   */
  static <T> Stamped<T> of(HybridTimestamp stamp, Iterable<? extends T> tied) {
    Objects.requireNonNull(stamp, "timestamp");
    Set<T> values = new LinkedHashSet<>();
    for (T value : tied) {
      if (!values.add(Objects.requireNonNull(value, "value"))) {
        throw new IllegalArgumentException(
            "tied values must differ, but " + value + " was given twice");
      }
    }
    return ordered(stamp, values);
  }

  private static <T> Stamped<T> ordered(HybridTimestamp stamp, Set<T> values) {
    return switch (values.size()) {
      case 0 -> removal(stamp);
      case 1 -> value(stamp, values.iterator().next());
      default -> new Stamped<>(stamp, new LinkedHashSet<>(ValueOrder.sorted(values)));
    };
  }

  /** Returns a stamp of {@code me} that is greater than that of what it replaces. */
  static HybridTimestamp after(@Nullable Stamped<?> replaced, Author me) {
    return replaced == null ? me.stamp() : me.stampAfter(replaced.stamp);
  }

  /** Returns the value shown, or null if it was removed. */
  @Nullable T shown() {
    return isRemoval() ? null : tied.iterator().next();
  }

  /** Returns the values as a set of vavr's, in their order. */
  io.vavr.collection.Set<T> tiedSet() {
    return ValueOrder.setOfSorted(tied);
  }

  boolean isRemoval() {
    return tied.isEmpty();
  }

  /** Returns the join: this very object where that is the result, else {@code other}. */
  Stamped<T> merge(Stamped<T> other) {
    if (other.isAtMost(this)) {
      return this;
    }
    if (isAtMost(other)) {
      return other;
    }
    Set<T> all = new LinkedHashSet<>(tied);
    all.addAll(other.tied);
    return ordered(stamp, all);
  }

  /** Returns the least that lifts {@code base} to the join of both, or null if that is nothing. */
  @Nullable Stamped<T> since(Stamped<T> base) {
    if (isAtMost(base)) {
      return null;
    }
    if (isRemoval() || !stamp.equals(base.stamp)) {
      return this;
    }
    Set<T> unknown = new LinkedHashSet<>(tied);
    unknown.removeIf(base.tied::contains);
    return unknown.size() == tied.size() ? this : ordered(stamp, unknown);
  }

  boolean isAtMost(Stamped<T> other) {
    int order = stamp.compareTo(other.stamp);
    return order < 0 || (order == 0 && other.covers(this));
  }

  /** Returns whether {@code other}, of the same time, adds nothing to this. */
  private boolean covers(Stamped<T> other) {
    return isRemoval() || (!other.isRemoval() && tied.containsAll(other.tied));
  }

  /** Returns values and timestamp, as in <code>[tea]{2026-05-04T06:30:00Z+0@phone}</code>. */
  @Override
  public String toString() {
    return tied + "{" + stamp + "}";
  }
}
