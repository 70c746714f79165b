package dev.rejoin.crdt;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One random case, made from a seed: keys whose hash codes agree in their lowest 0, 5, 10 and so on
 * up to 30 bits, or altogether; a map of them, forks and copies of it; and what becomes of them.
 */
final class TrieCase {

  private static final int IDS = 6;

  private final Random random;
  private final TrieDepths depths;
  private final List<TrieKey> keys = new ArrayList<>();
  private final boolean valuesTellKeys;

  TrieCase(long seed, TrieDepths depths) {
    this.random = new Random(seed * 0x9e3779b97f4a7c15L); // neighbours would begin alike
    this.depths = depths;
    this.valuesTellKeys = random.nextBoolean();
    int count = 1 + random.nextInt(random.nextInt(10) == 0 ? 64 : 12);
    for (int i = 0; i < count; i++) {
      keys.add(key());
    }
  }

  private TrieKey key() {
    int hash = random.nextInt();
    if (!keys.isEmpty() && random.nextInt(8) > 0) {
      int shared = random.nextInt(TrieShape.LEVELS);
      int kept = shared == TrieShape.LEVELS - 1 ? -1 : (1 << (shared * TrieNode.BITS)) - 1;
      hash = (pick().hash() & kept) | (hash & ~kept);
    }
    int id = random.nextInt(IDS);
    return random.nextBoolean() ? new TrieKey.Ordered(id, hash) : new TrieKey.Plain(id, hash);
  }

  private TrieKey pick() {
    return keys.get(random.nextInt(keys.size()));
  }

  /** Returns a value of its own, equal to others: of any key, or of that key alone. */
  private String value(TrieKey key) {
    String letter = String.valueOf((char) ('a' + random.nextInt(3)));
    return valuesTellKeys
        ? letter + key.getClass().getSimpleName() + key.id() + key.hash()
        : letter;
  }

  /**
   * A trie, and what it has to hold.
   *
   * @param model never changed
   */
  private record Side(Trie<TrieKey, String> trie, Map<TrieKey, String> model) {

    Side {
      TrieShape.check(trie, model);
    }
  }

  void check() {
    Map<TrieKey, String> content = new LinkedHashMap<>();
    keys.forEach(key -> content.put(key, value(key)));
    keys.forEach(key -> content.remove(key, value(key)));
    Side built = built(content);
    Side grown = grown(content);
    TrieShape.same(built.trie().root(), grown.trie().root());
    TrieShape.hold(built.trie().equals(grown.trie()), "trie", "another", "equal");
    TrieShape.hold(built.trie().hashCode() == grown.trie().hashCode(), "hash code", null, null);

    Side mine = changed(random.nextBoolean() ? built : grown);
    Side theirs = changed(built);
    Side join = merged(mine, theirs);
    checkDiff(built, mine);
    checkDiff(mine, theirs);
    checkDiff(theirs, join);
    TrieShape.check(mine.trie(), mine.model());
    TrieShape.check(theirs.trie(), theirs.model());
    TrieShape.same(built(join.model()).trie().root(), join.trie().root());
  }

  private <T> List<T> shuffled(Collection<T> some) {
    List<T> order = new ArrayList<>(some);
    Collections.shuffle(order, random);
    return order;
  }

  /** Returns the content built in one go. */
  private Side built(Map<TrieKey, String> content) {
    Trie.Builder<TrieKey, String> builder = new Trie.Builder<>("a key");
    shuffled(content.entrySet()).forEach(entry -> builder.add(entry.getKey(), entry.getValue()));
    return new Side(builder.build(), content);
  }

  /** Returns the content put in key by key, along with others that are removed again. */
  private Side grown(Map<TrieKey, String> content) {
    Trie<TrieKey, String> trie = Trie.empty();
    Set<TrieKey> detours = new LinkedHashSet<>(keys);
    detours.removeIf(key -> random.nextBoolean());
    for (TrieKey key : shuffled(detours)) {
      trie = put(trie, key, value(key));
    }
    for (Map.Entry<TrieKey, String> entry : shuffled(content.entrySet())) {
      trie = put(trie, entry.getKey(), entry.getValue());
    }
    detours.removeAll(content.keySet());
    for (TrieKey key : shuffled(detours)) {
      trie = removed(trie, key);
    }
    return new Side(trie, content);
  }

