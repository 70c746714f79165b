package dev.rejoin.crdt;

import java.util.Arrays;

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

  /** Adds all that {@code branch} holds under smaller bits, unsigned. */
  void copyBelow(int bit, TrieBranch<K, V> branch) {
    for (int rest = branch.map() & (bit - 1); rest != 0; rest &= rest - 1) {
      int next = Integer.lowestOneBit(rest);
      if (branch.hasEntry(next)) {
        entry(next, branch.key(next), branch.value(next));
      } else {
        node(next, branch.node(next));
      }
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
