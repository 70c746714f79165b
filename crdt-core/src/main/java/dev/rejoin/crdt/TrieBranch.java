package dev.rejoin.crdt;

import java.util.Arrays;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * A node that tells its contents apart by five bits of their hash codes.
 *
 * <p>Slots: the keys and values of the entries, {@code k, v, k, v, ...}, in the order of their bits
 * in {@code entryMap}; then the sub-nodes in the order of theirs in {@code nodeMap}.
 */
final class TrieBranch<K, V> implements TrieNode<K, V> {

  private static final TrieBranch<?, ?> EMPTY = new TrieBranch<>(0, 0, 0, new Object[0]);

  private final int entryMap;
  private final int nodeMap;
  private final int size;
  private final Object[] slots;

  /** Keeps the array, which nobody else may change. */
  TrieBranch(int entryMap, int nodeMap, int size, Object[] slots) {
    this.entryMap = entryMap;
    this.nodeMap = nodeMap;
    this.size = size;
    this.slots = slots;
  }

  @SuppressWarnings("unchecked") // the empty node holds no key and no value
  static <K, V> TrieBranch<K, V> empty() {
    return (TrieBranch<K, V>) EMPTY;
  }

  static <K, V> TrieBranch<K, V> of(K key, V value, int hash, int shift) {
    return new TrieBranch<>(bit(hash, shift), 0, 1, new Object[] {key, value});
  }

  /** Returns the node of two entries, the first of which has the smaller digit, at one level. */
  private static <K, V> TrieBranch<K, V> of(int entryMap, K key1, V value1, K key2, V value2) {
    return new TrieBranch<>(entryMap, 0, 2, new Object[] {key1, value1, key2, value2});
  }

  /** Returns the node of two entries with different keys, for the level of that shift. */
  static <K, V> TrieNode<K, V> of(
      K key1, V value1, int hash1, K key2, V value2, int hash2, int shift) {
    if (shift > LAST_SHIFT) {
      return TrieBucket.<K, V>empty()
          .put(key1, value1, hash1, shift)
          .put(key2, value2, hash2, shift);
    }
    int bit1 = bit(hash1, shift);
    int bit2 = bit(hash2, shift);
    if (bit1 == bit2) {
      TrieNode<K, V> below = of(key1, value1, hash1, key2, value2, hash2, shift + BITS);
      return new TrieBranch<>(0, bit1, 2, new Object[] {below});
    }
    return Integer.compareUnsigned(bit1, bit2) < 0
        ? of(bit1 | bit2, key1, value1, key2, value2)
        : of(bit1 | bit2, key2, value2, key1, value1);
  }

  static int bit(int hash, int shift) {
    return 1 << (hash >>> shift);
  }

  /** Returns the bits under which there is an entry or a sub-node. */
  int map() {
    return entryMap | nodeMap;
  }

  boolean hasEntry(int bit) {
    return (entryMap & bit) != 0;
  }

  boolean hasNode(int bit) {
    return (nodeMap & bit) != 0;
  }

  int entries() {
    return Integer.bitCount(entryMap);
  }

  int nodes() {
    return Integer.bitCount(nodeMap);
  }

  K key(int bit) {
    return keyAt(entryIndex(bit));
  }

  V value(int bit) {
    return valueAt(entryIndex(bit));
  }

  TrieNode<K, V> node(int bit) {
    return nodeAt(nodeIndex(bit));
  }

  @SuppressWarnings("unchecked") // as the class comment says
  K keyAt(int index) {
    return (K) slots[2 * index];
  }

  @SuppressWarnings("unchecked") // as the class comment says
  V valueAt(int index) {
    return (V) slots[2 * index + 1];
  }

  @SuppressWarnings("unchecked") // as the class comment says
  TrieNode<K, V> nodeAt(int index) {
    return (TrieNode<K, V>) slots[2 * entries() + index];
  }

  private int entryIndex(int bit) {
    return Integer.bitCount(entryMap & (bit - 1));
  }

