package dev.rejoin.crdt;

import org.jspecify.annotations.Nullable;

/**
 * Keys to what was stamped under them last, removals included, and how many were not removed.
 *
 * @param entries what was stamped under each key
 * @param size of the keys that were not removed
 */
record StampedMap<K, V>(Trie<K, Stamped<V>> entries, int size) {

  private static final StampedMap<?, ?> EMPTY = new StampedMap<>(Trie.empty(), 0);

  @SuppressWarnings("unchecked") // the empty map holds no key and no value
  static <K, V> StampedMap<K, V> empty() {
    return (StampedMap<K, V>) EMPTY;
  }

  @Nullable Stamped<V> get(K key) {
    return entries.get(key);
  }

  /** Returns this map with {@code after} under {@code key} in place of {@code before}. */
  StampedMap<K, V> put(K key, @Nullable Stamped<V> before, Stamped<V> after) {
    return new StampedMap<>(entries.put(key, after), size + live(after) - live(before));
  }

  private static int live(@Nullable Stamped<?> entry) {
    return entry == null || entry.isRemoval() ? 0 : 1;
  }

  /** Returns the join of each key; one of its operands where that is the result. */
  StampedMap<K, V> merge(StampedMap<K, V> other) {
    Join<K, V> join = new Join<>(entries.size() == 0);
    Trie<K, Stamped<V>> merged = entries.merge(other.entries, join);
    if (merged == entries) {
      return this;
    }
    return merged == other.entries ? other : new StampedMap<>(merged, size + join.moreKeys);
  }

  /** Returns the least map that lifts {@code base} to the join of both. */
  StampedMap<K, V> since(StampedMap<K, V> base) {
    if (base.entries.size() == 0) {
      return this;
    }
    Builder<K, V> unknown = new Builder<>();
    entries.diff(
        base.entries,
        (key, then, now) -> {
          Stamped<V> news = then == null || now == null ? now : now.since(then);
          if (news != null) {
            unknown.add(key, news);
          }
          return true;
        });
    return unknown.build();
  }

  boolean isAtMost(StampedMap<K, V> other) {
    return entries.size() <= other.entries.size()
        && entries.diff(
            other.entries,
            (key, there, here) -> here == null || (there != null && here.isAtMost(there)));
  }

  /** Collects entries and counts those that were not removed. */
  static final class Builder<K, V> {

    private final Trie.Builder<K, Stamped<V>> entries = new Trie.Builder<>("a key");
    private int size;

    void add(K key, Stamped<V> entry) {
      entries.add(key, entry);
      size += live(entry);
    }

    StampedMap<K, V> build() {
      Trie<K, Stamped<V>> built = entries.build();
      return built.size() == 0 ? empty() : new StampedMap<>(built, size);
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
