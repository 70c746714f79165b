package dev.rejoin.crdt;

import io.vavr.collection.Set;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A set whose elements can be added, removed and added again; an add wins over a concurrent remove.
 *
 * <p><b>State.</b> Each element with the live {@link Dot}s of its adds, and the {@link
 * CausalContext} of all dots ever seen. Removed elements leave no tombstone: a dot that was seen
 * and is not live was removed.
 *
 * <p><b>Order.</b> A set is at most another when the other has seen every dot that this one has,
 * and holds none live that is dead here.
 *
 * <p><b>Merge.</b> A dot is live in the result when it is live on both sides, or live on one and
 * unknown to the other.
 *
 * <p><b>Concurrency.</b> A remove takes away the adds that it has seen, no others: an add that runs
 * concurrently survives it, also one of an element that was there already, since every add mints a
 * new dot. Equal states may come from different edits, but two sets with the same elements are
 * equal only if they have seen the same dots.
 *
 * <p><b>Cost.</b> With <i>n</i> elements and <i>r</i> replicas, {@link #contains} takes O(log n),
 * {@link #add} and {@link #remove} O(log n + r), {@link #size} O(1). {@link #merge}, {@link
 * #deltaSince}, {@link #isAtMost} and {@code equals} skip whatever both states share, so for forks
 * of one state they cost O(changes · log n + r), and {@link #changesFrom} O(changes · log n).
 * Merging a delta that only adds, also what is there already, costs that; one that removes, or that
 * is known already, is looked for in all of the set, in O(n), and so are states that share nothing.
 * {@link #merge} returns one of its operands where that is the result. Elements whose hash codes
 * collide stay within these bounds if they are enums or have a natural order by the JDK, like
 * strings and numbers; others cost O(n) each.
 *
 * <p><b>Source.</b> Bieniusa et al.: An optimized conflict-free replicated set (2012); Almeida,
 * Shoker, Baquero: Delta state replicated data types (2018), section 7.3.
 *
 * @param <E> immutable elements with {@code equals} and {@code hashCode} by content
 */
public final class ORSet<E> implements Causal<ORSet<E>>, Iterable<E> {

  private static final ORSet<?> EMPTY =
      new ORSet<>(new CausalState<>(DotMap.<Object, DotSet>none(), CausalContext.empty()));

  static final CausalKind<ORSet<Object>, DotMap<Object, DotSet>> KIND =
      new WholeKind<>(
          "ORSet",
          DotMap.none(),
          state -> ORSet.<Object>empty().with(state),
          set -> set.state,
          store -> ValueOrder.sorted(store.entries()::keys).toString());

  private final CausalState<DotMap<E, DotSet>> state;

  private ORSet(CausalState<DotMap<E, DotSet>> state) {
    this.state = state;
  }

  /** Returns the set without elements that has seen nothing. */
  @SuppressWarnings("unchecked") // the empty set holds no element
  public static <E> ORSet<E> empty() {
    return (ORSet<E>) EMPTY;
  }

  /** Returns a builder for a state that has seen {@code context}, to read a state back. */
  public static <E> Builder<E> builder(CausalContext context) {
    return new Builder<>(LiveDots.under(context));
  }

  /**
   * Returns a builder for a state whose live dots are among {@code dots}, to read a nested state
   * back.
   *
   * @throws NullPointerException if {@code dots} is null
   */
  public static <E> Builder<E> builderUnder(LiveDots dots) {
    return new Builder<>(dots);
  }

  private ORSet<E> with(DotMap<E, DotSet> store, CausalContext context) {
    return with(new CausalState<>(store, context));
  }

  private ORSet<E> with(CausalState<DotMap<E, DotSet>> changed) {
    if (changed == state) {
      return this;
    }
    return changed.context().isEmpty() ? empty() : new ORSet<>(changed);
  }

  /**
   * Returns this set with {@code element}, under a new dot even if the element is there already.
   *
   * @throws NullPointerException if an argument is null
   * @throws ArithmeticException if this replica's counter would exceed {@link Dot#MAX_COUNTER}
   */
  public ORSet<E> add(Author me, E element) {
    Objects.requireNonNull(element, "element");
    Dot dot = me.nextDot(state.context());
    return with(state.store().put(element, DotSet.of(dot)), state.context().add(dot));
  }

  /**
   * Returns this set with all of {@code elements}, each under a new dot; this very set for none.
   *
   * @throws NullPointerException if an argument or an element is null
   * @throws ArithmeticException if this replica's counter would exceed {@link Dot#MAX_COUNTER}
   */
  public ORSet<E> addAll(Author me, Iterable<? extends E> elements) {
    Objects.requireNonNull(me, "me");
    ORSet<E> result = this;
    for (E element : elements) {
      result = result.add(me, element);
    }
    return result;
  }

  /**
   * Returns this set without {@code element}; this very set if it is not there.
   *
   * @throws NullPointerException if {@code element} is null
   */
  public ORSet<E> remove(E element) {
    DotMap<E, DotSet> left = state.store().remove(Objects.requireNonNull(element, "element"));
    return left == state.store() ? this : with(left, state.context());
  }

  /**
   * Returns this set without any of {@code elements}; this very set if none is there.
   *
   * @throws NullPointerException if {@code elements} or one of them is null
   */
  public ORSet<E> removeAll(Iterable<? extends E> elements) {
    ORSet<E> result = this;
    for (E element : elements) {
      result = result.remove(element);
    }
    return result;
  }

  /** Returns this set without elements; this very set if there are none. */
  public ORSet<E> clear() {
    return isEmpty() ? this : with(DotMap.none(), state.context());
  }

  /**
   * Returns whether {@code element} is there.
   *
   * @throws NullPointerException if {@code element} is null
   */
  public boolean contains(E element) {
    return state.store().entries().get(Objects.requireNonNull(element, "element")) != null;
  }

  /** Returns how many elements there are. */
  public int size() {
    return state.store().entries().size();
  }

  /** Returns whether there are no elements. */
  public boolean isEmpty() {
    return size() == 0;
  }

  /**
   * Returns the elements as a set of their own, in order: by class name, natural order and text. It
   * is a copy, in O(n log n). Elements that were crafted to share a hash code, which no hash set
   * can take, come in a {@code TreeSet} if they have a natural order.
   */
  public Set<E> elements() {
    return ValueOrder.set(stream().toList(), state.store().entries().crowd());
  }

  /** Returns the elements one by one, without a copy, in no order to rely on. */
  @Override
  public Iterator<E> iterator() {
    return state.store().entries().keys();
  }

  @Override
  public Spliterator<E> spliterator() {
    return Spliterators.spliterator(
        iterator(), size(), Spliterator.DISTINCT | Spliterator.NONNULL | Spliterator.IMMUTABLE);
  }

  /** Returns the elements as a sequential stream, without a copy. */
  public Stream<E> stream() {
    return StreamSupport.stream(spliterator(), false);
  }

  /** Returns every dot seen, live or not. */
  public CausalContext context() {
    return state.context();
  }

  /**
   * Tells {@code action} every element with its live dots, in ascending order, without a copy.
   *
   * @throws NullPointerException if {@code action} is null
   */
  public void forEachLive(BiConsumer<? super E, ? super List<Dot>> action) {
    Objects.requireNonNull(action, "action");
    state.store().entries().forEach((element, dots) -> action.accept(element, dots.dots()));
  }

  /**
   * Tells {@code added} every element that is here and not in {@code before}, and {@code removed}
   * every one that was there and is not here: what a user interface has to do after edits and
   * merges. An element that both sets have is no change, whatever its dots. Each is told once, in
   * no order to rely on, on the caller's thread and while the sets are walked.
   *
   * <p>Any two sets can be compared. What they share is skipped, so for forks of one state it costs
   * O(changes · log n), else O(n). A delta is no set to compare with: it holds removals as dots
   * alone, and nothing of what stayed.
   *
   * @throws NullPointerException if an argument is null
   */
  public void changesFrom(ORSet<E> before, Consumer<? super E> added, Consumer<? super E> removed) {
    Objects.requireNonNull(added, "added");
    Objects.requireNonNull(removed, "removed");
    Trie<E, DotSet> entries = state.store().entries();
    entries.diff(
        before.state.store().entries(),
        (element, dotsBefore, dotsNow) -> {
          if (dotsBefore == null) {
            added.accept(element);
          } else if (dotsNow == null) {
            removed.accept(element);
          }
          return true;
        });
  }

  @Override
  public ORSet<E> merge(ORSet<E> other) {
    CausalState<DotMap<E, DotSet>> merged = state.merge(other.state);
    return merged == other.state ? merged == state ? this : other : with(merged);
  }

  @Override
  public ORSet<E> deltaSince(ORSet<E> base) {
    CausalState<DotMap<E, DotSet>> delta = state.deltaSince(base.state);
    return with(delta.equals(state) ? state : delta);
  }

  @Override
  public boolean isAtMost(ORSet<E> other) {
    return state.isAtMost(other.state);
  }

  @Override
  public boolean equals(Object other) {
    return this == other || (other instanceof ORSet<?> that && state.equals(that.state));
  }

  @Override
  public int hashCode() {
    return state.hashCode();
  }

  /** Returns the elements in order and the context, as in {@code ORSet[eggs, milk]{phone: 1-2}}. */
  @Override
  public String toString() {
    return "ORSet" + ValueOrder.sorted(this) + state.context();
  }

  /**
   * Puts a state together from its parts and refuses any that no history can reach. For one use, by
   * one thread.
   *
   * @param <E> elements
   */
  public static final class Builder<E> {

    private final LiveDots dots;
    private final Trie.Builder<E, DotSet> entries = new Trie.Builder<>("an element");

    private Builder(LiveDots dots) {
      this.dots = Objects.requireNonNull(dots, "dots");
    }

    /**
     * Adds an element with its live dots, in any order.
     *
     * @throws NullPointerException if an argument or a dot is null
     * @throws IllegalArgumentException if there are no dots, one is not in the context, or one was
     *     given before
     */
    public Builder<E> live(E element, Iterable<Dot> live) {
      Objects.requireNonNull(element, "element");
      Iterator<Dot> rest = live.iterator();
      if (!rest.hasNext()) {
        throw new IllegalArgumentException(
            "an element must have a live dot, but " + element + " has none");
      }
      Dot first = rest.next();
      if (!rest.hasNext()) {
        return live(element, first);
      }
      entries.add(element, several(dots.live(first), rest));
      return this;
    }

    /**
     * Adds an element with its only live dot, in any order.
     *
     * @throws NullPointerException if an argument is null
     * @throws IllegalArgumentException if the dot is not in the context, or was given before
     */
    public Builder<E> live(E element, Dot dot) {
      Objects.requireNonNull(element, "element");
      entries.add(element, DotSet.of(dots.live(dot)));
      return this;
    }

    private DotSet several(Dot first, Iterator<Dot> rest) {
      List<Dot> all = new ArrayList<>();
      all.add(first);
      rest.forEachRemaining(dot -> all.add(dots.live(dot)));
      return DotSet.of(all.toArray(Dot[]::new));
    }

    /**
     * Returns the state.
     *
     * @throws IllegalArgumentException if an element was given twice
     */
    public ORSet<E> build() {
      return ORSet.<E>empty().with(DotMap.of(entries.build()), dots.context());
    }
  }
}