  private int nodeIndex(int bit) {
    return Integer.bitCount(nodeMap & (bit - 1));
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public @Nullable V get(K key, int hash, int shift) {
    int bit = bit(hash, shift);
    if (hasEntry(bit)) {
      int index = entryIndex(bit);
      return keyAt(index).equals(key) ? valueAt(index) : null;
    }
    return hasNode(bit) ? node(bit).get(key, hash, shift + BITS) : null;
  }

  @Override
  public TrieNode<K, V> put(K key, V value, int hash, int shift) {
    int bit = bit(hash, shift);
    if (hasNode(bit)) {
      TrieNode<K, V> before = node(bit);
      TrieNode<K, V> after = before.put(key, value, hash, shift + BITS);
      return after == before ? this : withNode(bit, after);
    }
    if (!hasEntry(bit)) {
      return withEntry(bit, key, value);
    }
    K present = key(bit);
    if (present.equals(key)) {
      return value(bit) == value ? this : withEntry(bit, present, value);
    }
    int hashOfPresent = TrieNode.hash(present);
    return withNode(bit, of(present, value(bit), hashOfPresent, key, value, hash, shift + BITS));
  }

  @Override
  public TrieNode<K, V> remove(K key, int hash, int shift) {
    int bit = bit(hash, shift);
    if (hasEntry(bit)) {
      return key(bit).equals(key) ? without(bit) : this;
    }
    if (!hasNode(bit)) {
      return this;
    }
    TrieNode<K, V> before = node(bit);
    TrieNode<K, V> after = before.remove(key, hash, shift + BITS);
    if (after == before) {
      return this;
    }
    return after.size() == 1
        ? withEntry(bit, after.onlyKey(), after.onlyValue())
        : withNode(bit, after);
  }

  /** Returns the sub-node under that bit, or a node made of the entry there, or of nothing. */
  TrieNode<K, V> child(int bit, int shift) {
    if (hasNode(bit)) {
      return node(bit);
    }
    return hasEntry(bit)
        ? TrieNode.single(key(bit), value(bit), TrieNode.hash(key(bit)), shift + BITS)
        : TrieNode.none(shift + BITS);
  }

  /** Returns the bits under which this node and the other have the very same sub-node. */
  int sharedNodes(TrieBranch<K, V> other) {
    int shared = 0;
    int here = 2 * entries();
    int there = 2 * other.entries();
    for (int rest = nodeMap & other.nodeMap; rest != 0; rest &= rest - 1) {
      int bit = rest & -rest;
      if (slots[here + nodeIndex(bit)] == other.slots[there + other.nodeIndex(bit)]) {
        shared |= bit;
      }
    }
    return shared;
  }

  /**
   * Returns how many slots the sub-nodes under those bits have, and so has the memory bring them
   * all at once. A walk that goes down into one after the other waits for each in turn, which for
   * maps that are larger than the caches is most of the time that it takes.
   */
  int slotsBelow(int bits) {
    int below = 0;
    int first = 2 * entries();
    for (int rest = nodeMap & bits; rest != 0; rest &= rest - 1) {
      if (slots[first + nodeIndex(rest & -rest)] instanceof TrieBranch<?, ?> node) {
        below += node.slots.length;
      }
    }
    return below;
  }

  /** Returns the bits under which both have entries that are the same by their values alone. */
  int sameEntries(TrieBranch<K, V> other, Trie.Join<K, V> join) {
    int same = 0;
    for (int rest = entryMap & other.entryMap; rest != 0; rest &= rest - 1) {
      int bit = rest & -rest;
      if (join.isSameEntry(value(bit), other.value(bit))) {
        same |= bit;
      }
    }
    return same;
  }

  /** Returns this node with exactly that entry under the bit. */
  TrieBranch<K, V> withEntry(int bit, K key, V value) {
    int at = 2 * entryIndex(bit);
    Object[] edited = hasEntry(bit) ? slots.clone() : room(bit, 2, 0);
    edited[at] = key;
    edited[at + 1] = value;
    return new TrieBranch<>(entryMap | bit, nodeMap & ~bit, size - sizeAt(bit) + 1, edited);
  }

  /** Returns this node with exactly that sub-node, of two entries at least, under the bit. */
  TrieBranch<K, V> withNode(int bit, TrieNode<K, V> node) {
    Object[] edited = hasNode(bit) ? slots.clone() : room(bit, 0, 1);
    int entriesLeft = entries() - (hasEntry(bit) ? 1 : 0);
    edited[2 * entriesLeft + nodeIndex(bit)] = node;
    return new TrieBranch<>(
        entryMap & ~bit, nodeMap | bit, size - sizeAt(bit) + node.size(), edited);
  }

  /** Returns this node with nothing under the bit. */
  TrieBranch<K, V> without(int bit) {
    int left = size - sizeAt(bit);
    return left == 0
        ? empty()
        : new TrieBranch<>(entryMap & ~bit, nodeMap & ~bit, left, room(bit, 0, 0));
  }

  private int sizeAt(int bit) {
    return hasNode(bit) ? node(bit).size() : hasEntry(bit) ? 1 : 0;
  }

  /** Returns the slots without those under the bit, and so many free ones in their places. */
  private Object[] room(int bit, int forEntry, int forNode) {
    int entryFrom = 2 * entryIndex(bit);
    int entryTo = hasEntry(bit) ? entryFrom + 2 : entryFrom;
    int nodeFrom = 2 * entries() + nodeIndex(bit);
    int nodeTo = hasNode(bit) ? nodeFrom + 1 : nodeFrom;
    int between = nodeFrom - entryTo;
    int after = slots.length - nodeTo;
    Object[] room = new Object[entryFrom + forEntry + between + forNode + after];
    System.arraycopy(slots, 0, room, 0, entryFrom);
    System.arraycopy(slots, entryTo, room, entryFrom + forEntry, between);
    System.arraycopy(slots, nodeTo, room, room.length - after, after);
    return room;
  }

  @Override
  public K onlyKey() {
    return keyAt(0);
  }

  @Override
  public V onlyValue() {
    return valueAt(0);
  }

  @Override
  public int crowd() {
    int crowd = entries() > 0 ? 1 : 0;
    for (int i = 0; i < nodes(); i++) {
      crowd = Math.max(crowd, nodeAt(i).crowd());
    }
    return crowd;
  }

  @Override
  public boolean every(BiPredicate<? super K, ? super V> test) {
    for (int i = 0; i < entries(); i++) {
      if (!test.test(keyAt(i), valueAt(i))) {
        return false;
      }
    }
    for (int i = 0; i < nodes(); i++) {
      if (!nodeAt(i).every(test)) {
        return false;
      }
    }
    return true;
  }

  /** Compares slot by slot, which is right because the shape is canonical. */
  @Override
  public boolean equals(Object other) {
    return this == other
        || (other instanceof TrieBranch<?, ?> that
            && size == that.size
            && entryMap == that.entryMap
            && nodeMap == that.nodeMap
            && Arrays.equals(slots, that.slots));
  }

  @Override
  public int hashCode() {
    return 31 * entryMap + nodeMap;
  }
}
