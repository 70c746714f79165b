package dev.rejoin.crdt;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * A flag that can be enabled and disabled; enabling wins over a concurrent disabling.
 *
 * <p><b>State.</b> The live {@link Dot}s of its enablings, and the {@link CausalContext} of all
 * dots ever seen. The flag is enabled exactly while a dot lives.
 *
 * <p><b>Order.</b> A flag is at most another when the other has seen every dot that this one has,
 * and holds none live that is dead here.
 *
 * <p><b>Merge.</b> A dot is live in the result when it is live on both sides, or live on one and
 * unknown to the other.
 *
 * <p><b>Concurrency.</b> Disabling takes away the enablings that it has seen, no others: one that
 * runs concurrently survives it, also that of a flag which was enabled already, since every
 * enabling mints a new dot.
 *
 * <p><b>Cost.</b> With <i>r</i> replicas, {@link #isEnabled} and {@link #disable} take O(1), all
 * else O(r). {@link #merge} returns one of its operands where that is the result.
 *
 * <p><b>Source.</b> Brown, Cribbs, Meiklejohn, Elliott: Riak DT map: a composable, convergent
 * replicated dictionary (2014); Almeida, Shoker, Baquero: Delta state replicated data types (2018),
 * section 7.
 */
public final class EWFlag implements Causal<EWFlag> {

  private static final DotSet NONE = DotSet.of();
  private static final EWFlag EMPTY = new EWFlag(new CausalState<>(NONE, CausalContext.empty()));

  static final CausalKind<EWFlag, DotSet> KIND =
      new WholeKind<>(
          "EWFlag",
          NONE,
          state -> EMPTY.with(state),
          flag -> flag.state,
          store -> String.valueOf(!store.isEmpty()));

  private final CausalState<DotSet> state;

  private EWFlag(CausalState<DotSet> state) {
    this.state = state;
  }

  /** Returns the flag that was never enabled. */
  public static EWFlag empty() {
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

  private EWFlag with(CausalState<DotSet> changed) {
    if (changed == state) {
      return this;
    }
    return changed.context().isEmpty() ? EMPTY : new EWFlag(changed);
  }

  /**
   * Returns this flag enabled, under a new dot even if it is enabled already.
   *
   * @throws NullPointerException if {@code me} is null
   * @throws ArithmeticException if this replica's counter would exceed {@link Dot#MAX_COUNTER}
   */
  public EWFlag enable(Author me) {
    Dot dot = me.nextDot(state.context());
    return with(new CausalState<>(DotSet.of(dot), state.context().add(dot)));
  }

  /** Returns this flag disabled; this very flag if it is. */
  public EWFlag disable() {
    return isEnabled() ? with(new CausalState<>(NONE, state.context())) : this;
  }

  /** Returns whether some enabling has not been taken away. */
  public boolean isEnabled() {
    return !state.store().isEmpty();
  }

  /** Returns every dot seen, live or not. */
  public CausalContext context() {
    return state.context();
  }

  /**
   * Tells {@code action} every live dot, in ascending order.
   *
   * @throws NullPointerException if {@code action} is null
   */
  public void forEachLive(Consumer<? super Dot> action) {
    state.store().dots().forEach(action);
  }

  @Override
  public EWFlag merge(EWFlag other) {
    CausalState<DotSet> merged = state.merge(other.state);
    return merged == other.state ? merged == state ? this : other : with(merged);
  }

  @Override
  public EWFlag deltaSince(EWFlag base) {
    CausalState<DotSet> delta = state.deltaSince(base.state);
    return with(delta.equals(state) ? state : delta);
  }

  @Override
  public boolean isAtMost(EWFlag other) {
    return state.isAtMost(other.state);
  }

  @Override
  public boolean equals(Object other) {
    return this == other || (other instanceof EWFlag that && state.equals(that.state));
  }

  @Override
  public int hashCode() {
    return state.hashCode();
  }

  /** Returns whether it is enabled, and the context, as in {@code EWFlag[true]{phone: 1-2}}. */
  @Override
  public String toString() {
    return "EWFlag[" + isEnabled() + "]" + state.context();
  }

  /**
   * Puts a state together from its parts and refuses any that no history can reach. For one use, by
   * one thread.
   */
  public static final class Builder {

    private final LiveDots dots;
    private final List<Dot> live = new ArrayList<>();

    private Builder(LiveDots dots) {
      this.dots = Objects.requireNonNull(dots, "dots");
    }

    /**
     * Adds a live dot, in any order.
     *
     * @throws NullPointerException if {@code dot} is null
     * @throws IllegalArgumentException if it is not in the context, or was given before
     */
    public Builder live(Dot dot) {
      live.add(dots.live(dot));
      return this;
    }

    /** Returns the state. */
    public EWFlag build() {
      DotSet store = live.isEmpty() ? NONE : DotSet.of(live.toArray(Dot[]::new));
      return EMPTY.with(new CausalState<>(store, dots.context()));
    }
  }
}
