package dev.rejoin.crdt;

import java.math.BigInteger;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/**
 * A counter that can be reset and nested in maps; all increments and decrements count, and an edit
 * wins over a concurrent reset.
 *
 * <p><b>State.</b> For each replica that counts, the live {@link Dot} of its last edit with the
 * sums of its increments and of its decrements so far, and the {@link CausalContext} of all dots
 * ever seen.
 *
 * <p><b>Order.</b> A counter is at most another when the other has seen every dot that this one
 * has, and holds none live that is dead here.
 *
 * <p><b>Merge.</b> A dot is live in the result when it is live on both sides, or live on one and
 * unknown to the other.
 *
 * <p><b>Concurrency.</b> Increments and decrements by different replicas all count. A reset takes
 * away all that it has seen. <b>Danger:</b> an edit that runs concurrently with a reset carries the
 * sums of its replica along, and so brings back what that replica had counted since the last reset
 * that it saw, even if the concurrent reset had seen part of it. A counter that nests under a
 * shared context can be exact, bounded or free of residue, not all three (Baquero 2016): this one
 * is bounded and leaves nothing behind.
 *
 * <p><b>Cost.</b> O(r log r) with <i>r</i> replicas, {@link #value} and {@link #reset} O(r). {@link
 * #merge} returns one of its operands where that is the result.
 *
 * <p><b>Source.</b> Baquero, Almeida, Lerche: The problem with embedded CRDT counters and a
 * solution (2016); Almeida, Shoker, Baquero: Delta state replicated data types (2018), section 7.
 */
public final class CausalCounter implements Causal<CausalCounter> {

  /** The greatest sum of one replica's increments, and of its decrements. */
  public static final long MAX_COUNT = ReplicaCounts.MAX;

  private static final CausalCounter EMPTY =
      new CausalCounter(new CausalState<>(DotValues.<Amounts>none(), CausalContext.empty()));

  static final CausalKind<CausalCounter, DotValues<Amounts>> KIND =
      new WholeKind<>(
          "CausalCounter",
          DotValues.none(),
          state -> EMPTY.with(state),
          counter -> counter.state,
          store -> exactValue(store).toString());

  private final CausalState<DotValues<Amounts>> state;

  private CausalCounter(CausalState<DotValues<Amounts>> state) {
    this.state = state;
  }

  /**
   * What the dot of an edit carries: all that its replica has counted since the last reset that it
   * saw.
   *
   * @param increments the sum of the increments
   * @param decrements the sum of the decrements
   */
  public record Amounts(long increments, long decrements) {

    private static final Amounts ZERO = new Amounts(0, 0);

    /**
     * Checks the components.
     *
     * @throws IllegalArgumentException if one is negative or exceeds {@link #MAX_COUNT}
     */
    public Amounts {
      check(increments, "increments");
      check(decrements, "decrements");
    }

    private static void check(long count, String subject) {
      if (count < 0 || count > MAX_COUNT) {
        throw new IllegalArgumentException(
            subject + " of a replica must lie in 0 to " + MAX_COUNT + ", were " + count);
      }
    }

    private static long sum(ReplicaId replica, long before, long amount) {
      if (amount > MAX_COUNT - before) {
        throw new ArithmeticException(
            "count of replica %s must not exceed %s, was %s + %s"
                .formatted(replica, MAX_COUNT, before, amount));
      }
      return before + amount;
    }
  }

  /** Returns the counter that stands at zero and has seen nothing. */
  public static CausalCounter empty() {
    return EMPTY;
  }

  /**
   * Returns a builder for a state that has seen {@code context}, to read a state back.
   *
   * @throws NullPointerException if {@code context} is null
   */
  public static Builder builder(CausalContext context) {
    return new Builder(LiveDots.under(context));
  }

  /**
   * Returns a builder for a state whose live dots are among {@code dots}, to read a nested state
   * back.
   *
   * @throws NullPointerException if {@code dots} is null
   */
  public static Builder builderUnder(LiveDots dots) {
    return new Builder(dots);
  }

  private CausalCounter with(CausalState<DotValues<Amounts>> changed) {
    if (changed == state) {
      return this;
    }
    return changed.context().isEmpty() ? EMPTY : new CausalCounter(changed);
  }

  /**
   * Returns this counter one higher.
   *
   * @throws NullPointerException if {@code me} is null
   * @throws ArithmeticException if this replica's increments would exceed {@link #MAX_COUNT}, or
   *     its counter {@link Dot#MAX_COUNTER}
   */
  public CausalCounter increment(Author me) {
    return increment(me, 1);
  }

  /**
   * Returns this counter higher by {@code amount}; this very counter for zero.
   *
   * @throws NullPointerException if {@code me} is null
   * @throws IllegalArgumentException if {@code amount} is negative
   * @throws ArithmeticException if this replica's increments would exceed {@link #MAX_COUNT}, or
   *     its counter {@link Dot#MAX_COUNTER}
   */
  public CausalCounter increment(Author me, long amount) {
    return counted(me, amount, 0);
  }

  /**
   * Returns this counter one lower.
   *
   * @throws NullPointerException if {@code me} is null
   * @throws ArithmeticException if this replica's decrements would exceed {@link #MAX_COUNT}, or
   *     its counter {@link Dot#MAX_COUNTER}
   */
  public CausalCounter decrement(Author me) {
    return decrement(me, 1);
  }

