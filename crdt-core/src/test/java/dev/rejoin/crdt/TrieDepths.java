package dev.rejoin.crdt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Counts at which depth of a trie entries were pushed down and pulled up again, and by what. */
final class TrieDepths {

  /** What makes or drops a node. */
  enum Event {
    PUT_MAKES_NODE,
    REMOVE_DROPS_NODE,
    MERGE_MAKES_NODE,
    MERGE_DROPS_NODE,
    MERGE_KEEPS_MINE,
    MERGE_KEEPS_THEIRS,
    MERGE_MIXES
  }

  private final Map<Event, long[]> counts = new EnumMap<>(Event.class);

  TrieDepths() {
    for (Event event : Event.values()) {
      counts.put(event, new long[TrieShape.LEVELS]);
    }
  }

  private void count(Event event, int depth) {
    Objects.requireNonNull(counts.get(event), "counts")[depth]++;
  }

  /** Returns how many nodes are passed from the root to where that key is or would be. */
  private static int depth(Trie<TrieKey, String> trie, TrieKey key) {
    int hash = TrieNode.hash(key);
    TrieNode<TrieKey, String> node = trie.root();
    int depth = 0;
    while (node instanceof TrieBranch<TrieKey, String> branch) {
      int bit = TrieBranch.bit(hash, depth * TrieNode.BITS);
      if (!branch.hasNode(bit)) {
        return depth;
      }
      node = branch.node(bit);
      depth++;
    }
    return depth;
  }

  /** Counts what a change of one key did. */
  void changed(Trie<TrieKey, String> before, Trie<TrieKey, String> after, TrieKey key) {
    int old = depth(before, key);
    int now = depth(after, key);
    if (now > old) {
      count(Event.PUT_MAKES_NODE, now);
    } else if (now < old) {
      count(Event.REMOVE_DROPS_NODE, old);
    }
  }

  /** Counts what a merge did; fails unless it kept the nodes of a side wherever it could. */
  void merged(
      Trie<TrieKey, String> mine, Trie<TrieKey, String> theirs, Trie<TrieKey, String> merged) {
    kept(mine.root(), theirs.root(), merged.root(), 0);
    branches(mine.root(), theirs.root(), merged.root(), 0);
  }

  private void branches(
      @Nullable TrieNode<TrieKey, String> mine,
      @Nullable TrieNode<TrieKey, String> theirs,
      TrieNode<TrieKey, String> merged,
      int depth) {
    if (!(merged instanceof TrieBranch<TrieKey, String> branch)) {
      return;
    }
    for (int rest = branch.map(); rest != 0; rest &= rest - 1) {
      int bit = Integer.lowestOneBit(rest);
      TrieNode<TrieKey, String> here = under(mine, bit);
      TrieNode<TrieKey, String> there = under(theirs, bit);
      TrieNode<TrieKey, String> result = under(merged, bit);
      if (result != null) {
        kept(here, there, result, depth + 1);
        branches(here, there, result, depth + 1);
      } else if (here != null || there != null) {
        count(Event.MERGE_DROPS_NODE, depth + 1);
      }
    }
  }

  private static @Nullable TrieNode<TrieKey, String> under(
      @Nullable TrieNode<TrieKey, String> node, int bit) {
    return node instanceof TrieBranch<TrieKey, String> branch && branch.hasNode(bit)
        ? branch.node(bit)
        : null;
  }

  private void kept(
      @Nullable TrieNode<TrieKey, String> mine,
      @Nullable TrieNode<TrieKey, String> theirs,
      TrieNode<TrieKey, String> merged,
      int depth) {
    if (merged.equals(mine) || merged.equals(theirs)) {
      boolean same = merged == mine || merged == theirs;
      TrieShape.hold(same, "merged node", "a copy", "one of those that it equals");
      count(merged == mine ? Event.MERGE_KEEPS_MINE : Event.MERGE_KEEPS_THEIRS, depth);
    } else {
      count(mine == null && theirs == null ? Event.MERGE_MAKES_NODE : Event.MERGE_MIXES, depth);
    }
  }

  /** Fails unless everything happened at least that often at every depth at which it can. */
  void assertAllMet(long atLeast) {
    counts.forEach(
        (event, depths) ->
            assertThat(Arrays.stream(depths).skip(event.name().endsWith("NODE") ? 1 : 0))
                .as("%s at each depth: %s", event, Arrays.toString(depths))
                .allMatch(count -> count >= atLeast));
  }
}
