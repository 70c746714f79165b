package dev.rejoin.crdt;

/** The walk under {@link Trie#diff}: both tries side by side, past the nodes that they share. */
final class TrieDiff {

  private TrieDiff() {}

  static <K, V> boolean visit(
      TrieNode<K, V> before, TrieNode<K, V> after, int shift, Trie.DiffVisitor<K, V> visitor) {
    if (before == after) {
      return true;
    }
    if (before.size() == 0) {
      return after.every((key, value) -> visitor.visit(key, null, value));
    }
    if (after.size() == 0) {
      return before.every((key, value) -> visitor.visit(key, value, null));
    }
    return (before instanceof TrieBranch<K, V> a && after instanceof TrieBranch<K, V> b)
        ? branches(a, b, shift, visitor)
        : buckets((TrieBucket<K, V>) before, (TrieBucket<K, V>) after, visitor);
  }

  private static <K, V> boolean branches(
      TrieBranch<K, V> before, TrieBranch<K, V> after, int shift, Trie.DiffVisitor<K, V> visitor) {
    int open = (before.map() | after.map()) & ~before.sharedNodes(after);
    for (int rest = open; rest != 0; rest &= rest - 1) {
      int bit = rest & -rest;
      if (!below(before, after, bit, shift, visitor)) {
        return false;
      }
    }
    return true;
  }

  private static <K, V> boolean below(
      TrieBranch<K, V> before,
      TrieBranch<K, V> after,
      int bit,
      int shift,
      Trie.DiffVisitor<K, V> visitor) {
    boolean was = before.hasEntry(bit);
    boolean is = after.hasEntry(bit);
    if (was && is && before.key(bit).equals(after.key(bit))) {
      return values(after.key(bit), before.value(bit), after.value(bit), visitor);
    }
    if (was && !is && !after.hasNode(bit)) {
      return visitor.visit(before.key(bit), before.value(bit), null);
    }
    if (is && !was && !before.hasNode(bit)) {
      return visitor.visit(after.key(bit), null, after.value(bit));
    }
    return visit(before.child(bit, shift), after.child(bit, shift), shift + TrieNode.BITS, visitor);
  }

  private static <K, V> boolean buckets(
      TrieBucket<K, V> before, TrieBucket<K, V> after, Trie.DiffVisitor<K, V> visitor) {
    return before.every(
            (key, value) -> {
              V now = after.get(key, 0, 0);
              return now == null
                  ? visitor.visit(key, value, null)
                  : values(key, value, now, visitor);
            })
        && after.every(
            (key, value) -> before.get(key, 0, 0) != null || visitor.visit(key, null, value));
  }

  private static <K, V> boolean values(K key, V before, V after, Trie.DiffVisitor<K, V> visitor) {
    return before == after || before.equals(after) || visitor.visit(key, before, after);
  }
}
