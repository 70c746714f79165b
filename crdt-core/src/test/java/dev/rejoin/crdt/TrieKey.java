package dev.rejoin.crdt;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.jspecify.annotations.Nullable;

/** Keys whose hash codes collide at a chosen depth, with and without a natural order. */
sealed interface TrieKey {

  int IDS = 4;

  /** As the trie files them: equal up to the first, third, sixth and last level, and altogether. */
  List<Integer> HASHES =
      List.of(0, 1, 1 << 5, 1 << 15, 1 << 30, 3 << 30, -1, -1 >>> 2, 0x1f, 0x3ff);

  int id();

  int hash();

  /** A key with a natural order. */
  record Ordered(int id, int hash) implements TrieKey, Comparable<Ordered> {
    @Override
    public int hashCode() {
      return unmixed(hash);
    }

    /** Looks at half of the id only: keys that compare as 0 may differ. */
    @Override
    public int compareTo(Ordered other) {
      return Integer.compare(id / 2, other.id / 2);
    }
  }

  /** A key without a natural order. */
  record Plain(int id, int hash) implements TrieKey {
    @Override
    public int hashCode() {
      return unmixed(hash);
    }
  }

  /** Puts a value, or removes the key for none. */
  record Change(TrieKey key, @Nullable String value) {

    Trie<TrieKey, String> applyTo(Trie<TrieKey, String> trie) {
      return value == null ? trie.remove(key) : trie.put(key, value);
    }

    void applyTo(Map<TrieKey, String> map) {
      if (value == null) {
        map.remove(key);
      } else {
        map.put(key, value);
      }
    }
  }

  /**
   * A join that keeps, drops and mixes, as a pure function of key and values; it returns {@code
   * mine} or {@code theirs} where the result equals them.
   */
  record Mix(int seed) implements Trie.Join<TrieKey, String> {

    private @Nullable String pick(TrieKey key, @Nullable String mine, @Nullable String theirs) {
      return switch (Math.floorMod(Objects.hash(seed, key.id(), key.hash(), mine, theirs), 4)) {
        case 0 -> mine != null ? mine : theirs;
        case 1 -> theirs != null ? theirs : mine;
        case 2 ->
            mine == null ? theirs : mine.equals(theirs) || theirs == null ? mine : mine + theirs;
        default -> null;
      };
    }

    @Override
    public @Nullable String both(TrieKey key, String mine, String theirs) {
      String picked = mine.equals(theirs) ? mine : pick(key, mine, theirs);
      return mine.equals(picked) ? mine : theirs.equals(picked) ? theirs : picked;
    }

    @Override
    public @Nullable String onlyMine(TrieKey key, String mine) {
      return keepsMine() ? mine : pick(key, mine, null);
    }

    @Override
    public @Nullable String onlyTheirs(TrieKey key, String theirs) {
      return keepsTheirs() ? theirs : pick(key, null, theirs);
    }

    @Override
    public boolean keepsMine() {
      return seed % 2 == 0;
    }

    @Override
    public boolean keepsTheirs() {
      return seed % 3 == 0;
    }
  }

  /** Undoes the mixing of the trie, which is its own inverse. */
  private static int unmixed(int hash) {
    return hash ^ (hash >>> 16);
  }

  static Arbitrary<TrieKey> keys() {
    Arbitrary<Integer> ids = Arbitraries.integers().between(0, IDS - 1);
    Arbitrary<Integer> hashes = Arbitraries.of(HASHES);
    return Arbitraries.oneOf(
        Combinators.combine(ids, hashes).as(Ordered::new),
        Combinators.combine(ids, hashes).as(Plain::new));
  }

  /** Values of which the equal ones are not the same object. */
  private static Arbitrary<String> values() {
    return Arbitraries.of("a", "b", "c").map(String::new);
  }

  static Arbitrary<List<Change>> changes() {
    return Combinators.combine(keys(), values().injectNull(0.4))
        .as(Change::new)
        .list()
        .ofMaxSize(60);
  }

  static Arbitrary<Map<TrieKey, String>> maps() {
    return Arbitraries.maps(keys(), values()).ofMaxSize(40);
  }

  static Trie<TrieKey, String> build(Map<TrieKey, String> map) {
    Trie.Builder<TrieKey, String> builder = new Trie.Builder<>("a key");
    map.forEach(builder::add);
    return builder.build();
  }

  static Map<TrieKey, String> contentOf(Trie<TrieKey, String> trie) {
    Map<TrieKey, String> content = new HashMap<>();
    trie.forEach(content::put);
    return content;
  }
}
