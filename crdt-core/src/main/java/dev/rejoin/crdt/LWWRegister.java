package dev.rejoin.crdt;

import io.vavr.collection.LinkedHashSet;
import io.vavr.collection.Set;
import io.vavr.control.Option;
import java.util.Objects;
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

  private static final LWWRegister<?> EMPTY = new LWWRegister<>(null);

  private final @Nullable Stamped<T> assigned; // never a removal; null if nothing ever was assigned

  private LWWRegister(@Nullable Stamped<T> assigned) {
    this.assigned = assigned;
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
    Stamped<T> assigned = Stamped.of(timestamp, tied);
    if (assigned.isRemoval()) {
      throw new IllegalArgumentException("a timestamp must have a value, but there was none");
    }
    return new LWWRegister<>(assigned);
  }

  /**
   * Returns this register with {@code value}, stamped anew even if it holds an equal one.
   *
   * @throws NullPointerException if an argument is null
   * @throws ArithmeticException if the stamp would exceed the greatest timestamp
   */
  public LWWRegister<T> assign(Author me, T value) {
    Objects.requireNonNull(value, "value");
    return new LWWRegister<>(Stamped.value(Stamped.after(assigned, me), value));
  }

  /** Returns the value shown, or none if nothing was ever assigned. */
  public Option<T> value() {
    return assigned == null ? Option.none() : Option.some(assigned.tied().iterator().next());
  }

  /** Returns the timestamp of the value, or none if nothing was ever assigned. */
  public Option<HybridTimestamp> timestamp() {
    return assigned == null ? Option.none() : Option.some(assigned.stamp());
  }

  /** Returns all values under the timestamp, the one shown first; more than one only for a tie. */
  public Set<T> tied() {
    return assigned == null ? LinkedHashSet.empty() : assigned.tiedSet();
  }

  @Override
  public LWWRegister<T> merge(LWWRegister<T> other) {
    if (other.assigned == null || assigned == null) {
      return assigned == null ? other : this;
    }
    Stamped<T> merged = assigned.merge(other.assigned);
    if (merged == assigned) {
      return this;
    }
    return merged == other.assigned ? other : new LWWRegister<>(merged);
  }

  @Override
  public LWWRegister<T> deltaSince(LWWRegister<T> base) {
    if (base.assigned == null || assigned == null) {
      return this;
    }
    Stamped<T> news = assigned.since(base.assigned);
    if (news == null) {
      return empty();
    }
    return news == assigned ? this : new LWWRegister<>(news);
  }

  @Override
  public boolean isAtMost(LWWRegister<T> other) {
    return other.assigned == null
        ? assigned == null
        : assigned == null || assigned.isAtMost(other.assigned);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof LWWRegister<?> that && Objects.equals(assigned, that.assigned);
  }

  @Override
  public int hashCode() {
    return Objects.hashCode(assigned);
  }

  /** Returns value and timestamp, as in {@code LWWRegister[tea]{2026-05-04T06:30:00Z+0@phone}}. */
  @Override
  public String toString() {
    return "LWWRegister" + (assigned == null ? "[]" : assigned);
  }
}
