package dev.rejoin.crdt;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Walks the nodes of a trie and holds each against what its content demands: a node stands where at
 * least two keys share the hash bits so far, and nowhere else below the root.
 */
final class TrieShape {

  /** Seven levels of branches, and one of buckets below them. */
  static final int LEVELS = TrieNode.LAST_SHIFT / TrieNode.BITS + 2;

  private final Map<TrieKey, String> found = new HashMap<>();
  private int crowd;

  private TrieShape() {}

  static void check(Trie<TrieKey, String> trie, Map<TrieKey, String> content) {
    TrieShape shape = new TrieShape();
    shape.node(trie.root(), 0, 0);
    hold(shape.found.equals(content), "content", shape.found, content);
    hold(trie.size() == content.size(), "size", trie.size(), content.size());
    hold(trie.crowd() == shape.crowd, "crowd", trie.crowd(), shape.crowd);
    hold(!content.isEmpty() || trie == Trie.<TrieKey, String>empty(), "the one empty", trie, null);
    int[] keys = {0};
    trie.keys().forEachRemaining(key -> keys[0] += content.containsKey(key) ? 1 : 0);
    hold(keys[0] == content.size(), "number of keys handed out", keys[0], content.size());
  }

  static void hold(boolean holds, String what, @Nullable Object was, @Nullable Object expected) {
    if (!holds) {
      throw new AssertionError(what + " must be " + expected + ", was " + was);
    }
  }

  /** Takes the bits of the hash codes that all keys below must have, as far as shifted. */
  private int node(TrieNode<TrieKey, String> node, int shift, int bits) {
    int size =
        node instanceof TrieBranch<TrieKey, String> branch
            ? branch(branch, shift, bits)
            : bucket((TrieBucket<TrieKey, String>) node, shift, bits);
    hold(node.size() == size, "size of a node", node.size(), size);
    hold(size >= 2 || shift == 0, "size below the root", size, "at least 2");
    return size;
  }

  private int branch(TrieBranch<TrieKey, String> branch, int shift, int bits) {
    hold(shift <= TrieNode.LAST_SHIFT, "shift of a branch", shift, "at most 30");
    int size = 0;
    int entries = 0;
    int nodes = 0;
    for (int rest = branch.map(); rest != 0; rest &= rest - 1) {
      int bit = Integer.lowestOneBit(rest);
      int digit = Integer.numberOfTrailingZeros(bit);
      hold(branch.hasEntry(bit) != branch.hasNode(bit), "digit", digit, "an entry or a node");
      if (branch.hasEntry(bit)) {
        TrieKey key = branch.keyAt(entries);
        hold(branch.key(bit) == key, "key", branch.key(bit), key);
        hold(branch.value(bit) == branch.valueAt(entries), "value", digit, entries);
        entry(key, branch.valueAt(entries++), shift + TrieNode.BITS, bits | digit << shift);
        size++;
      } else {
        hold(branch.node(bit) == branch.nodeAt(nodes), "node", digit, nodes);
        size += node(branch.nodeAt(nodes++), shift + TrieNode.BITS, bits | digit << shift);
      }
    }
    hold(branch.entries() == entries, "entries", branch.entries(), entries);
    hold(branch.nodes() == nodes, "nodes", branch.nodes(), nodes);
    return size;
  }

  private int bucket(TrieBucket<TrieKey, String> bucket, int shift, int bits) {
    hold(shift > TrieNode.LAST_SHIFT, "shift of a bucket", shift, "above 30");
    int before = found.size();
    bucket.every(
        (key, value) -> {
          hold(value.equals(bucket.get(key, 0, 0)), "value", bucket.get(key, 0, 0), value);
          entry(key, value, shift, bits);
          return true;
        });
    crowd = Math.max(crowd, found.size() - before);
    return found.size() - before;
  }

  private void entry(TrieKey key, String value, int shift, int bits) {
    int mask = shift > TrieNode.LAST_SHIFT ? -1 : (1 << shift) - 1;
    hold((TrieNode.hash(key) & mask) == bits, "bits above a key", bits, key);
    hold(found.put(key, value) == null, "place of a key", "a second one", key);
    crowd = Math.max(crowd, 1);
  }

  /** Fails unless both tries are made of the same nodes. */
  static void same(TrieNode<TrieKey, String> one, TrieNode<TrieKey, String> other) {
    hold(one.getClass() == other.getClass(), "class", one.getClass(), other.getClass());
    hold(one.size() == other.size(), "size", one.size(), other.size());
    hold(one.equals(other) && other.equals(one), "node", one, other);
    hold(one.hashCode() == other.hashCode(), "hash code", one.hashCode(), other.hashCode());
    if (one instanceof TrieBranch<TrieKey, String> a
        && other instanceof TrieBranch<TrieKey, String> b) {
      hold(a.map() == b.map(), "map", a.map(), b.map());
      hold(a.nodes() == b.nodes(), "nodes", a.nodes(), b.nodes());
      for (int i = 0; i < a.entries(); i++) {
        hold(a.keyAt(i).equals(b.keyAt(i)), "key", a.keyAt(i), b.keyAt(i));
        hold(a.valueAt(i).equals(b.valueAt(i)), "value", a.valueAt(i), b.valueAt(i));
      }
      for (int i = 0; i < a.nodes(); i++) {
        same(a.nodeAt(i), b.nodeAt(i));
      }
    }
  }
}
