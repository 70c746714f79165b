package dev.rejoin.crdt;

import io.vavr.Tuple;
import io.vavr.Tuple2;
import io.vavr.collection.Map;
import io.vavr.collection.Set;
import io.vavr.control.Option;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.StringJoiner;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A map whose values are causal themselves: sets, registers, flags, counters, records of these, and
 * maps again; an update of a value wins over a concurrent remove of its key, which takes away only
 * what it has seen.
 *
 * <pre>{@code
 * ORMap<String, ORSet<String>> lists = ORMap.empty();
 * lists = lists.update(phone, "shopping", ORSet.empty(), (list, me) -> list.add(me, "milk"));
 * System.out.println(lists); // ORMap{shopping=[milk]}{phone: 1}
 * }</pre>
 *
 * <p><b>State.</b> Each key with the live {@link Dot}s of its value, in the value's own way, and
 * one {@link CausalContext} of all dots ever seen, for the whole tree however deep. A key is there
 * exactly while a dot below it lives; of removed keys nothing is kept.
 *
 * <p><b>Order.</b> A map is at most another when the other has seen every dot that this one has,
 * and holds none live that is dead here.
 *
 * <p><b>Merge.</b> Key by key: a dot is live in the result when it is live on both sides, or live
 * on one and unknown to the other.
 *
 * <p><b>Concurrency.</b> Updates of one key are merged as the values' type says. A remove of a key
 * resets all that it has seen of the value, and what is added below it concurrently survives. An
 * update that only takes away below a key does not keep the key against a concurrent remove. Values
 * that were created concurrently under one key are merged, not chosen from.
 *
 * <p><b>Cost.</b> With <i>n</i> keys and <i>r</i> replicas, {@link #get} and {@link #contains} take
 * O(log n), {@link #update} and {@link #remove} O(log n + r) beside the edit of the value, {@link
 * #size} O(1), {@link #keys}, {@link #toMap} and iteration O(n log n). {@link #merge}, {@link
 * #deltaSince}, {@link #isAtMost}, {@link #changesFrom} and {@code equals} skip whatever both
 * states share, at every level: of forks of one state they cost O(changes · log n + r). So does
 * merging the delta of updates, as long as fewer dots live below the updated keys than there are
 * keys; one that removes a key is looked for in all of the map, in O(n), and so are states that
 * share nothing. {@link #merge} returns one of its operands where that is the result.
 *
 * <p><b>Source.</b> Almeida, Shoker, Baquero: Delta state replicated data types (2018), section 7;
 * Brown, Cribbs, Meiklejohn, Elliott: Riak DT map: a composable, convergent replicated dictionary
 * (2014).
 *
 * @param <K> immutable keys with {@code equals} and {@code hashCode} by content
 * @param <V> the causal type of the values, the same for all keys
 */
public final class ORMap<K, V extends Causal<V>>
    implements Causal<ORMap<K, V>>, Iterable<Tuple2<K, V>> {

  private static final ORMap<?, ?> EMPTY =
      new ORMap<Object, EWFlag>(new CausalState<>(DotMap.none(), CausalContext.empty()));

  static final CausalKind<ORMap<Object, EWFlag>, DotMap<Object, Nested>> KIND =
      new WholeKind<>(
          "ORMap",
          DotMap.none(),
          state -> ORMap.<Object, EWFlag>empty().with(state),
          map -> map.state,
          ORMap::text);

  private final CausalState<DotMap<K, Nested>> state;

  private ORMap(CausalState<DotMap<K, Nested>> state) {
    this.state = state;
  }

  /** Returns the map without keys that has seen nothing. */
  @SuppressWarnings("unchecked") // the empty map holds no key and no value
  public static <K, V extends Causal<V>> ORMap<K, V> empty() {
    return (ORMap<K, V>) EMPTY;
  }

  /**
   * Returns a builder for a state that has seen {@code context}, to read a state back.
   *
   * @throws NullPointerException if {@code context} is null
   */
  public static <K, V extends Causal<V>> Builder<K, V> builder(CausalContext context) {
    return new Builder<>(LiveDots.under(context));
  }

  /**
   * Returns a builder for a state whose live dots are among {@code dots}, to read a state back:
   * values are read under the same ones.
   *
   * @throws NullPointerException if {@code dots} is null
   */
  public static <K, V extends Causal<V>> Builder<K, V> builderUnder(LiveDots dots) {
    return new Builder<>(dots);
  }

  private ORMap<K, V> with(DotMap<K, Nested> store, CausalContext context) {
    return with(new CausalState<>(store, context));
  }

  private ORMap<K, V> with(CausalState<DotMap<K, Nested>> changed) {
    if (changed == state) {
      return this;
    }
    return changed.context().isEmpty() ? empty() : new ORMap<>(changed);
  }

  private Trie<K, Nested> entries() {
    return state.store().entries();
  }

  @SuppressWarnings("unchecked") // update and the builder take nothing but values of type V
  private V value(Nested nested) {
    return (V) nested.under(state.context());
  }

  /**
   * Returns this map with the value of {@code key} edited; this very map if it comes out as it was.
   * A key that is not there is edited as {@code empty}; one whose value has no live dot afterwards
   * is not there. If {@code edit} throws, nothing has changed.
   *
   * @param me makes the edits
   * @param empty the empty state of the values' type
   * @param edit is given the value, which has seen all that the map has, and the author by whom it
   *     must be edited, and returns the edited value. The author serves this one call.
   * @throws NullPointerException if an argument or the edited value is null
   * @throws IllegalArgumentException if {@code empty} has seen anything or is of another type than
   *     the value under the key, or if the edited value does not follow from the one handed out by
   *     edits of the author handed out alone
   * @throws IllegalStateException if {@code me} is of an update that has ended, or within which
   *     another one goes on
   * @throws ArithmeticException if this replica's counter would exceed {@link Dot#MAX_COUNTER}
   */
  public ORMap<K, V> update(
      Author me, K key, V empty, BiFunction<? super V, ? super Author, ? extends V> edit) {
    Objects.requireNonNull(me, "me");
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(empty, "empty");
    Objects.requireNonNull(edit, "edit");
    CausalKind<V, ?> kind = CausalKinds.of(empty);
    if (!kind.everyContext(empty, CausalContext::isEmpty)) {
      throw new IllegalArgumentException(
          "empty state must have seen nothing, was "
              + empty
              + "; hand in the type's own, and edit in the function");
    }
    return updated(me, key, kind, edit);
  }

  private <S extends DotStore<S>> ORMap<K, V> updated(
      Author me,
      K key,
      CausalKind<V, S> kind,
      BiFunction<? super V, ? super Author, ? extends V> edit) {
    Nested present = entries().get(key);
    S before = present == null ? kind.none() : present.storeOf(kind);
    UpdateAuthor author = new UpdateAuthor(me, state.context());
    V edited;
    try {
      edited = edit.apply(kind.under(state.context(), before), author);
    } finally {
      author.end();
    }
    S after = new UpdateCheck<>(kind, state.context(), before, author.minted()).checked(edited);
    if (after.equals(before) && kind.everyContext(edited, state.context()::equals)) {
      return this;
    }
    return with(stored(key, present, kind, after), author.seen());
  }

  private <S extends DotStore<S>> DotMap<K, Nested> stored(
      K key, @Nullable Nested before, CausalKind<V, S> kind, S after) {
    if (after.isEmpty()) {
      return state.store().remove(key);
    }
    Nested nested = Nested.of(kind, after);
    return before != null && nested.equals(before) ? state.store() : state.store().put(key, nested);
  }

  /**
   * Returns this map without {@code key}; this very map if it is not there.
   *
   * @throws NullPointerException if {@code key} is null
   */
  public ORMap<K, V> remove(K key) {
    DotMap<K, Nested> left = state.store().remove(Objects.requireNonNull(key, "key"));
    return left == state.store() ? this : with(left, state.context());
  }

  /**
   * Returns this map without any of {@code keys}; this very map if none is there.
   *
   * @throws NullPointerException if {@code keys} or one of them is null
   */
  public ORMap<K, V> removeAll(Iterable<? extends K> keys) {
    ORMap<K, V> result = this;
    for (K key : keys) {
      result = result.remove(key);
    }
    return result;
  }

  /** Returns this map without keys; this very map if there are none. */
  public ORMap<K, V> clear() {
    return isEmpty() ? this : with(DotMap.none(), state.context());
  }

  /**
   * Returns the value of {@code key}, or none if it is not there. The value has seen all that the
   * map has: it can be read, compared and merged with other values of this key, and is edited by
   * {@link #update} only.
   *
   * @throws NullPointerException if {@code key} is null
   */
  public Option<V> get(K key) {
    return Option.of(entries().get(Objects.requireNonNull(key, "key"))).map(this::value);
  }

  /**
   * Returns whether {@code key} is there.
   *
   * @throws NullPointerException if {@code key} is null
   */
  public boolean contains(K key) {
    return entries().get(Objects.requireNonNull(key, "key")) != null;
  }

  /** Returns how many keys there are. */
  public int size() {
    return entries().size();
  }

  /** Returns whether there are no keys. */
  public boolean isEmpty() {
    return size() == 0;
  }

  /**
   * Returns the keys as a set of their own, in order: by class name, natural order and text. Keys
   * that were crafted to share a hash code, which no hash set can take, come in a {@code TreeSet}
   * if they have a natural order.
   */
  public Set<K> keys() {
    List<K> keys = new ArrayList<>(size());
    entries().keys().forEachRemaining(keys::add);
    return ValueOrder.set(keys, entries().crowd());
  }

  /** Returns the keys with their values as a map of its own, in the order of {@link #keys}. */
  public Map<K, V> toMap() {
    return ValueOrder.map(keys(), key -> get(key).get());
  }

  /** Returns the keys with their values one by one, in the order of {@link #keys}. */
  @Override
  public Iterator<Tuple2<K, V>> iterator() {
    return keys().iterator().map(key -> Tuple.of(key, get(key).get()));
  }

  /** Returns every dot seen, live or not. */
  public CausalContext context() {
    return state.context();
  }

  /**
   * Tells {@code action} every key with its value, in the order of the least dots that live below
   * them: one order for equal states, whatever the keys are.
   *
   * @throws NullPointerException if {@code action} is null
   */
  public void forEachLive(BiConsumer<? super K, ? super V> action) {
    Objects.requireNonNull(action, "action");
    List<Tuple2<Dot, Tuple2<K, Nested>>> ordered = new ArrayList<>(size());
    entries()
        .forEach((key, nested) -> ordered.add(Tuple.of(nested.least(), Tuple.of(key, nested))));
    ordered.sort(Comparator.comparing(Tuple2::_1));
    ordered.forEach(entry -> action.accept(entry._2._1, value(entry._2._2)));
  }

  /**
   * Tells {@code added} every key that is here and not in {@code before}, {@code removed} every one
   * that was there and is not here, and {@code updated} every other one below which anything was
   * edited, even if its value shows the same: what a user interface has to do after edits and
   * merges. Each is told once, in no order to rely on.
   *
   * <p>Any two maps can be compared. What they share is skipped. A delta is no map to compare with:
   * it holds removals as dots alone, and nothing of what stayed.
   *
   * @throws NullPointerException if an argument is null
   */
  public void changesFrom(
      ORMap<K, V> before,
      Consumer<? super K> added,
      Consumer<? super K> removed,
      Consumer<? super K> updated) {
    Objects.requireNonNull(added, "added");
    Objects.requireNonNull(removed, "removed");
    Objects.requireNonNull(updated, "updated");
    entries()
        .diff(
            before.entries(),
            (key, was, is) -> {
              if (was == null) {
                added.accept(key);
              } else if (is == null) {
                removed.accept(key);
              } else {
                updated.accept(key);
              }
              return true;
            });
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalArgumentException if values under one key are of different types
   */
  @Override
  public ORMap<K, V> merge(ORMap<K, V> other) {
    CausalState<DotMap<K, Nested>> merged = state.merge(other.state);
    return merged == other.state ? merged == state ? this : other : with(merged);
  }

  @Override
  public ORMap<K, V> deltaSince(ORMap<K, V> base) {
    CausalState<DotMap<K, Nested>> delta = state.deltaSince(base.state);
    return with(delta.equals(state) ? state : delta);
  }

  @Override
  public boolean isAtMost(ORMap<K, V> other) {
    return state.isAtMost(other.state);
  }

  @Override
  public boolean equals(Object other) {
    return this == other || (other instanceof ORMap<?, ?> that && state.equals(that.state));
  }

  @Override
  public int hashCode() {
    return state.hashCode();
  }

  /**
   * Returns keys and values in the order of {@link #keys}, and the context, as in {@code
   * ORMap{shopping=[eggs, milk]}{phone: 1-2}}.
   */
  @Override
  public String toString() {
    return "ORMap" + text(state.store()) + state.context();
  }

  private static <K> String text(DotMap<K, Nested> store) {
    StringJoiner text = new StringJoiner(", ", "{", "}");
    for (K key : ValueOrder.sorted(store.entries()::keys)) {
      text.add(key + "=" + store.entries().get(key));
    }
    return text.toString();
  }

  /**
   * Puts a state together from its parts and refuses any that no history can reach. For one use, by
   * one thread.
   *
   * @param <K> keys
   * @param <V> values
   */
  public static final class Builder<K, V extends Causal<V>> {

    private final LiveDots dots;
    private final Trie.Builder<K, Nested> entries = new Trie.Builder<>("a key");

    private Builder(LiveDots dots) {
      this.dots = Objects.requireNonNull(dots, "dots");
    }

    /** Returns the live dots of the whole state, under which the values must be read. */
    public LiveDots dots() {
      return dots;
    }

    /**
     * Adds a key with its value, in any order.
     *
     * @throws NullPointerException if an argument is null
     * @throws IllegalArgumentException if the value has no live dot, or was not read under {@link
     *     #dots}
     */
    public Builder<K, V> live(K key, V value) {
      Objects.requireNonNull(key, "key");
      add(key, CausalKinds.of(Objects.requireNonNull(value, "value")), value);
      return this;
    }

    private <S extends DotStore<S>> void add(K key, CausalKind<V, S> kind, V value) {
      if (!kind.everyContext(value, seen -> seen == dots.context() || seen.isEmpty())) {
        throw new IllegalArgumentException(
            "value of key " + key + " must be read under the live dots of the map");
      }
      S store = kind.state(value).store();
      if (store.isEmpty()) {
        throw new IllegalArgumentException(
            "a key must have a live dot below it, but " + key + " has none");
      }
      entries.add(key, Nested.of(kind, store));
    }

    /**
     * Returns the state.
     *
     * @throws IllegalArgumentException if a key was given twice
     */
    public ORMap<K, V> build() {
      return ORMap.<K, V>empty().with(DotMap.of(entries.build()), dots.context());
    }
  }
}
