package dev.rejoin.crdt;

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

  /**
   * Asks {@link #joined} about those bits only whose outcome is open: not where both hold the same,
   * nor where one side alone holds something that is kept as it is.
   */
  private TrieNode<K, V> branches(TrieBranch<K, V> mine, TrieBranch<K, V> theirs, int shift) {
    int keptMine = join.keepsMine() ? mine.map() & ~theirs.map() : 0;
    int keptTheirs = join.keepsTheirs() ? theirs.map() & ~mine.map() : 0;
    int same = mine.sharedNodes(theirs) | mine.sameEntries(theirs, join);
    int open = (mine.map() | theirs.map()) & ~keptMine & ~keptTheirs & ~same;
    boolean allMine = keptTheirs == 0;
    boolean allTheirs = keptMine == 0;
    int copied = keptTheirs; // what is to be copied from the other side
    int answered = 0;
    Object[] answers = null; // needed only once the result equals neither side
    int count = 0;
    if ((open & (open - 1)) != 0 && mine.slotsBelow(open) + theirs.slotsBelow(open) < 0) {
      throw new IllegalStateException("sub-nodes must have slots"); // asked to look ahead
    }
    for (int rest = open; rest != 0; rest &= rest - 1) {
      Object joined = joined(mine, theirs, rest & -rest, shift);
      if (answers == null && !(allMine && asMine) && !(allTheirs && asTheirs)) {
        answers = new Object[Integer.bitCount(rest)];
        answered = rest;
        copied |= allMine ? 0 : open & ~rest;
      }
      allMine &= asMine;
      allTheirs &= asTheirs;
      if (answers != null) {
        answers[count++] = joined;
      }
    }
    asMine = allMine;
    asTheirs = allTheirs;
    if (allMine) {
      return mine;
    }
    return allTheirs ? theirs : built(mine, theirs, copied, answered, answers);
  }

  /** Puts a node together from answers, from what is copied from the other side, and from mine. */
  private TrieBranch<K, V> built(
      TrieBranch<K, V> mine,
      TrieBranch<K, V> theirs,
      int copied,
      int answered,
      @Nullable Object @Nullable [] answers) {
    if (answers != null && answers.length == 1 && copied == 0) {
      return TrieSlots.with(mine, answered, answers[0], mine.hasEntry(answered) ? mine : theirs);
    }
    int map = mine.map() | theirs.map();
    TrieSlots<K, V> slots = new TrieSlots<>(Integer.bitCount(map));
    int count = 0;
    for (int rest = map; rest != 0; rest &= rest - 1) {
      int bit = rest & -rest;
      if (answers != null && (answered & bit) != 0) {
        slots.place(bit, answers[count++], mine.hasEntry(bit) ? mine : theirs);
      } else {
        slots.copy(bit, (copied & bit) != 0 ? theirs : mine);
      }
    }
    return slots.build();
  }

  /**
   * Returns what stands under that bit in the result: a sub-node, the value of an entry, or null.
   */
  private @Nullable Object joined(
      TrieBranch<K, V> mine, TrieBranch<K, V> theirs, int bit, int shift) {
    boolean here = mine.hasEntry(bit);
    boolean there = theirs.hasEntry(bit);
    if (here && there) {
      return entries(mine, theirs, bit, shift + TrieNode.BITS);
    }
    if (here && theirs.hasNode(bit) && join.keepsTheirs()) {
      return intoTheirs(mine.key(bit), mine.value(bit), theirs.node(bit), shift + TrieNode.BITS);
    }
    if (there && mine.hasNode(bit) && join.keepsMine()) {
      return intoMine(mine.node(bit), theirs.key(bit), theirs.value(bit), shift + TrieNode.BITS);
    }
    if (here && !theirs.hasNode(bit)) {
      return onlyMine(mine.key(bit), mine.value(bit));
    }
    if (there && !mine.hasNode(bit)) {
      return onlyTheirs(theirs.key(bit), theirs.value(bit));
    }
    return nodes(mine.child(bit, shift), theirs.child(bit, shift), shift + TrieNode.BITS);
  }

  /** Joins what both sides have as an entry: of one key, or of two. */
  private @Nullable Object entries(
      TrieBranch<K, V> mine, TrieBranch<K, V> theirs, int bit, int shift) {
    K myKey = mine.key(bit);
    K theirKey = theirs.key(bit);
    int myHash = TrieNode.hash(myKey);
    int theirHash = TrieNode.hash(theirKey);
    if (myHash == theirHash && myKey.equals(theirKey)) {
      return both(myKey, mine.value(bit), theirs.value(bit));
    }
    V here = onlyMine(myKey, mine.value(bit));
    boolean mineStays = asMine;
    V there = onlyTheirs(theirKey, theirs.value(bit));
    boolean theirsStays = asTheirs;
    asMine = mineStays && there == null;
    asTheirs = theirsStays && here == null;
    if (here != null && there != null) {
      return TrieBranch.of(myKey, here, myHash, theirKey, there, theirHash, shift);
    }
    if (here != null) {
      return TrieNode.single(myKey, here, myHash, shift);
    }
    return there == null ? null : TrieNode.single(theirKey, there, theirHash, shift);
  }

  /** Joins a node here, of which the rest is kept, with one entry there. */
  private TrieNode<K, V> intoMine(TrieNode<K, V> node, K key, V value, int shift) {
    int hash = TrieNode.hash(key);
    V here = node.get(key, hash, shift);
    V joined = here == null ? onlyTheirs(key, value) : both(key, here, value);
    asTheirs = false;
    return asMine ? node : with(node, key, joined, hash, shift);
  }

  /** Joins one entry here with a node there, of which the rest is kept. */
  private TrieNode<K, V> intoTheirs(K key, V value, TrieNode<K, V> node, int shift) {
    int hash = TrieNode.hash(key);
    V there = node.get(key, hash, shift);
    V joined = there == null ? onlyMine(key, value) : both(key, value, there);
    asMine = false;
    return asTheirs ? node : with(node, key, joined, hash, shift);
  }

  private TrieNode<K, V> with(TrieNode<K, V> node, K key, @Nullable V value, int hash, int shift) {
    return value == null ? node.remove(key, hash, shift) : node.put(key, value, hash, shift);
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
    TrieNode<K, V> kept = join.keepsMine() ? node : filtered(node, true);
    asMine = kept == node;
    asTheirs = kept.size() == 0;
    return kept;
  }

  private TrieNode<K, V> onlyTheirs(TrieNode<K, V> node) {
    TrieNode<K, V> kept = join.keepsTheirs() ? node : filtered(node, false);
    asMine = kept.size() == 0;
    asTheirs = kept == node;
    return kept;
  }

  private TrieNode<K, V> filtered(TrieNode<K, V> node, boolean isMine) {
    return node instanceof TrieBranch<K, V> branch
        ? filteredBranch(branch, isMine)
        : filteredBucket((TrieBucket<K, V>) node, isMine);
  }

  private @Nullable V filtered(K key, V value, boolean isMine) {
    return isMine ? join.onlyMine(key, value) : join.onlyTheirs(key, value);
  }

  private TrieNode<K, V> filteredBranch(TrieBranch<K, V> branch, boolean isMine) {
    TrieSlots<K, V> slots = null; // needed only once something is left out
    for (int rest = branch.map(); rest != 0; rest &= rest - 1) {
      int bit = rest & -rest;
      boolean isEntry = branch.hasEntry(bit);
      Object before = isEntry ? branch.value(bit) : branch.node(bit);
      Object kept =
          isEntry
              ? filtered(branch.key(bit), branch.value(bit), isMine)
              : filtered(branch.node(bit), isMine);
      if (slots == null && kept != before) {
        slots = new TrieSlots<>(Integer.bitCount(branch.map()));
        slots.copyBelow(bit, branch);
      }
      if (slots != null) {
        slots.place(bit, kept, branch);
      }
    }
    return slots == null ? branch : slots.build();
  }

  private TrieBucket<K, V> filteredBucket(TrieBucket<K, V> bucket, boolean isMine) {
    var result = new Filling(bucket);
    bucket.every((key, value) -> result.set(key, filtered(key, value, isMine)));
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
