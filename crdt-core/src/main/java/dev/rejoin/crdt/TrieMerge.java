package dev.rejoin.crdt;

import java.util.Objects;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * One run of {@link Trie#merge}: walks both tries side by side, passes over the nodes that they
 * share, and keeps the nodes of either side wherever the result equals them.
 */
final class TrieMerge<K, V> {

  private final Trie.Join<K, V> join;

  // Whether what was joined last equals the part of this side, and that of the other side.
  private boolean asMine;
  private boolean asTheirs;

  TrieMerge(Trie.Join<K, V> join) {
    this.join = join;
  }

  TrieNode<K, V> merge(TrieNode<K, V> mine, TrieNode<K, V> theirs) {
    return nodes(mine, theirs, 0);
  }

  private TrieNode<K, V> nodes(TrieNode<K, V> mine, TrieNode<K, V> theirs, int shift) {
    if (mine == theirs) {
      return same(mine);
    }
    if (theirs.size() == 0) {
      return onlyMine(mine);
    }
    if (mine.size() == 0) {
      return onlyTheirs(theirs);
    }
    return (mine instanceof TrieBranch<K, V> a && theirs instanceof TrieBranch<K, V> b)
        ? branches(a, b, shift)
        : buckets((TrieBucket<K, V>) mine, (TrieBucket<K, V>) theirs);
  }

  private <T> T same(T part) {
    asMine = true;
    asTheirs = true;
    return part;
  }

  private TrieNode<K, V> branches(TrieBranch<K, V> mine, TrieBranch<K, V> theirs, int shift) {
    int map = mine.map() | theirs.map();
    TrieSlots<K, V> slots = null; // needed only once the result equals neither side
    boolean allMine = true;
    boolean allTheirs = true;
    for (int rest = map; rest != 0; rest &= rest - 1) {
      int bit = Integer.lowestOneBit(rest);
      Object joined = joined(mine, theirs, bit, shift);
      if (slots == null && !(allMine && asMine) && !(allTheirs && asTheirs)) {
        slots = new TrieSlots<>(Integer.bitCount(map));
        slots.copyBelow(bit, allMine ? mine : theirs);
      }
      allMine &= asMine;
      allTheirs &= asTheirs;
      if (slots != null) {
        place(slots, bit, joined, mine.hasEntry(bit) ? mine : theirs);
      }
    }
    asMine = allMine;
    asTheirs = allTheirs;
    if (allMine) {
      return mine;
    }
    return allTheirs ? theirs : Objects.requireNonNull(slots, "slots").build();
  }

  /**
   * Returns what stands under that bit in the result: a sub-node, the value of an entry, or null.
   */
  private @Nullable Object joined(
      TrieBranch<K, V> mine, TrieBranch<K, V> theirs, int bit, int shift) {
    boolean here = mine.hasEntry(bit);
    boolean there = theirs.hasEntry(bit);
    if (here && there && mine.key(bit).equals(theirs.key(bit))) {
      return both(mine.key(bit), mine.value(bit), theirs.value(bit));
    }
    if (here && (theirs.map() & bit) == 0) {
      return onlyMine(mine.key(bit), mine.value(bit));
    }
    if (there && (mine.map() & bit) == 0) {
      return onlyTheirs(theirs.key(bit), theirs.value(bit));
    }
    return nodes(mine.child(bit, shift), theirs.child(bit, shift), shift + TrieNode.BITS);
  }

  @SuppressWarnings("unchecked") // what is no sub-node is the value of an entry
  private void place(
      TrieSlots<K, V> slots, int bit, @Nullable Object joined, TrieBranch<K, V> withKey) {
    if (joined instanceof TrieNode<?, ?> node) {
      slots.node(bit, (TrieNode<K, V>) node);
    } else {
      entry(slots, bit, withKey, (V) joined);
    }
  }

  private void entry(TrieSlots<K, V> slots, int bit, TrieBranch<K, V> withKey, @Nullable V value) {
    if (value != null) {
      slots.entry(bit, withKey.key(bit), value);
    }
  }

  private @Nullable V both(K key, V mine, V theirs) {
    if (mine == theirs) {
      return same(mine);
    }
    V joined = join.both(key, mine, theirs);
    asMine = joined == mine;
    asTheirs = joined == theirs || (asMine && mine.equals(theirs));
    return joined;
  }

  private @Nullable V onlyMine(K key, V value) {
    V kept = join.onlyMine(key, value);
    asMine = kept == value;
    asTheirs = kept == null;
    return kept;
  }

  private @Nullable V onlyTheirs(K key, V value) {
    V kept = join.onlyTheirs(key, value);
    asMine = kept == null;
    asTheirs = kept == value;
    return kept;
  }

  private TrieNode<K, V> onlyMine(TrieNode<K, V> node) {
    TrieNode<K, V> kept = join.keepsMine() ? node : filtered(node, join::onlyMine);
    asMine = kept == node;
    asTheirs = kept.size() == 0;
    return kept;
  }

  private TrieNode<K, V> onlyTheirs(TrieNode<K, V> node) {
    TrieNode<K, V> kept = join.keepsTheirs() ? node : filtered(node, join::onlyTheirs);
    asMine = kept.size() == 0;
    asTheirs = kept == node;
    return kept;
  }

  private TrieNode<K, V> filtered(TrieNode<K, V> node, BiFunction<K, V, @Nullable V> filter) {
    return node instanceof TrieBranch<K, V> branch
        ? filteredBranch(branch, filter)
        : filteredBucket((TrieBucket<K, V>) node, filter);
  }

  private TrieNode<K, V> filteredBranch(
      TrieBranch<K, V> branch, BiFunction<K, V, @Nullable V> filter) {
    TrieSlots<K, V> slots = null; // needed only once something is left out
    for (int rest = branch.map(); rest != 0; rest &= rest - 1) {
      int bit = Integer.lowestOneBit(rest);
      boolean isEntry = branch.hasEntry(bit);
      Object before = isEntry ? branch.value(bit) : branch.node(bit);
      Object kept =
          isEntry
              ? filter.apply(branch.key(bit), branch.value(bit))
              : filtered(branch.node(bit), filter);
      if (slots == null && kept != before) {
        slots = new TrieSlots<>(Integer.bitCount(branch.map()));
        slots.copyBelow(bit, branch);
      }
      if (slots != null) {
        place(slots, bit, kept, branch);
      }
    }
    return slots == null ? branch : slots.build();
  }

  private TrieBucket<K, V> filteredBucket(
      TrieBucket<K, V> bucket, BiFunction<K, V, @Nullable V> filter) {
    var result = new Filling(bucket);
    bucket.every((key, value) -> result.set(key, filter.apply(key, value)));
    return result.bucket;
  }

  private TrieNode<K, V> buckets(TrieBucket<K, V> mine, TrieBucket<K, V> theirs) {
    var result = new Filling(mine);
    mine.every(
        (key, value) -> {
          V other = theirs.get(key, 0, 0);
          return result.set(key, other == null ? onlyMine(key, value) : both(key, value, other));
        });
    theirs.every(
        (key, value) -> mine.get(key, 0, 0) != null || result.set(key, onlyTheirs(key, value)));
    asMine = result.allMine;
    asTheirs = result.allTheirs;
    return result.bucket == mine || !asTheirs ? result.bucket : theirs;
  }

  /** A bucket that is being changed, and whether every answer so far equalled one side's. */
  private final class Filling {
    private TrieBucket<K, V> bucket;
    private boolean allMine = true;
    private boolean allTheirs = true;

    private Filling(TrieBucket<K, V> start) {
      bucket = start;
    }

    private boolean set(K key, @Nullable V value) {
      allMine &= asMine;
      allTheirs &= asTheirs;
      bucket = value == null ? bucket.remove(key, 0, 0) : bucket.put(key, value, 0, 0);
      return true;
    }
  }
}
