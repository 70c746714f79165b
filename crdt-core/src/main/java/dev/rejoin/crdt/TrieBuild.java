package dev.rejoin.crdt;

import org.jspecify.annotations.Nullable;

/**
 * Builds a trie from the leaves up. Entries are parted by the first digit of their hash codes as
 * they come, into {@link TriePart}s that are small enough to be put in order near the processor.
 * Costs O(n) for <i>n</i> entries whose hash codes differ.
 */
final class TrieBuild<K, V> {

  private final @Nullable TriePart<K, V>[] parts = parts(1 << TrieNode.BITS);
  private final String subject;
  private int made;

  TrieBuild(String subject) {
    this.subject = subject;
  }

  @SuppressWarnings({"unchecked", "rawtypes"}) // there are no arrays of a generic type
  private static <K, V> @Nullable TriePart<K, V>[] parts(int size) {
    return new TriePart[size];
  }

  void add(K key, V value) {
    int hash = TrieNode.hash(key);
    int digit = hash & (parts.length - 1);
    TriePart<K, V> part = parts[digit];
    if (part == null) {
      part = new TriePart<>(subject);
      parts[digit] = part;
      made++;
    }
    part.add(key, value, hash);
  }

  TrieNode<K, V> build() {
    TrieSlots<K, V> slots = new TrieSlots<>(made);
    for (int digit = 0; digit < parts.length; digit++) {
      TriePart<K, V> part = parts[digit];
      if (part != null) {
        slots.node(1 << digit, part.build());
      }
    }
    return slots.build();
  }
}