  /**
   * Returns this counter lower by {@code amount}; this very counter for zero.
   *
   * @throws NullPointerException if {@code me} is null
   * @throws IllegalArgumentException if {@code amount} is negative
   * @throws ArithmeticException if this replica's decrements would exceed {@link #MAX_COUNT}, or
   *     its counter {@link Dot#MAX_COUNTER}
   */
  public CausalCounter decrement(Author me, long amount) {
    return counted(me, 0, amount);
  }

  private CausalCounter counted(Author me, long up, long down) {
    ReplicaId replica = me.id();
    if (up < 0 || down < 0) {
      throw new IllegalArgumentException("amount must not be negative, was " + Math.min(up, down));
    }
    if (up == 0 && down == 0) {
      return this;
    }
    NavigableMap<Dot, Amounts> live = state.store().toMap();
    Amounts before = latest(live).getOrDefault(replica, Amounts.ZERO);
    Amounts after =
        new Amounts(
            Amounts.sum(replica, before.increments(), up),
            Amounts.sum(replica, before.decrements(), down));
    Dot dot = me.nextDot(state.context());
    live.keySet().removeIf(old -> old.replica().equals(replica));
    live.put(dot, after);
    return with(new CausalState<>(DotValues.of(live), state.context().add(dot)));
  }

  /**
   * Returns this counter at zero, whatever it has seen taken away; this very one if it is empty.
   */
  public CausalCounter reset() {
    return state.store().isEmpty()
        ? this
        : with(new CausalState<>(DotValues.none(), state.context()));
  }

  /**
   * Returns all increments less all decrements that no reset took away, summed exactly.
   *
   * @throws ArithmeticException if the result does not fit a {@code long}
   */
  public long value() {
    BigInteger exact = exactValue(state.store());
    if (exact.bitLength() > Long.SIZE - 1) {
      throw new ArithmeticException(
          "value of the counter must lie in %s to %s, was %s"
              .formatted(Long.MIN_VALUE, Long.MAX_VALUE, exact));
    }
    return exact.longValue();
  }

  private static BigInteger exactValue(DotValues<Amounts> store) {
    return latest(store.toMap()).values().stream()
        .map(amounts -> BigInteger.valueOf(amounts.increments() - amounts.decrements()))
        .reduce(BigInteger.ZERO, BigInteger::add);
  }

  /**
   * Returns the amounts of each replica's last dot. Where deltas have left a gap, an earlier one
   * may be live as well, and the last includes it.
   */
  private static NavigableMap<ReplicaId, Amounts> latest(NavigableMap<Dot, Amounts> live) {
    NavigableMap<ReplicaId, Amounts> latest = new TreeMap<>();
    live.forEach((dot, amounts) -> latest.put(dot.replica(), amounts));
    return latest;
  }

  /** Returns every dot seen, live or not. */
  public CausalContext context() {
    return state.context();
  }

  /**
   * Tells {@code action} every live dot with what its replica has counted, in ascending order.
   *
   * @throws NullPointerException if {@code action} is null
   */
  public void forEachLive(BiConsumer<? super Dot, ? super Amounts> action) {
    Objects.requireNonNull(action, "action");
    state.store().forEach(action);
  }

  @Override
  public CausalCounter merge(CausalCounter other) {
    CausalState<DotValues<Amounts>> merged = state.merge(other.state);
    return merged == other.state ? merged == state ? this : other : with(merged);
  }

  @Override
  public CausalCounter deltaSince(CausalCounter base) {
    CausalState<DotValues<Amounts>> delta = state.deltaSince(base.state);
    return with(delta.equals(state) ? state : delta);
  }

  @Override
  public boolean isAtMost(CausalCounter other) {
    return state.isAtMost(other.state);
  }

  @Override
  public boolean equals(Object other) {
    return this == other || (other instanceof CausalCounter that && state.equals(that.state));
  }

  @Override
  public int hashCode() {
    return state.hashCode();
  }

  /** Returns the value and the context, as in {@code CausalCounter[3]{phone: 1-2}}. */
  @Override
  public String toString() {
    return "CausalCounter[" + exactValue(state.store()) + "]" + state.context();
  }

  /**
   * Puts a state together from its parts and refuses any that no history can reach. For one use, by
   * one thread.
   */
  public static final class Builder {

    private final LiveDots dots;
    private final NavigableMap<Dot, Amounts> live = new TreeMap<>();

    private Builder(LiveDots dots) {
      this.dots = Objects.requireNonNull(dots, "dots");
    }

    /**
     * Adds a live dot with what its replica has counted, in any order.
     *
     * @throws NullPointerException if an argument is null
     * @throws IllegalArgumentException if the dot is not in the context, or was given before, or
     *     both amounts are zero
     */
    public Builder live(Dot dot, Amounts amounts) {
      if (amounts.equals(Amounts.ZERO)) {
        throw new IllegalArgumentException(
            "a live dot must carry an amount above zero, but " + dot + " carries none");
      }
      live.put(dots.live(dot), amounts);
      return this;
    }

    /** Returns the state. */
    public CausalCounter build() {
      return EMPTY.with(new CausalState<>(DotValues.of(live), dots.context()));
    }
  }
}
