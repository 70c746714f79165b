package dev.rejoin.crdt;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Keys to stores of live dots: the elements of a set to their dots, or the keys of a map to what is
 * nested under them. A key is there exactly while a dot below it lives.
 *
 * <p>Costs are those of the {@link Trie}: what two maps share is skipped.
 */
final class DotMap<K, V extends DotStore<V>> implements DotStore<DotMap<K, V>> {

  private static final DotMap<?, ?> EMPTY = new DotMap<>(Trie.<Object, DotSet>empty());

  private static final int MUCH_SMALLER = 16;

  private final Trie<K, V> entries; // no value is empty

  private DotMap(Trie<K, V> entries) {
    this.entries = entries;
  }

  @SuppressWarnings("unchecked") // the empty map holds no key and no store
  static <K, V extends DotStore<V>> DotMap<K, V> none() {
    return (DotMap<K, V>) EMPTY;
  }

  /** Returns the map of those entries, none of whose values may be empty. */
  static <K, V extends DotStore<V>> DotMap<K, V> of(Trie<K, V> entries) {
    return entries.size() == 0 ? none() : new DotMap<>(entries);
  }

  private DotMap<K, V> with(Trie<K, V> changed) {
    return changed == entries ? this : of(changed);
  }

  Trie<K, V> entries() {
    return entries;
  }

  /** Returns this map with {@code store}, which must not be empty, under {@code key}. */
  DotMap<K, V> put(K key, V store) {
    return with(entries.put(key, store));
  }

  /** Returns this map without {@code key}; this very map if there is none. */
  DotMap<K, V> remove(K key) {
    return with(entries.remove(key));
  }

  @Override
  public boolean isEmpty() {
    return entries.size() == 0;
  }

  /** Tells small maps only, whose entries lie in one node. */
  @Override
  public boolean isSame(DotMap<K, V> other) {
    CausalContext none = CausalContext.empty();
    return this == other || entries.isSame(other.entries, new Join<>(none, none, true, true));
  }

  @Override
  public DotMap<K, V> empty() {
    return none();
  }

  @Override
  public DotMap<K, V> join(CausalContext mine, DotMap<K, V> other, CausalContext theirs) {
    boolean disjoint = mine.isDisjointFrom(theirs);
    Join<K, V> join =
        new Join<>(
            mine,
            theirs,
            disjoint || keepsRest(mine, other, theirs),
            disjoint || other.keepsRest(theirs, this, mine));
    Trie<K, V> joined = entries.merge(other.entries, join);
    return joined == other.entries && joined != entries ? other : with(joined);
  }

  /**
   * Returns whether a join with something much smaller is sure to keep what is live here under keys
   * that the other one has not: all that both have seen is live here under keys that it has. So it
   * is with a delta that only adds, also what was there already.
   */
  private boolean keepsRest(CausalContext mine, DotMap<K, V> other, CausalContext theirs) {
    if (other.entries.size() > entries.size() / MUCH_SMALLER) {
      return false;
    }
    List<CausalContext.Range> live = new ArrayList<>();
    for (Iterator<K> keys = other.entries.keys(); keys.hasNext(); ) {
      V here = entries.get(keys.next());
      if (here instanceof DotSet dots) {
        dots.dots().forEach(dot -> live.add(CausalContext.Range.of(dot)));
      } else if (here != null && !here.everyDotNotIn(here.empty(), dot -> isFew(live, dot))) {
        return false;
      }
    }
    return theirs.deltaSince(CausalContext.of(live)).isDisjointFrom(mine);
  }

  /** Adds a live dot, and returns whether looking at them still costs less than at all entries. */
  private boolean isFew(List<CausalContext.Range> live, Dot dot) {
    live.add(CausalContext.Range.of(dot));
    return live.size() <= entries.size();
  }

  /** Asks about every dot: the empty context that a join would be told says nothing of this map. */
  @Override
  public DotMap<K, V> unseenBy(CausalContext context) {
    return with(
        entries.merge(Trie.empty(), new Join<>(CausalContext.empty(), context, false, false)));
  }

  @Override
  public DotMap<K, V> since(DotMap<K, V> base, CausalContext baseContext) {
    if (baseContext.isEmpty()) {
      return this;
    }
    Trie.Builder<K, V> unknown = new Trie.Builder<>("a key");
    entries.diff(
        base.entries,
        (key, before, after) -> {
          if (after != null) {
            V news = after.since(orEmpty(before, after), baseContext);
            if (!news.isEmpty()) {
              unknown.add(key, news);
            }
          }
          return true;
        });
    return of(unknown.build());
  }

  @Override
  public boolean everyDotNotIn(DotMap<K, V> other, Predicate<? super Dot> test) {
    return entries.diff(
        other.entries,
        (key, there, here) -> here == null || here.everyDotNotIn(orEmpty(there, here), test));
  }

  @Override
  public boolean hasNoneDeadIn(DotMap<K, V> other, CausalContext otherContext) {
    return entries.diff(
        other.entries,
        (key, there, here) ->
            here == null || here.hasNoneDeadIn(orEmpty(there, here), otherContext));
  }

  private static <V extends DotStore<V>> V orEmpty(@Nullable V store, V sample) {
    return store == null ? sample.empty() : store;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof DotMap<?, ?> that && entries.equals(that.entries);
  }

  @Override
  public int hashCode() {
    return entries.hashCode();
  }

  /**
   * Joins the stores under one key, each read under the context of its side. Where one side cannot
   * have seen anything that the other alone has a key for, whole sub-tries are kept.
   */
  private record Join<K, V extends DotStore<V>>(
      CausalContext mine, CausalContext theirs, boolean keepsMine, boolean keepsTheirs)
      implements Trie.Join<K, V> {

    @Override
    public @Nullable V both(K key, V here, V there) {
      return unlessEmpty(here.join(mine, there, theirs));
    }

    @Override
    public @Nullable V onlyMine(K key, V here) {
      return unlessEmpty(here.unseenBy(theirs));
    }

    @Override
    public @Nullable V onlyTheirs(K key, V there) {
      return unlessEmpty(there.unseenBy(mine));
    }

    /** A dot lives at one place only, so equal dots stand under equal keys. */
    @Override
    public boolean isSameEntry(V here, V there) {
      return here.isSame(there);
    }

    private @Nullable V unlessEmpty(V store) {
      return store.isEmpty() ? null : store;
    }
  }
}
