package dev.rejoin.crdt;

import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * A node of a {@link Trie}. Within a trie, every node but the root holds at least two entries.
 * Functions that return a node may return one of fewer, for the caller to inline or to drop.
 */
sealed interface TrieNode<K, V> permits TrieBranch, TrieBucket {

  /** How many bits of the hash code each level spends. */
  int BITS = 5;

  /** The shift of the last level of branches; below it all hash codes are equal. */
  int LAST_SHIFT = 30;

  /** Returns the hash code under which a key is filed: the lower half is mixed with the upper. */
  static int hash(Object key) {
    int code = key.hashCode();
    return code ^ (code >>> 16);
  }

  /** Returns the node that holds one entry, for the level of that shift. */
  static <K, V> TrieNode<K, V> single(K key, V value, int hash, int shift) {
    return shift > LAST_SHIFT
        ? TrieBucket.<K, V>empty().put(key, value, hash, shift)
        : TrieBranch.of(key, value, hash, shift);
  }

  /** Returns the node that holds nothing, for the level of that shift. */
  static <K, V> TrieNode<K, V> none(int shift) {
    return shift > LAST_SHIFT ? TrieBucket.empty() : TrieBranch.empty();
  }

  int size();

  @Nullable V get(K key, int hash, int shift);

  TrieNode<K, V> put(K key, V value, int hash, int shift);

  TrieNode<K, V> remove(K key, int hash, int shift);

  /** Returns the only key, of a node of size 1. */
  K onlyKey();

  /** Returns the only value, of a node of size 1. */
  V onlyValue();

  /** Returns how many entries below share a hash code, at the most. */
  int crowd();

  /** Tests the entries one after the other until one fails; returns whether none did. */
  boolean every(BiPredicate<? super K, ? super V> test);
}
