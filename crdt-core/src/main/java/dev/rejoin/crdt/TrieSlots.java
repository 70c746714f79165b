package dev.rejoin.crdt;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Collects what a new {@link TrieBranch} shall hold, in ascending order of the bits. */
final class TrieSlots<K, V> {

  private final Object[] entries;
  private final Object[] nodes;
  private int entryMap;
  private int nodeMap;
  private int entryCount;
  private int nodeCount;
  private int size;

  /** Takes the greatest number of bits that will be set. */
  TrieSlots(int places) {
    entries = new Object[2 * places];
    nodes = new Object[places];
  }

  /** Returns {@code branch} with nothing under the bit but that, as {@link #place} takes it. */
  @SuppressWarnings("unchecked") // what is no sub-node is the value of an entry
  static <K, V> TrieBranch<K, V> with(
      TrieBranch<K, V> branch, int bit, @Nullable Object what, TrieBranch<K, V> withKey) {
    if (what instanceof TrieNode<?, ?> any && any.size() > 0) {
      TrieNode<K, V> node = (TrieNode<K, V>) any;
      return node.size() == 1
          ? branch.withEntry(bit, node.onlyKey(), node.onlyValue())
          : branch.withNode(bit, node);
    }
    return what == null || what instanceof TrieNode
        ? branch.without(bit)
        : branch.withEntry(bit, withKey.key(bit), (V) what);
  }

  void entry(int bit, K key, V value) {
    entries[2 * entryCount] = key;
    entries[2 * entryCount + 1] = value;
    entryCount++;
    entryMap |= bit;
    size++;
  }

  /** Adds a sub-node; one with a single entry is inlined, an empty one left out. */
  void node(int bit, TrieNode<K, V> node) {
    if (node.size() == 1) {
      entry(bit, node.onlyKey(), node.onlyValue());
    } else if (node.size() > 1) {
      nodes[nodeCount++] = node;
      nodeMap |= bit;
      size += node.size();
    }
  }

  /** Adds a sub-node, the value of an entry whose key {@code withKey} holds, or nothing. */
  @SuppressWarnings("unchecked") // what is no sub-node is the value of an entry
  void place(int bit, @Nullable Object what, TrieBranch<K, V> withKey) {
    if (what instanceof TrieNode<?, ?> node) {
      node(bit, (TrieNode<K, V>) node);
    } else if (what != null) {
      entry(bit, withKey.key(bit), (V) what);
    }
  }

  /** Adds what {@code branch} holds under the bit, if anything. */
  void copy(int bit, TrieBranch<K, V> branch) {
    if (branch.hasEntry(bit)) {
      entry(bit, branch.key(bit), branch.value(bit));
    } else if (branch.hasNode(bit)) {
      node(bit, branch.node(bit));
    }
  }

  /** Adds all that {@code branch} holds under smaller bits, unsigned. */
  void copyBelow(int bit, TrieBranch<K, V> branch) {
    for (int rest = branch.map() & (bit - 1); rest != 0; rest &= rest - 1) {
      copy(rest & -rest, branch);
    }
  }

  TrieBranch<K, V> build() {
    if (size == 0) {
      return TrieBranch.empty();
    }
    Object[] slots = Arrays.copyOf(entries, 2 * entryCount + nodeCount);
    System.arraycopy(nodes, 0, slots, 2 * entryCount, nodeCount);
    return new TrieBranch<>(entryMap, nodeMap, size, slots);
  }
}
