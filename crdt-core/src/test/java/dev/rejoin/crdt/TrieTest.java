package dev.rejoin.crdt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** A trie behaves as a {@code HashMap}, whatever the hash codes. */
@PropertyDefaults(edgeCases = EdgeCasesMode.NONE)
class TrieTest {

  @Provide
  Arbitrary<List<TrieKey.Change>> changes() {
    return TrieKey.changes();
  }

  @Provide
  Arbitrary<Map<TrieKey, String>> maps() {
    return TrieKey.maps();
  }

  @Property
  void everyChangeMeetsTheModel(@ForAll("changes") List<TrieKey.Change> changes) {
    Map<TrieKey, String> model = new HashMap<>();
    Trie<TrieKey, String> trie = Trie.empty();

    for (TrieKey.Change change : changes) {
      Trie<TrieKey, String> before = trie;
      boolean changesNothing =
          change.value() == null
              ? !model.containsKey(change.key())
              : change.value().equals(model.get(change.key()));
      trie = change.applyTo(trie);
      change.applyTo(model);

      assertThat(trie.get(change.key())).isEqualTo(model.get(change.key()));
      assertThat(trie.size()).isEqualTo(model.size());
      if (changesNothing) {
        assertThat(trie).isEqualTo(before);
      }
    }

    assertThat(TrieKey.contentOf(trie)).isEqualTo(model);
    for (int id = 0; id < TrieKey.IDS; id++) {
      for (int hash : TrieKey.HASHES) {
        TrieKey key = new TrieKey.Ordered(id, hash);
        assertThat(trie.get(key)).isEqualTo(model.get(key));
      }
    }
  }

  @Property
  void theShapeDependsOnTheContentAlone(@ForAll("changes") List<TrieKey.Change> changes) {
    Map<TrieKey, String> model = new HashMap<>();
    Trie<TrieKey, String> changed = Trie.empty();
    for (TrieKey.Change change : changes) {
      changed = change.applyTo(changed);
      change.applyTo(model);
    }

    Trie<TrieKey, String> built = TrieKey.build(model);

    assertThat(changed).isEqualTo(built).hasSameHashCodeAs(built);
    assertThat(built).isEqualTo(changed);
    model.put(new TrieKey.Ordered(TrieKey.IDS, 0), "another");
    assertThat(changed).isNotEqualTo(TrieKey.build(model));
  }

  @Property
  void anOlderVersionNeverChanges(
      @ForAll("maps") Map<TrieKey, String> start, @ForAll("changes") List<TrieKey.Change> changes) {
    Trie<TrieKey, String> old = TrieKey.build(start);

    Trie<TrieKey, String> trie = old;
    for (TrieKey.Change change : changes) {
      trie = change.applyTo(trie);
    }
    old.merge(trie, new TrieKey.Mix(1));

    assertThat(TrieKey.contentOf(old)).isEqualTo(start);
  }

  @Property
  void keysAreIteratedOnce(@ForAll("maps") Map<TrieKey, String> map) {
    List<TrieKey> keys = new ArrayList<>();

    TrieKey.build(map).keys().forEachRemaining(keys::add);

    assertThat(keys).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(map.keySet());
  }

  @Property
  void diffTellsExactlyTheDifferences(
      @ForAll("maps") Map<TrieKey, String> base, @ForAll("changes") List<TrieKey.Change> changes) {
    Map<TrieKey, String> now = new HashMap<>(base);
    Trie<TrieKey, String> from = TrieKey.build(base);
    Trie<TrieKey, String> grown = from;
    for (TrieKey.Change change : changes) {
      grown = change.applyTo(grown);
      change.applyTo(now);
    }

    for (Trie<TrieKey, String> to : List.of(grown, TrieKey.build(now))) {
      Map<TrieKey, String> patched = new HashMap<>(base);
      Set<TrieKey> told = new HashSet<>();
      boolean finished =
          to.diff(
              from,
              (key, before, after) -> {
                assertThat(told.add(key)).isTrue();
                assertThat(before).isEqualTo(base.get(key)).isNotEqualTo(after);
                assertThat(after).isEqualTo(now.get(key));
                new TrieKey.Change(key, after).applyTo(patched);
                return true;
              });

      assertThat(finished).isTrue();
      assertThat(patched).isEqualTo(now);
    }
  }

