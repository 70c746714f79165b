package dev.rejoin.crdt;

import io.vavr.collection.Set;
import io.vavr.control.Option;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/**
 * A register that keeps all values that were assigned concurrently, until one is assigned that has
 * seen them; of these, {@link #latest} shows the one with the greatest timestamp.
 *
 * <p><b>State.</b> The live {@link Dot}s of its assignments, each with value and {@link
 * HybridTimestamp}, and the {@link CausalContext} of all dots ever seen.
 *
 * <p><b>Order.</b> A register is at most another when the other has seen every dot that this one
 * has, and holds none live that is dead here.
 *
 * <p><b>Merge.</b> A dot is live in the result when it is live on both sides, or live on one and
 * unknown to the other.
 *
 * <p><b>Concurrency.</b> An assignment replaces the values that it has seen, no others, and {@link
 * #clear} takes away those that it has seen. {@link #values} shows all that are left; equal ones
 * count once. {@link #latest} depends on clocks, but an assignment is stamped greater than all that
 * it replaces, however wrong the clocks are.
 *
 * <p><b>Cost.</b> With <i>v</i> concurrent values and <i>r</i> replicas, {@link #latest} takes
 * O(v), {@link #values} O(v log v), all else O(v log v + r); mostly v is 1. {@link #merge} returns
 * one of its operands where that is the result.
 *
 * <p><b>Source.</b> Shapiro, Preguiça, Baquero, Zawirski: A comprehensive study of convergent and
 * commutative replicated data types (2011), section 3.2.2; Almeida, Shoker, Baquero: Delta state
 * replicated data types (2018), section 7.
 *
 * @param <T> immutable values with {@code equals} and {@code hashCode} by content
 */
public final class MVRegister<T> implements Causal<MVRegister<T>> {

  private static final MVRegister<?> EMPTY =
      new MVRegister<>(
          new CausalState<>(DotValues.<Assignment<Object>>none(), CausalContext.empty()));

  static final CausalKind<MVRegister<Object>, DotValues<Assignment<Object>>> KIND =
      new WholeKind<>(
          "MVRegister",
          DotValues.none(),
          state -> MVRegister.<Object>empty().with(state),
          register -> register.state,
          store -> store.size() == 1 ? sorted(store).get(0).toString() : sorted(store).toString());

  private final CausalState<DotValues<Assignment<T>>> state;

  private MVRegister(CausalState<DotValues<Assignment<T>>> state) {
    this.state = state;
  }

  /**
   * What the dot of an assignment carries.
   *
   * @param <T> values
   * @param timestamp when it was made, and by whom
   * @param value what was assigned
   */
  public record Assignment<T>(HybridTimestamp timestamp, T value) {

    /**
     * Checks the components.
     *
     * @throws NullPointerException if one is null
     */
    public Assignment {
      Objects.requireNonNull(timestamp, "timestamp");
      Objects.requireNonNull(value, "value");
    }
  }

  /** Returns the register that holds nothing. */
  @SuppressWarnings("unchecked") // the empty register holds no value
  public static <T> MVRegister<T> empty() {
    return (MVRegister<T>) EMPTY;
  }

  /**
   * Returns a builder for a state that has seen {@code context}, to read a state back.
   *
   * @throws NullPointerException if {@code context} is null
   */
  public static <T> Builder<T> builder(CausalContext context) {
    return new Builder<>(LiveDots.under(context));
  }

  /**
   * Returns a builder for a state whose live dots are among {@code dots}, to read a nested state
   * back.
   *
   * @throws NullPointerException if {@code dots} is null
   */
  public static <T> Builder<T> builderUnder(LiveDots dots) {
    return new Builder<>(dots);
  }

  private MVRegister<T> with(CausalState<DotValues<Assignment<T>>> changed) {
    if (changed == state) {
      return this;
    }
    return changed.context().isEmpty() ? empty() : new MVRegister<>(changed);
  }

  /**
   * Returns this register with {@code value} alone, under a new dot even if it holds an equal one.
   *
   * @throws NullPointerException if an argument is null
   * @throws ArithmeticException if this replica's counter would exceed {@link Dot#MAX_COUNTER}, or
   *     the stamp the greatest timestamp
   */
  public MVRegister<T> assign(Author me, T value) {
    Objects.requireNonNull(value, "value");
    Dot dot = me.nextDot(state.context());
    HybridTimestamp stamp =
        live().stream()
            .map(live -> live.getValue().timestamp())
            .max(Comparator.naturalOrder())
            .map(me::stampAfter)
            .orElseGet(me::stamp);
    return with(
        new CausalState<>(
            DotValues.of(dot, new Assignment<>(stamp, value)), state.context().add(dot)));
  }

