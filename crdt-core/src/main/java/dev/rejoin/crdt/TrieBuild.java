package dev.rejoin.crdt;

import java.util.Arrays;

/**
 * Builds a trie from the leaves up: entries are parted by five bits of their hash codes a level.
 */
final class TrieBuild<K, V> {

  private Object[] keys = new Object[16];
  private Object[] values = new Object[16];
  private int size;
  private final String subject;

  TrieBuild(String subject) {
    this.subject = subject;
  }

  void add(K key, V value) {
    if (size == keys.length) {
      keys = Arrays.copyOf(keys, 2 * size);
      values = Arrays.copyOf(values, 2 * size);
    }
    keys[size] = key;
    values[size++] = value;
  }

  TrieNode<K, V> build() {
    return size == 0 ? TrieBranch.empty() : new Parts().node(0, size, 0);
  }

  @SuppressWarnings("unchecked") // add takes nothing else
  private K key(int index) {
    return (K) keys[index];
  }

  @SuppressWarnings("unchecked") // add takes nothing else
  private V value(int index) {
    return (V) values[index];
  }

  /** The entries in the order of the hash bits looked at so far. */
  private final class Parts {

    private final int[] hashes = new int[size];
    private final int[] order = new int[size];
    private final int[] scratch = new int[size];

    private Parts() {
      for (int i = 0; i < size; i++) {
        hashes[i] = TrieNode.hash(keys[i]);
        order[i] = i;
      }
    }

    private TrieNode<K, V> node(int from, int to, int shift) {
      if (shift > TrieNode.LAST_SHIFT) {
        return bucket(from, to);
      }
      int[] ends = partition(from, to, shift);
      TrieSlots<K, V> slots = new TrieSlots<>(Math.min(ends.length, to - from));
      int start = from;
      for (int digit = 0; digit < ends.length; digit++) {
        int end = ends[digit];
        if (end - start == 1) {
          slots.entry(1 << digit, key(order[start]), value(order[start]));
        } else if (end > start) {
          slots.node(1 << digit, node(start, end, shift + TrieNode.BITS));
        }
        start = end;
      }
      return slots.build();
    }

    /** Sorts a part of the order by the digit at that shift, stably; returns where each ends. */
    private int[] partition(int from, int to, int shift) {
      int[] ends = new int[1 << TrieNode.BITS];
      for (int i = from; i < to; i++) {
        ends[digit(i, shift)]++;
      }
      int end = from;
      for (int digit = 0; digit < ends.length; digit++) {
        end += ends[digit];
        ends[digit] = end - ends[digit];
      }
      for (int i = from; i < to; i++) {
        scratch[ends[digit(i, shift)]++] = order[i];
      }
      System.arraycopy(scratch, from, order, from, to - from);
      return ends;
    }

    private int digit(int index, int shift) {
      return (hashes[order[index]] >>> shift) & ((1 << TrieNode.BITS) - 1);
    }

    private TrieNode<K, V> bucket(int from, int to) {
      TrieBucket<K, V> bucket = TrieBucket.empty();
      for (int i = from; i < to; i++) {
        bucket = bucket.put(key(order[i]), value(order[i]), 0, 0);
        if (bucket.size() <= i - from) {
          throw new IllegalArgumentException(
              subject + " must be given once, but " + key(order[i]) + " was given twice");
        }
      }
      return bucket;
    }
  }
}
