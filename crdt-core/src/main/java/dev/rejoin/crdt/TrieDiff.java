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
      boolean sameKey =
          before.hasEntry(bit) && after.hasEntry(bit) && before.key(bit).equals(after.key(bit));
      boolean goOn =
          sameKey
              ? values(after.key(bit), before.value(bit), after.value(bit), visitor)
              : visit(
                  before.child(bit, shift),
                  after.child(bit, shift),
                  shift + TrieNode.BITS,
                  visitor);
      if (!goOn) {
        return false;
      }
    }
    return true;
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