  private Trie<TrieKey, String> put(Trie<TrieKey, String> trie, TrieKey key, String value) {
    Trie<TrieKey, String> result = trie.put(key, value);
    String before = trie.get(key);
    TrieShape.hold(result.get(key) == value, "value", result.get(key), value);
    TrieShape.hold((before == value) == (result == trie), "the very trie", before, value);
    TrieShape.hold(result.put(key, value) == result, "the very trie", "another", "kept");
    depths.changed(trie, result, key);
    return result;
  }

  private Trie<TrieKey, String> removed(Trie<TrieKey, String> trie, TrieKey key) {
    Trie<TrieKey, String> result = trie.remove(key);
    TrieShape.hold(result.get(key) == null, "value", result.get(key), null);
    TrieShape.hold((trie.get(key) == null) == (result == trie), "the very trie", key, "kept");
    TrieShape.hold(result.remove(key) == result, "the very trie", "another", "kept");
    depths.changed(trie, result, key);
    return result;
  }

  /** Returns a fork with some changes, or the same built apart. */
  private Side changed(Side start) {
    Trie<TrieKey, String> trie = start.trie();
    Map<TrieKey, String> model = new LinkedHashMap<>(start.model());
    for (int i = random.nextInt(8); i > 0; i--) {
      TrieKey key = pick();
      if (random.nextBoolean()) {
        String value = value(key);
        trie = put(trie, key, value);
        model.put(key, value);
      } else {
        trie = removed(trie, key);
        model.remove(key);
      }
    }
    if (random.nextInt(3) > 0) {
      return new Side(trie, model);
    }
    model.replaceAll((key, value) -> String.valueOf(value.toCharArray()));
    return built(model);
  }

  private Side merged(Side mine, Side theirs) {
    TrieRule rule = TrieRule.random(random, valuesTellKeys);
    Map<TrieKey, String> expected = new LinkedHashMap<>();
    for (TrieKey key : keys) {
      String value = rule.join(key, mine.model().get(key), theirs.model().get(key));
      if (value != null) {
        expected.put(key, value);
      }
    }
    Side merged = new Side(mine.trie().merge(theirs.trie(), rule), expected);
    depths.merged(mine.trie(), theirs.trie(), merged.trie());
    Trie<TrieKey, String> kept =
        expected.equals(mine.model())
            ? mine.trie()
            : expected.equals(theirs.model()) ? theirs.trie() : merged.trie();
    TrieShape.hold(merged.trie() == kept, "merged trie", "a copy", "one of its operands");
    TrieShape.hold(mine.trie().merge(mine.trie(), rule) == mine.trie(), "idempotent", null, null);
    return merged;
  }

  private void checkDiff(Side from, Side to) {
    Map<TrieKey, String> patched = new LinkedHashMap<>(from.model());
    Set<TrieKey> told = new LinkedHashSet<>();
    boolean finished =
        to.trie()
            .diff(
                from.trie(),
                (key, before, after) -> {
                  TrieShape.hold(told.add(key), "difference told once", "two", key);
                  checkChange(from.model().get(key), before, to.model().get(key), after);
                  new TrieKey.Change(key, after).applyTo(patched);
                  return true;
                });
    TrieShape.hold(finished, "diff", "stopped", "finished");
    TrieShape.hold(patched.equals(to.model()), "patched", patched, to.model());
    int last = told.size();
    if (last > 0) {
      int[] left = {1 + random.nextInt(last)};
      boolean went = to.trie().diff(from.trie(), (key, before, after) -> --left[0] > 0);
      TrieShape.hold(!went && left[0] == 0, "diff told to stop", left[0], "stopped");
    }
  }

  private static void checkChange(
      @Nullable String expectedBefore,
      @Nullable String before,
      @Nullable String expectedAfter,
      @Nullable String after) {
    TrieShape.hold(before == null || !before.equals(after), "difference", before, after);
    TrieShape.hold(before != null || after != null, "difference", before, after);
    TrieShape.hold(Objects.equals(before, expectedBefore), "before", before, expectedBefore);
    TrieShape.hold(Objects.equals(after, expectedAfter), "after", after, expectedAfter);
  }
}
