package dev.rejoin.crdt;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/**
 * Walks the keys of a trie in the order of {@link TrieNode#every}: a branch's own entries, then its
 * sub-nodes one by one. Allocates per bucket, not per key.
 */
final class TrieKeys<K, V> implements Iterator<K> {

  private final Deque<TrieNode<K, V>> pending = new ArrayDeque<>();
  private TrieBranch<K, V> branch = TrieBranch.empty();
  private int index;
  private Iterator<K> bucket = Collections.emptyIterator();

  TrieKeys(TrieNode<K, V> root) {
    pending.push(root);
    advance();
  }

  /** Goes on to the next node that has keys of its own, unless this one still has some. */
  private void advance() {
    while (index == branch.entries() && !bucket.hasNext() && !pending.isEmpty()) {
      TrieNode<K, V> next = pending.pop();
      if (next instanceof TrieBranch<K, V> nextBranch) {
        enter(nextBranch);
      } else {
        List<K> keys = new ArrayList<>();
        next.every((key, value) -> keys.add(key));
        bucket = keys.iterator();
      }
    }
  }

  private void enter(TrieBranch<K, V> next) {
    branch = next;
    index = 0;
    for (int i = next.nodes() - 1; i >= 0; i--) {
      pending.push(next.nodeAt(i));
    }
  }

  @Override
  public boolean hasNext() {
    return index < branch.entries() || bucket.hasNext();
  }

  @Override
  public K next() {
    if (!hasNext()) {
      throw new NoSuchElementException("no more keys");
    }
    K key = bucket.hasNext() ? bucket.next() : branch.keyAt(index++);
    advance();
    return key;
  }
}
