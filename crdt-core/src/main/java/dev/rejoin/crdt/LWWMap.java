package dev.rejoin.crdt;

import io.vavr.collection.LinkedHashSet;
import io.vavr.collection.Map;
import io.vavr.collection.Set;
import io.vavr.control.Option;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A map each of whose keys holds one value or was removed; per key the edit with the greater
 * timestamp wins.
 *
 * <p><b>State.</b> Each key that was ever put, with the {@link HybridTimestamp} of its last edit
 * and the value put then, or the note that it was removed.
 *
 * <p><b>Order.</b> Key by key, by timestamp; a key that is missing is below everything.
 *
 * <p><b>Merge.</b> The greater timestamp of each key, with what it says.
 *
 * <p><b>Concurrency.</b> Of concurrent edits of one key the one with the greater timestamp wins, be
 * it a put or a remove, and the others are lost; edits of different keys never meet. An edit made
 * after seeing another of its key always wins over it, however wrong the clocks are. Removing a key
 * that is not there is no edit, so it does not win over a put that it has not seen. <b>Danger:</b>
 * two edits under one timestamp mean that an id was used twice. Then a remove wins over a put, and
 * different values are kept together, as {@link #tied}; every replica shows the same one of them,
 * by the rules of {@link LWWRegister}.
 *
 * <p><b>Cost.</b> With <i>n</i> keys, removed ones included, {@link #get}, {@link #put} and {@link
 * #remove} take O(log n), {@link #size} O(1). A removed key keeps its key and timestamp for ever.
 * {@link #merge}, {@link #deltaSince}, {@link #isAtMost}, {@link #changesFrom} and {@code equals}
 * skip whatever both states share, so for forks of one state they cost O(changes · log n), else
 * O(n). {@link #merge} returns one of its operands where that is the result. Keys whose hash codes
 * collide stay within these bounds if they are enums or have a natural order by the JDK, like
 * strings and numbers; others cost O(n) each.
 *
 * <p><b>Source.</b> Shapiro, Preguiça, Baquero, Zawirski: A comprehensive study of convergent and
 * commutative replicated data types (2011), specification 8, key by key, as in Riak and Pekko;
 * stamps after Kulkarni et al.: Logical physical clocks (2014).
 *
 * @param <K> immutable keys with {@code equals} and {@code hashCode} by content
 * @param <V> immutable values with {@code equals} and {@code hashCode} by content
 */
public final class LWWMap<K, V> implements Crdt<LWWMap<K, V>> {

  private static final LWWMap<?, ?> EMPTY = new LWWMap<>(StampedMap.empty());

  private final StampedMap<K, V> state;

  private LWWMap(StampedMap<K, V> state) {
    this.state = state;
  }

  /** Returns the map in which nothing was ever put. */
  @SuppressWarnings("unchecked") // the empty map holds no key and no value
  public static <K, V> LWWMap<K, V> empty() {
    return (LWWMap<K, V>) EMPTY;
  }

  /**
   * Returns the map of those entries, in any order, to read a state back.
   *
   * @throws NullPointerException if {@code entries} or one of them is null
   * @throws IllegalArgumentException if a key is given twice
   */
  public static <K, V> LWWMap<K, V> of(Iterable<Entry<K, V>> entries) {
    StampedMap.Builder<K, V> state = new StampedMap.Builder<>();
    for (Entry<K, V> entry : entries) {
      state.add(entry.key(), Stamped.of(entry.timestamp(), entry.values()));
    }
    return LWWMap.<K, V>empty().with(state.build());
  }

  private LWWMap<K, V> with(StampedMap<K, V> changed) {
    if (changed == state) {
      return this;
    }
    return changed == StampedMap.<K, V>empty() ? empty() : new LWWMap<>(changed);
  }

  private Trie<K, Stamped<V>> stamped() {
    return state.entries();
  }

  /**
   * Returns this map with {@code value} under {@code key}, stamped anew even if an equal one is
   * there.
   *
   * @throws NullPointerException if an argument is null
   * @throws ArithmeticException if the stamp would exceed the greatest timestamp
   */
  public LWWMap<K, V> put(Author me, K key, V value) {
    Objects.requireNonNull(value, "value");
    Stamped<V> before = state.get(Objects.requireNonNull(key, "key"));
    return with(state.put(key, before, Stamped.value(Stamped.after(before, me), value)));
  }

  /**
   * Returns this map without {@code key}, stamped like a put; this very map if the key is not
   * there.
   *
   * @throws NullPointerException if an argument is null
   * @throws ArithmeticException if the stamp would exceed the greatest timestamp
   */
  public LWWMap<K, V> remove(Author me, K key) {
    Objects.requireNonNull(me, "me");
    Stamped<V> before = state.get(Objects.requireNonNull(key, "key"));
    return before == null || before.isRemoval()
        ? this
        : with(state.put(key, before, Stamped.removal(Stamped.after(before, me))));
  }

  /**
   * Returns the value under {@code key}, or none if there is none.
   *
   * @throws NullPointerException if {@code key} is null
   */
  public Option<V> get(K key) {
    return Option.of(shown(state.get(Objects.requireNonNull(key, "key"))));
  }

  private static <V> @Nullable V shown(@Nullable Stamped<V> entry) {
    return entry == null ? null : entry.shown();
  }

  /**
   * Returns whether there is a value under {@code key}.
   *
   * @throws NullPointerException if {@code key} is null
   */
  public boolean contains(K key) {
    Stamped<V> entry = state.get(Objects.requireNonNull(key, "key"));
    return entry != null && !entry.isRemoval();
  }

  /**
   * Returns when {@code key} was last put or removed, and by whom, or none if it never was.
   *
   * @throws NullPointerException if {@code key} is null
   */
  public Option<HybridTimestamp> timestamp(K key) {
    return Option.of(state.get(Objects.requireNonNull(key, "key"))).map(Stamped::stamp);
  }

  /**
   * Returns all values under {@code key}, the one shown first; more than one only for a tie.
   *
   * @throws NullPointerException if {@code key} is null
   */
  public Set<V> tied(K key) {
    Stamped<V> entry = state.get(Objects.requireNonNull(key, "key"));
    return entry == null ? LinkedHashSet.empty() : entry.tiedSet();
  }

  /** Returns how many keys there are. */
  public int size() {
    return state.size();
  }

  /** Returns whether there are no keys. */
  public boolean isEmpty() {
    return size() == 0;
  }

  /**
   * Returns the keys as a set of their own, in order: by class name, natural order and text. It is
   * a copy, in O(n log n). Keys that were crafted to share a hash code, which no hash set can take,
   * come in a {@code TreeSet} if they have a natural order.
   */
  public Set<K> keys() {
    return ValueOrder.set(keyList(), stamped().crowd());
  }

  /** Returns the keys with their values as a map of its own, in the order of {@link #keys}. */
  public Map<K, V> toMap() {
    return ValueOrder.map(keys(), key -> get(key).get());
  }

  private List<K> keyList() {
    List<K> keys = new ArrayList<>(size());
    forEach((key, value) -> keys.add(key));
    return keys;
  }

  /**
   * Tells {@code action} every key with its value, without a copy, in no order to rely on.
   *
   * @throws NullPointerException if {@code action} is null
   */
  public void forEach(BiConsumer<? super K, ? super V> action) {
    Objects.requireNonNull(action, "action");
    stamped()
        .forEach(
            (key, entry) -> {
              V value = entry.shown();
              if (value != null) {
                action.accept(key, value);
              }
            });
  }

  /**
   * Returns all that the map knows, removed keys included, by timestamp; where timestamps are
   * equal, in the order of {@link #keys}. The list cannot be changed.
   */
  public List<Entry<K, V>> entries() {
    List<Entry<K, V>> all = new ArrayList<>(stamped().size());
    stamped().forEach((key, entry) -> all.add(Entry.of(key, entry)));
    all.sort(Comparator.comparing(Entry::timestamp));
    for (int from = 0, to; from < all.size(); from = to) {
      to = from + 1;
      while (to < all.size() && all.get(to).timestamp().equals(all.get(from).timestamp())) {
        to++;
      }
      sortByKey(all.subList(from, to));
    }
    return Collections.unmodifiableList(all);
  }

  private void sortByKey(List<Entry<K, V>> simultaneous) {
    if (simultaneous.size() > 1) {
      List<K> keys = ValueOrder.sorted(simultaneous.stream().map(Entry::key).toList());
      for (int i = 0; i < keys.size(); i++) {
        K key = keys.get(i);
        simultaneous.set(i, Entry.of(key, Objects.requireNonNull(state.get(key), "entry")));
      }
    }
  }

  /**
   * Tells {@code added} every key that is here and not in {@code before}, {@code removed} every one
   * that was there and is not here, and {@code updated} every other one that shows another value: a
   * value that was put again is no change. Each is told once, in no order to rely on, on the
   * caller's thread and while the maps are walked. Any two states can be compared, but a delta
   * holds nothing of what stayed.
   *
   * @throws NullPointerException if an argument is null
   */
  public void changesFrom(
      LWWMap<K, V> before,
      Consumer<? super K> added,
      Consumer<? super K> removed,
      Consumer<? super K> updated) {
    Objects.requireNonNull(added, "added");
    Objects.requireNonNull(removed, "removed");
    Objects.requireNonNull(updated, "updated");
    stamped()
        .diff(
            before.stamped(),
            (key, then, now) -> {
              V old = shown(then);
              V value = shown(now);
              if (Objects.equals(old, value)) {
                return true;
              }
              if (old == null) {
                added.accept(key);
              } else if (value == null) {
                removed.accept(key);
              } else {
                updated.accept(key);
              }
              return true;
            });
  }

  @Override
  public LWWMap<K, V> merge(LWWMap<K, V> other) {
    StampedMap<K, V> merged = state.merge(other.state);
    return merged == other.state ? merged == state ? this : other : with(merged);
  }

  @Override
  public LWWMap<K, V> deltaSince(LWWMap<K, V> base) {
    StampedMap<K, V> delta = state.since(base.state);
    return with(delta.equals(state) ? state : delta);
  }

  @Override
  public boolean isAtMost(LWWMap<K, V> other) {
    return state.isAtMost(other.state);
  }

  @Override
  public boolean equals(Object other) {
    return this == other
        || (other instanceof LWWMap<?, ?> that && stamped().equals(that.stamped()));
  }

  @Override
  public int hashCode() {
    return stamped().hashCode();
  }

  /**
   * Returns all that the map knows, in the order of {@link #entries}, as in {@code
   * LWWMap{milk=[2]{2026-05-04T06:30:00Z+0@phone}}}.
   */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("LWWMap{");
    for (Entry<K, V> entry : entries()) {
      text.append(text.length() == "LWWMap{".length() ? "" : ", ").append(entry);
    }
    return text.append('}').toString();
  }

  /**
   * What the map knows of one key.
   *
   * @param key the key
   * @param timestamp when it was last put or removed, and by whom
   * @param values what was put; none if it was removed, several if they are tied
   */
  public record Entry<K, V>(K key, HybridTimestamp timestamp, List<V> values) {

    /**
     * Copies the values.
     *
     * @throws NullPointerException if an argument or a value is null
     */
    public Entry {
      Objects.requireNonNull(key, "key");
      Objects.requireNonNull(timestamp, "timestamp");
      values = List.copyOf(values);
    }

    private static <K, V> Entry<K, V> of(K key, Stamped<V> entry) {
      return new Entry<>(key, entry.stamp(), List.copyOf(entry.tied()));
    }

    /** Returns key, values and timestamp, as in {@code milk=[2]{2026-05-04T06:30:00Z+0@phone}}. */
    @Override
    public String toString() {
      return key + "=" + values + "{" + timestamp + "}";
    }
  }
}