  @Example
  void diffStopsWhenToldTo() {
    Trie<String, String> three =
        Trie.<String, String>empty().put("a", "1").put("b", "2").put("c", "3");
    List<String> told = new ArrayList<>();

    boolean finished = three.diff(Trie.empty(), (key, before, after) -> !told.add(key));

    assertThat(finished).isFalse();
    assertThat(told).hasSize(1);
  }

  @Example
  void puttingTheSameObjectAgainReturnsTheSameTrie() {
    String value = "value";
    for (int hash : TrieKey.HASHES) {
      TrieKey key = new TrieKey.Ordered(1, hash);
      Trie<TrieKey, String> trie =
          Trie.<TrieKey, String>empty().put(new TrieKey.Ordered(2, hash), "other").put(key, value);

      assertThat(trie.put(key, value)).isSameAs(trie);
      assertThat(trie.remove(new TrieKey.Ordered(3, hash))).isSameAs(trie);
    }
  }

  @Example
  void aKeyGivenTwiceIsRefusedByTheBuilder() {
    Trie.Builder<String, String> builder = new Trie.Builder<>("a word");
    builder.add("milk", "1");
    builder.add("eggs", "2");
    builder.add("milk", "3");

    assertThatIllegalArgumentException()
        .isThrownBy(builder::build)
        .withMessage("a word must be given once, but milk was given twice");
  }

  @Property(tries = 200)
  void oneThatIsBuiltAtOnceIsThatOfAllPuts(
      @ForAll @IntRange(max = 700) int size, @ForAll int mask, @ForAll Random random) {
    Trie.Builder<TrieKey, Integer> builder = new Trie.Builder<>("a key");
    Trie<TrieKey, Integer> puts = Trie.empty();
    for (int i = 0; i < size; i++) {
      TrieKey key = new TrieKey.Ordered(i, random.nextInt() & mask);
      builder.add(key, i);
      puts = puts.put(key, i);
    }

    assertThat(builder.build()).isEqualTo(puts);
  }

  @Example
  void anyNumberOfKeysUnderOneSlotAreBuiltAtOnce() {
    for (int size : new int[] {1, 2, 31, 32, 33, 2_000}) {
      Random random = new Random(size);
      Trie.Builder<TrieKey, Integer> builder = new Trie.Builder<>("a key");
      Trie<TrieKey, Integer> puts = Trie.empty();
      for (int i = 0; i < size; i++) {
        TrieKey key = new TrieKey.Ordered(i, random.nextInt() | 0b11111);
        builder.add(key, i);
        puts = puts.put(key, i);
      }

      assertThat(builder.build()).as("%s keys", size).isEqualTo(puts);
    }
  }

  @Example
  void thereIsNoKeyAfterTheLast() {
    Iterator<String> keys = Trie.<String, String>empty().put("a", "1").keys();
    keys.next();

    assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(keys::next);
  }

  @Example
  void puttingTheSameObjectUnderALoneKeyReturnsTheSameTrie() {
    Trie<String, String> trie = Trie.<String, String>empty().put("a", "1").put("b", "2");

    assertThat(trie.put("a", "1")).isSameAs(trie);
    assertThat(trie.remove("a").remove("b")).isSameAs(Trie.empty());
  }

  @Example
  void equalValuesAreNoDifference() {
    Trie<String, List<Integer>> here = Trie.<String, List<Integer>>empty().put("a", List.of(1));
    Trie<String, List<Integer>> there =
        Trie.<String, List<Integer>>empty().put("a", new ArrayList<>(List.of(1)));

    assertThat(here.diff(there, (key, before, after) -> false)).isTrue();
  }

  @Example
  void aCrowdIsCounted() {
    Trie<TrieKey, String> three =
        Trie.<TrieKey, String>empty()
            .put(new TrieKey.Plain(1, 7), "a")
            .put(new TrieKey.Ordered(2, 7), "b")
            .put(new TrieKey.Plain(3, 8), "c");

    assertThat(three.crowd()).isEqualTo(2);
    assertThat(three.remove(new TrieKey.Plain(1, 7)).crowd()).isEqualTo(1);
    assertThat(Trie.empty().crowd()).isZero();
  }
}