  /** Returns this register without values; this very register if there are none. */
  public MVRegister<T> clear() {
    return isEmpty() ? this : with(new CausalState<>(DotValues.none(), state.context()));
  }

  /**
   * Returns all values that none has replaced, as a set of their own, in order: by class name,
   * natural order and text.
   */
  public Set<T> values() {
    List<T> values = live().stream().map(live -> live.getValue().value()).toList();
    return ValueOrder.set(values, values.size());
  }

  /** Returns the value with the greatest timestamp and, of two, the greater dot; or none. */
  public Option<T> latest() {
    return Option.ofOptional(
        live().stream()
            .max(
                Map.Entry.<Dot, Assignment<T>>comparingByValue(
                        Comparator.comparing(Assignment::timestamp))
                    .thenComparing(Map.Entry.comparingByKey()))
            .map(live -> live.getValue().value()));
  }

  /** Returns whether there are no values. */
  public boolean isEmpty() {
    return state.store().isEmpty();
  }

  private List<Map.Entry<Dot, Assignment<T>>> live() {
    List<Map.Entry<Dot, Assignment<T>>> live = new ArrayList<>(state.store().size());
    forEachLive((dot, assignment) -> live.add(Map.entry(dot, assignment)));
    return live;
  }

  /** Returns every dot seen, live or not. */
  public CausalContext context() {
    return state.context();
  }

  /**
   * Tells {@code action} every live dot with its assignment, in ascending order.
   *
   * @throws NullPointerException if {@code action} is null
   */
  public void forEachLive(BiConsumer<? super Dot, ? super Assignment<T>> action) {
    Objects.requireNonNull(action, "action");
    state.store().forEach(action);
  }

  @Override
  public MVRegister<T> merge(MVRegister<T> other) {
    CausalState<DotValues<Assignment<T>>> merged = state.merge(other.state);
    return merged == other.state ? merged == state ? this : other : with(merged);
  }

  @Override
  public MVRegister<T> deltaSince(MVRegister<T> base) {
    CausalState<DotValues<Assignment<T>>> delta = state.deltaSince(base.state);
    return with(delta.equals(state) ? state : delta);
  }

  @Override
  public boolean isAtMost(MVRegister<T> other) {
    return state.isAtMost(other.state);
  }

  @Override
  public boolean equals(Object other) {
    return this == other || (other instanceof MVRegister<?> that && state.equals(that.state));
  }

  @Override
  public int hashCode() {
    return state.hashCode();
  }

  /** Returns the values in order and the context, as in {@code MVRegister[tea]{phone: 1-2}}. */
  @Override
  public String toString() {
    return "MVRegister" + sorted(state.store()) + state.context();
  }

  private static <T> List<T> sorted(DotValues<Assignment<T>> store) {
    List<T> values = new ArrayList<>();
    store.forEach((dot, assignment) -> values.add(assignment.value()));
    return ValueOrder.sorted(values);
  }

  /**
   * Puts a state together from its parts and refuses any that no history can reach. For one use, by
   * one thread.
   *
   * @param <T> values
   */
  public static final class Builder<T> {

    private final LiveDots dots;
    private final NavigableMap<Dot, Assignment<T>> live = new TreeMap<>();

    private Builder(LiveDots dots) {
      this.dots = Objects.requireNonNull(dots, "dots");
    }

    /**
     * Adds a live dot with its assignment, in any order.
     *
     * @throws NullPointerException if an argument is null
     * @throws IllegalArgumentException if the dot is not in the context, was given before, or is of
     *     another replica than the timestamp
     */
    public Builder<T> live(Dot dot, Assignment<T> assignment) {
      Objects.requireNonNull(assignment, "assignment");
      ReplicaId replica = assignment.timestamp().replica();
      if (!replica.equals(dot.replica())) {
        throw new IllegalArgumentException(
            "timestamp of an assignment must be of the replica of its dot, but "
                + assignment.timestamp()
                + " is not of "
                + dot.replica());
      }
      live.put(dots.live(dot), assignment);
      return this;
    }

    /** Returns the state. */
    public MVRegister<T> build() {
      return MVRegister.<T>empty().with(new CausalState<>(DotValues.of(live), dots.context()));
    }
  }
}
