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

  private static final LWWMap<?, ?> EMPTY = new LWWMap<>(Trie.empty(), 0);

  private final Trie<K, Stamped<V>> entries;
  private final int size; // of the keys that were not removed

  private LWWMap(Trie<K, Stamped<V>> entries, int size) {
    this.entries = entries;
    this.size = size;
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
    Building<K, V> building = new Building<>();
    for (Entry<K, V> entry : entries) {
      building.add(entry.key(), Stamped.of(entry.timestamp(), entry.values()));
    }
    return building.build();
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
    Stamped<V> before = entries.get(Objects.requireNonNull(key, "key"));
    Stamped<V> after = Stamped.value(Stamped.after(before, me), value);
    return new LWWMap<>(entries.put(key, after), size + 1 - live(before));
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
    Stamped<V> before = entries.get(Objects.requireNonNull(key, "key"));
    if (before == null || before.isRemoval()) {
      return this;
    }
    Stamped<V> after = Stamped.removal(Stamped.after(before, me));
    return new LWWMap<>(entries.put(key, after), size - 1);
  }

  private static int live(@Nullable Stamped<?> entry) {
    return entry == null || entry.isRemoval() ? 0 : 1;
  }

  /**
   * Returns the value under {@code key}, or none if there is none.
   *
   * @throws NullPointerException if {@code key} is null
   */
  public Option<V> get(K key) {
    return Option.of(shown(entries.get(Objects.requireNonNull(key, "key"))));
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
    return live(entries.get(Objects.requireNonNull(key, "key"))) == 1;
  }

  /**
   * Returns when {@code key} was last put or removed, and by whom, or none if it never was.
   *
   * @throws NullPointerException if {@code key} is null
   */
  public Option<HybridTimestamp> timestamp(K key) {
    return Option.of(entries.get(Objects.requireNonNull(key, "key"))).map(Stamped::stamp);
  }

  /**
   * Returns all values under {@code key}, the one shown first; more than one only for a tie.
   *
   * @throws NullPointerException if {@code key} is null
   */
  public Set<V> tied(K key) {
    Stamped<V> entry = entries.get(Objects.requireNonNull(key, "key"));
    return entry == null ? LinkedHashSet.empty() : LinkedHashSet.ofAll(entry.tied());
  }

  /** Returns how many keys there are. */
  public int size() {
    return size;
  }

  /** Returns whether there are no keys. */
  public boolean isEmpty() {
    return size == 0;
  }

  /**
   * Returns the keys as a set of their own, in order: by class name, natural order and text. It is
   * a copy, in O(n log n). Keys that were crafted to share a hash code, which no hash set can take,
   * come in a {@code TreeSet} if they have a natural order.
   */
  public Set<K> keys() {
    return ValueOrder.set(keyList(), entries.crowd());
  }

  /** Returns the keys with their values as a map of its own, in the order of {@link #keys}. */
  public Map<K, V> toMap() {
    return ValueOrder.map(keys(), key -> get(key).get());
  }

  private List<K> keyList() {
    List<K> keys = new ArrayList<>(size);
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
    entries.forEach(
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
    List<Entry<K, V>> all = new ArrayList<>(entries.size());
    entries.forEach((key, entry) -> all.add(Entry.of(key, entry)));
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
        simultaneous.set(i, Entry.of(key, Objects.requireNonNull(entries.get(key), "entry")));
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
    entries.diff(
        before.entries,
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
    Join<K, V> join = new Join<>(entries.size() == 0);
    Trie<K, Stamped<V>> merged = entries.merge(other.entries, join);
    if (merged == entries) {
      return this;
    }
    return merged == other.entries ? other : new LWWMap<>(merged, size + join.moreKeys);
  }

  @Override
  public LWWMap<K, V> deltaSince(LWWMap<K, V> base) {
    if (base.entries.size() == 0) {
      return this;
    }
    Building<K, V> building = new Building<>();
    entries.diff(
        base.entries,
        (key, then, now) -> {
          Stamped<V> news = then == null || now == null ? now : now.since(then);
          if (news != null) {
            building.add(key, news);
          }
          return true;
        });
    LWWMap<K, V> delta = building.build();
    return delta.equals(this) ? this : delta;
  }

  @Override
  public boolean isAtMost(LWWMap<K, V> other) {
    return entries.size() <= other.entries.size()
        && entries.diff(
            other.entries,
            (key, there, here) -> here == null || (there != null && here.isAtMost(there)));
  }

  @Override
  public boolean equals(Object other) {
    return this == other || (other instanceof LWWMap<?, ?> that && entries.equals(that.entries));
  }

  @Override
  public int hashCode() {
    return entries.hashCode();
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

  /** Collects entries and counts those that were not removed. */
  private static final class Building<K, V> {

    private final Trie.Builder<K, Stamped<V>> entries = new Trie.Builder<>("a key");
    private int size;

    private void add(K key, Stamped<V> entry) {
      entries.add(key, entry);
      size += live(entry);
    }

    private LWWMap<K, V> build() {
      Trie<K, Stamped<V>> built = entries.build();
      return built.size() == 0 ? empty() : new LWWMap<>(built, size);
    }
  }

  /** Joins key by key, and counts how many keys more there are than on this side. */
  private static final class Join<K, V> implements Trie.Join<K, Stamped<V>> {

    private final boolean isMineEmpty;
    private int moreKeys;

    private Join(boolean isMineEmpty) {
      this.isMineEmpty = isMineEmpty;
    }

    @Override
    public Stamped<V> both(K key, Stamped<V> mine, Stamped<V> theirs) {
      Stamped<V> joined = mine.merge(theirs);
      moreKeys += live(joined) - live(mine);
      return joined;
    }

    @Override
    public Stamped<V> onlyMine(K key, Stamped<V> mine) {
      return mine;
    }

    @Override
    public Stamped<V> onlyTheirs(K key, Stamped<V> theirs) {
      moreKeys += live(theirs);
      return theirs;
    }

    /** What was stamped is made anew for every key, so one object stands under equal keys. */
    @Override
    public boolean isSameEntry(Stamped<V> mine, Stamped<V> theirs) {
      return mine == theirs;
    }

    @Override
    public boolean keepsMine() {
      return true;
    }

    /** Every key must be met to be counted, unless the result is the other side anyway. */
    @Override
    public boolean keepsTheirs() {
      return isMineEmpty;
    }
  }
}
