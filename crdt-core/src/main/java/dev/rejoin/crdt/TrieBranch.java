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
  private static final Object[] NOTHING = {};

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
    TrieNode<K, V> both =
        TrieNode.single(present, value(bit), TrieNode.hash(present), shift + BITS)
            .put(key, value, hash, shift + BITS);
    return withNode(bit, both);
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

  private TrieBranch<K, V> withEntry(int bit, K key, V value) {
    return with(bit, new Object[] {key, value}, NOTHING, 1);
  }

  private TrieBranch<K, V> withNode(int bit, TrieNode<K, V> node) {
    return with(bit, NOTHING, new Object[] {node}, node.size());
  }

  private TrieBranch<K, V> without(int bit) {
    return with(bit, NOTHING, NOTHING, 0);
  }

  /** Returns this node with exactly that entry and that sub-node under the bit. */
  private TrieBranch<K, V> with(int bit, Object[] entry, Object[] node, int sizeThere) {
    int firstNode = 2 * entries();
    int entryFrom = 2 * entryIndex(bit);
    int entryTo = hasEntry(bit) ? entryFrom + 2 : entryFrom;
    int nodeFrom = firstNode + nodeIndex(bit);
    int nodeTo = hasNode(bit) ? nodeFrom + 1 : nodeFrom;
    int dropped = entryTo - entryFrom + nodeTo - nodeFrom;
    Object[] edited = new Object[slots.length - dropped + entry.length + node.length];
    int at = copy(slots, 0, entryFrom, edited, 0);
    at = copy(entry, 0, entry.length, edited, at);
    at = copy(slots, entryTo, nodeFrom, edited, at);
    at = copy(node, 0, node.length, edited, at);
    copy(slots, nodeTo, slots.length, edited, at);
    int sizeBefore = hasNode(bit) ? node(bit).size() : hasEntry(bit) ? 1 : 0;
    return new TrieBranch<>(
        entry.length > 0 ? entryMap | bit : entryMap & ~bit,
        node.length > 0 ? nodeMap | bit : nodeMap & ~bit,
        size - sizeBefore + sizeThere,
        edited);
  }

  private static int copy(Object[] source, int from, int to, Object[] target, int at) {
    System.arraycopy(source, from, target, at, to - from);
    return at + to - from;
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
