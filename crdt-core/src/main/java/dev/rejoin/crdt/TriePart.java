package dev.rejoin.crdt;

import java.util.Arrays;

/**
 * Builds a node of the second level of a trie: its entries are put in the order in which the trie
 * holds them, where those of each node lie side by side.
 */
final class TriePart<K, V> {

  private static final int MASK = (1 << TrieNode.BITS) - 1;
  private static final int INDEX_BITS = 31;
  private static final int FEW = 32; // which are sorted sooner than counted

  private Object[] entries = new Object[4]; // keys, each followed by its value
  private long[] places = new long[2]; // each with the index of its entry in the lower bits
  private int size;
  private final String subject;

  TriePart(String subject) {
    this.subject = subject;
  }

  void add(K key, V value, int hash) {
    if (size == places.length) {
      entries = Arrays.copyOf(entries, 4 * size);
      places = Arrays.copyOf(places, 2 * size);
    }
    entries[2 * size] = key;
    entries[2 * size + 1] = value;
    places[size] = (long) place(hash) << INDEX_BITS | size;
    size++;
  }

  /** Returns the digits of a hash code but the first, the second as the most significant. */
  private static int place(int hash) {
    int place = 0;
    for (int shift = TrieNode.BITS; shift <= TrieNode.LAST_SHIFT; shift += TrieNode.BITS) {
      place = place << TrieNode.BITS | ((hash >>> shift) & MASK);
    }
    return place;
  }

  TrieNode<K, V> build() {
    places = sorted(Arrays.copyOf(places, size));
    return node(0, size, TrieNode.BITS);
  }

  /** Sorts numbers that are not negative; those that differ in their indices alone are in order. */
  private static long[] sorted(long[] numbers) {
    if (numbers.length < FEW) {
      Arrays.sort(numbers);
      return numbers;
    }
    long[] sorted = numbers;
    long[] other = new long[numbers.length];
    for (int shift = INDEX_BITS; shift < Long.SIZE - 1; shift += Byte.SIZE) {
      sort(sorted, other, shift);
      long[] next = other;
      other = sorted;
      sorted = next;
    }
    return sorted;
  }

  /** Puts numbers in order by the eight bits at that shift; equal ones stay in order. */
  private static void sort(long[] numbers, long[] sorted, int shift) {
    int[] ends = new int[1 << Byte.SIZE];
    for (long number : numbers) {
      ends[(int) (number >>> shift) & 0xff]++;
    }
    int start = 0;
    for (int digit = 0; digit < ends.length; digit++) {
      int count = ends[digit];
      ends[digit] = start;
      start += count;
    }
    for (long number : numbers) {
      sorted[ends[(int) (number >>> shift) & 0xff]++] = number;
    }
  }

  private TrieNode<K, V> node(int from, int to, int shift) {
    if (shift > TrieNode.LAST_SHIFT) {
      return bucket(from, to);
    }
    int entryMap = 0;
    int nodeMap = 0;
    for (int start = from, end; start < to; start = end) {
      end = end(start, to, shift);
      int bit = 1 << digit(start, shift);
      entryMap |= end - start == 1 ? bit : 0;
      nodeMap |= end - start == 1 ? 0 : bit;
    }
    int entry = 0;
    int node = 2 * Integer.bitCount(entryMap);
    Object[] slots = new Object[node + Integer.bitCount(nodeMap)];
    for (int start = from, end; start < to; start = end) {
      end = end(start, to, shift);
      if (end - start == 1) {
        slots[entry++] = key(start);
        slots[entry++] = value(start);
      } else {
        slots[node++] = node(start, end, shift + TrieNode.BITS);
      }
    }
    return new TrieBranch<>(entryMap, nodeMap, to - from, slots);
  }

  /** Returns where those that share a digit with the first of them end. */
  private int end(int from, int to, int shift) {
    int digit = digit(from, shift);
    int end = from + 1;
    while (end < to && digit(end, shift) == digit) {
      end++;
    }
    return end;
  }

  private int digit(int at, int shift) {
    return (int) (places[at] >>> (INDEX_BITS + TrieNode.LAST_SHIFT - shift)) & MASK;
  }

  private int index(int at) {
    return (int) places[at] & Integer.MAX_VALUE;
  }

  @SuppressWarnings("unchecked") // add takes nothing else
  private K key(int at) {
    return (K) entries[2 * index(at)];
  }

  @SuppressWarnings("unchecked") // add takes nothing else
  private V value(int at) {
    return (V) entries[2 * index(at) + 1];
  }

  private TrieNode<K, V> bucket(int from, int to) {
    TrieBucket<K, V> bucket = TrieBucket.empty();
    for (int i = from; i < to; i++) {
      bucket = bucket.put(key(i), value(i), 0, 0);
      if (bucket.size() <= i - from) {
        throw new IllegalArgumentException(
            subject + " must be given once, but " + key(i) + " was given twice");
      }
    }
    return bucket;
  }
}
