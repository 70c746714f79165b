package dev.rejoin.crdt;

import io.vavr.collection.LinkedHashSet;
import io.vavr.control.Option;
import java.util.Collections;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A register that holds one value; the assignment with the greater timestamp wins.
 *
 * <p><b>State.</b> Nothing, or a {@link HybridTimestamp} and the value assigned under it.
 *
 * <p><b>Order.</b> By timestamp; nothing is below everything.
 *
 * <p><b>Merge.</b> The greater timestamp with its value.
 *
 * <p><b>Concurrency.</b> Of concurrent assignments the one with the greater timestamp wins and the
 * others are lost. An assignment made after seeing another always wins over it, however wrong the
 * clocks are, for it is stamped greater than what it replaces. <b>Danger:</b> two different values
 * under one timestamp mean that an id was used twice, or one state was edited twice under it. Both
 * are kept then, as {@link #tied}, and every replica shows the same one of them: the first by class
 * name, natural order and text, and values without a natural order, by text, come after all others.
 * For that, equal values must have equal texts, which {@code Set.of} and {@code HashMap} do not
 * promise.
 *
 * <p><b>Cost.</b> O(1), but for <i>n</i> tied values O(n log n). {@link #merge} returns one of its
 * operands where that is the result.
 *
 * <p><b>Source.</b> Shapiro, Preguiça, Baquero, Zawirski: A comprehensive study of convergent and
 * commutative replicated data types (2011), specification 8; stamps after Kulkarni et al.: Logical
 * physical clocks (2014).
 *
 * @param <T> immutable values with {@code equals} and {@code hashCode} by content
 */
public final class LWWRegister<T> implements Crdt<LWWRegister<T>> {

  private static final LWWRegister<?> EMPTY = new LWWRegister<>(null, Set.of());

  private final @Nullable HybridTimestamp stamp; // null exactly when nothing was ever assigned
  private final Set<T> tied; // never changed, in the order in which ties are shown

  private LWWRegister(@Nullable HybridTimestamp stamp, Set<T> tied) {
    this.stamp = stamp;
    this.tied = tied;
  }

  /** Returns the register that holds nothing. */
  @SuppressWarnings("unchecked") // the empty register holds no value
  public static <T> LWWRegister<T> empty() {
    return (LWWRegister<T>) EMPTY;
  }

  /**
   * Returns the register of that timestamp and its value, or the several values tied under it.
   *
   * @throws NullPointerException if an argument or a value is null
   * @throws IllegalArgumentException if there are no values, or two of them are equal
   */
  public static <T> LWWRegister<T> of(HybridTimestamp timestamp, Iterable<? extends T> tied) {
    Objects.requireNonNull(timestamp, "timestamp");
    java.util.LinkedHashSet<T> values = new java.util.LinkedHashSet<>();
    for (T value : tied) {
      if (!values.add(Objects.requireNonNull(value, "value"))) {
        throw new IllegalArgumentException(
            "tied values must differ, but " + value + " was given twice");
      }
    }
    if (values.isEmpty()) {
      throw new IllegalArgumentException("a timestamp must have a value, but there was none");
    }
    return new LWWRegister<>(timestamp, ordered(values));
  }

  private static <T> Set<T> ordered(Set<T> values) {
    return values.size() == 1
        ? Collections.singleton(values.iterator().next())
        : new java.util.LinkedHashSet<>(ValueOrder.sorted(values));
  }

  /**
   * Returns this register with {@code value}, stamped anew even if it holds an equal one.
   *
   * @throws NullPointerException if an argument is null
   * @throws ArithmeticException if the stamp would exceed the greatest timestamp
   */
  public LWWRegister<T> assign(Author me, T value) {
    Objects.requireNonNull(value, "value");
    HybridTimestamp next = stamp == null ? me.stamp() : me.stampAfter(stamp);
    return new LWWRegister<>(next, Collections.singleton(value));
  }

  /** Returns the value shown, or none if nothing was ever assigned. */
  public Option<T> value() {
    return stamp == null ? Option.none() : Option.some(tied.iterator().next());
  }

  /** Returns the timestamp of the value, or none if nothing was ever assigned. */
  public Option<HybridTimestamp> timestamp() {
    return Option.of(stamp);
  }

  /** Returns all values under the timestamp, the one shown first; more than one only for a tie. */
  public io.vavr.collection.Set<T> tied() {
    return LinkedHashSet.ofAll(tied);
  }

  @Override
  public LWWRegister<T> merge(LWWRegister<T> other) {
    int order = compareStamps(other);
    if (order != 0) {
      return order > 0 ? this : other;
    }
    if (tied.containsAll(other.tied)) {
      return this;
    }
    if (other.tied.containsAll(tied)) {
      return other;
    }
    java.util.LinkedHashSet<T> all = new java.util.LinkedHashSet<>(tied);
    all.addAll(other.tied);
    return new LWWRegister<>(stamp, ordered(all));
  }

  @Override
  public LWWRegister<T> deltaSince(LWWRegister<T> base) {
    int order = compareStamps(base);
    if (order != 0) {
      return order > 0 ? this : empty();
    }
    java.util.LinkedHashSet<T> unknown = new java.util.LinkedHashSet<>(tied);
    unknown.removeIf(base.tied::contains);
    if (unknown.isEmpty()) {
      return empty();
    }
    return unknown.size() == tied.size() ? this : new LWWRegister<>(stamp, ordered(unknown));
  }

  @Override
  public boolean isAtMost(LWWRegister<T> other) {
    int order = compareStamps(other);
    return order < 0 || (order == 0 && other.tied.containsAll(tied));
  }

  private int compareStamps(LWWRegister<T> other) {
    if (stamp == null || other.stamp == null) {
      return Boolean.compare(stamp != null, other.stamp != null);
    }
    return stamp.compareTo(other.stamp);
  }

  @Override
  public boolean equals(Object other) {
    return this == other
        || (other instanceof LWWRegister<?> that
            && Objects.equals(stamp, that.stamp)
            && tied.equals(that.tied));
  }

  @Override
  public int hashCode() {
    return 31 * Objects.hashCode(stamp) + tied.hashCode();
  }

  /** Returns value and timestamp, as in {@code LWWRegister[tea]{2026-05-04T06:30:00Z+0@phone}}. */
  @Override
  public String toString() {
    return "LWWRegister" + tied + (stamp == null ? "" : "{" + stamp + "}");
  }
}
