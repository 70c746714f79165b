package dev.rejoin.crdt;

import static dev.rejoin.crdt.Replicas.missing;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;

/** A merge of tries behaves as a join of {@code HashMap}s, key by key. */
@PropertyDefaults(edgeCases = EdgeCasesMode.NONE)
class TrieMergeTest {

  @Provide
  Arbitrary<List<TrieKey.Change>> changes() {
    return TrieKey.changes();
  }

  @Provide
  Arbitrary<Map<TrieKey, String>> maps() {
    return TrieKey.maps();
  }

  @Property
  void apart(
      @ForAll("maps") Map<TrieKey, String> mine,
      @ForAll("maps") Map<TrieKey, String> theirs,
      @ForAll @IntRange(min = 1, max = 100) int seed) {
    check(TrieKey.build(mine), TrieKey.build(theirs), new TrieKey.Mix(seed));
  }

  @Property
  void forks(
      @ForAll("maps") Map<TrieKey, String> base,
      @ForAll("changes") List<TrieKey.Change> mine,
      @ForAll("changes") List<TrieKey.Change> theirs,
      @ForAll @IntRange(min = 1, max = 100) int seed) {
    Trie<TrieKey, String> fork = TrieKey.build(base);

    check(changed(fork, mine), changed(fork, theirs), new TrieKey.Mix(seed));
  }

  private static Trie<TrieKey, String> changed(
      Trie<TrieKey, String> trie, List<TrieKey.Change> changes) {
    Trie<TrieKey, String> result = trie;
    for (TrieKey.Change change : changes) {
      result = change.applyTo(result);
    }
    return result;
  }

  private static void check(
      Trie<TrieKey, String> mine, Trie<TrieKey, String> theirs, TrieKey.Mix join) {
    Map<TrieKey, String> expected = model(mine, theirs, join);

    Trie<TrieKey, String> merged = mine.merge(theirs, join);

    assertThat(TrieKey.contentOf(merged)).isEqualTo(expected);
    assertThat(merged).isEqualTo(TrieKey.build(expected));
    assertThat(merged.size()).isEqualTo(expected.size());
    if (merged.equals(mine)) {
      assertThat(merged).isSameAs(mine);
    } else if (merged.equals(theirs)) {
      assertThat(merged).isSameAs(theirs);
    }
  }

  private static Map<TrieKey, String> model(
      Trie<TrieKey, String> mine, Trie<TrieKey, String> theirs, TrieKey.Mix join) {
    Map<TrieKey, String> model = new HashMap<>();
    mine.forEach(
        (key, value) -> {
          String other = theirs.get(key);
          put(model, key, other == null ? join.onlyMine(key, value) : join.both(key, value, other));
        });
    theirs.forEach(
        (key, value) -> {
          if (mine.get(key) == null) {
            put(model, key, join.onlyTheirs(key, value));
          }
        });
    return model;
  }

  private static void put(Map<TrieKey, String> model, TrieKey key, @Nullable String value) {
    if (value != null) {
      model.put(key, value);
    }
  }

  @Example
  void aMergeThatDropsAWholeSubTrieIsTheSideWithoutIt() {
    Trie<TrieKey, List<Integer>> less =
        Trie.<TrieKey, List<Integer>>empty().put(new TrieKey.Plain(1, 0), List.of(1));
    Trie<TrieKey, List<Integer>> more =
        Trie.<TrieKey, List<Integer>>empty()
            .put(new TrieKey.Plain(1, 0), new ArrayList<>(List.of(1)))
            .put(new TrieKey.Plain(2, 1), List.of(2))
            .put(new TrieKey.Plain(3, 1 + (1 << 5)), List.of(3));

    assertThat(more.merge(less, new Keep(false, true))).isSameAs(less);
    assertThat(less.merge(more, new Keep(true, false))).isSameAs(less);
    assertThat(less.merge(more, new Keep(true, true))).isSameAs(more);
  }

  private record Keep(boolean mine, boolean theirs) implements Trie.Join<TrieKey, List<Integer>> {
    @Override
    public List<Integer> both(TrieKey key, List<Integer> here, List<Integer> there) {
      return here;
    }

    @Override
    public List<Integer> onlyMine(TrieKey key, List<Integer> here) {
      return mine ? here : missing();
    }

    @Override
    public List<Integer> onlyTheirs(TrieKey key, List<Integer> there) {
      return theirs ? there : missing();
    }

    @Override
    public boolean keepsMine() {
      return mine;
    }

    @Override
    public boolean keepsTheirs() {
      return theirs;
    }
  }
}
