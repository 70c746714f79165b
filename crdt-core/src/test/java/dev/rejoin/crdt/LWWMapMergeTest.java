package dev.rejoin.crdt;

import static dev.rejoin.crdt.Replicas.A;
import static dev.rejoin.crdt.Replicas.B;
import static dev.rejoin.crdt.Replicas.missing;
import static dev.rejoin.crdt.Replicas.stamp;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** A map is one register for each key, but for the keys that were removed. */
class LWWMapMergeTest {

  private static final List<Integer> REMOVED = List.of();

  private static LWWMap<TrieKey, Integer> entry(TrieKey key, HybridTimestamp at, List<Integer> v) {
    return LWWMap.of(List.of(new LWWMap.Entry<>(key, at, v)));
  }

  @Provide
  Arbitrary<List<LWWMap<TrieKey, Integer>>> entries() {
    Arbitrary<HybridTimestamp> stamps =
        Combinators.combine(Arbitraries.longs().between(1, 4), Arbitraries.of(A, B))
            .as(Replicas::stamp);
    Arbitrary<List<Integer>> values = Arbitraries.of(REMOVED, List.of(1), List.of(2), List.of(3));
    return Combinators.combine(TrieKey.keys(), stamps, values)
        .as(LWWMapMergeTest::entry)
        .list()
        .ofMaxSize(60);
  }

  private static LWWMap<TrieKey, Integer> merged(List<LWWMap<TrieKey, Integer>> entries) {
    LWWMap<TrieKey, Integer> map = LWWMap.empty();
    for (LWWMap<TrieKey, Integer> entry : entries) {
      map = map.merge(entry);
    }
    return map;
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void aMergeIsTheMergeOfItsEntriesInAnyOrder(
      @ForAll("entries") List<LWWMap<TrieKey, Integer>> some,
      @ForAll("entries") List<LWWMap<TrieKey, Integer>> others) {
    List<LWWMap<TrieKey, Integer>> all = new ArrayList<>(others);
    all.addAll(some);
    LWWMap<TrieKey, Integer> mine = merged(some);
    LWWMap<TrieKey, Integer> theirs = merged(others);

    LWWMap<TrieKey, Integer> both = mine.merge(theirs);

    assertThat(both).isEqualTo(merged(all));
    assertThat(both.size()).isEqualTo(contentOf(both).size()).isEqualTo(both.keys().size());
    assertThat(both.merge(mine)).isSameAs(both);
    assertThat(theirs.merge(both)).isEqualTo(both);
    assertThat(mine.merge(theirs.deltaSince(mine))).isEqualTo(both);
    assertThat(theirs.deltaSince(mine).isAtMost(theirs)).isTrue();
    assertThat(mine.isAtMost(theirs)).isEqualTo(both.equals(theirs));
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void changesLeadFromOneContentToTheOther(
      @ForAll("entries") List<LWWMap<TrieKey, Integer>> some,
      @ForAll("entries") List<LWWMap<TrieKey, Integer>> others) {
    LWWMap<TrieKey, Integer> before = merged(some);
    LWWMap<TrieKey, Integer> now = before.merge(merged(others));
    Map<TrieKey, Integer> shown = contentOf(before);

    now.changesFrom(
        before,
        key -> assertThat(shown.put(key, now.get(key).get())).isNull(),
        key -> assertThat(shown.remove(key)).isNotNull(),
        key -> assertThat(shown.put(key, now.get(key).get())).isNotNull());

    assertThat(shown).isEqualTo(contentOf(now));
  }

  private static Map<TrieKey, Integer> contentOf(LWWMap<TrieKey, Integer> map) {
    Map<TrieKey, Integer> content = new HashMap<>();
    map.forEach(content::put);
    return content;
  }

  @Example
  void atOneTimestampARemoveWinsOverAPut() {
    TrieKey key = new TrieKey.Plain(1, 0);
    LWWMap<TrieKey, Integer> put = entry(key, stamp(1, A), List.of(1));
    LWWMap<TrieKey, Integer> tied = put.merge(entry(key, stamp(1, A), List.of(2)));
    LWWMap<TrieKey, Integer> removed = entry(key, stamp(1, A), REMOVED);

    assertThat(put.merge(removed)).isSameAs(removed);
    assertThat(removed.merge(tied)).isSameAs(removed);
    assertThat(tied.compare(removed)).isEqualTo(CausalOrder.BEFORE);
    assertThat(removed.deltaSince(tied)).isSameAs(removed);
    assertThat(removed.merge(tied).size()).isZero();
  }

  @Example
  void atOneTimestampDifferentValuesAreKeptAndOneIsShown() {
    TrieKey key = new TrieKey.Plain(1, 0);
    LWWMap<TrieKey, Integer> one = entry(key, stamp(1, A), List.of(1));
    LWWMap<TrieKey, Integer> two = entry(key, stamp(1, A), List.of(2));

    LWWMap<TrieKey, Integer> tied = two.merge(one);

    assertThat(tied).isEqualTo(one.merge(two));
    assertThat(tied.tied(key)).containsExactly(1, 2);
    assertThat(tied.get(key)).containsExactly(1);
    assertThat(tied.size()).isEqualTo(1);
    assertThat(tied.deltaSince(one)).isEqualTo(two);
    assertThat(tied.put(Replicas.ANN, key, 2).tied(key)).containsExactly(2);
  }

  @Example
  void anEntryOfManyKeysCountsThemAll() {
    LWWMap<Integer, Integer> thousand = LWWMap.empty();
    for (int i : IntStream.range(0, 1000).toArray()) {
      thousand = thousand.put(Replicas.ANN, i, i);
    }
    LWWMap<Integer, Integer> other =
        LWWMap.<Integer, Integer>empty().put(Replicas.BEN, -1, 0).put(Replicas.BEN, 5, 0);

    assertThat(other.merge(thousand).size()).isEqualTo(1001);
    assertThat(thousand.merge(other).size()).isEqualTo(1001);
    assertThat(LWWMap.<Integer, Integer>empty().merge(thousand).size()).isEqualTo(1000);
  }

  /** A key that counts how often it is looked at. */
  private record Counted(int id, AtomicInteger looks) {
    @Override
    public boolean equals(Object other) {
      looks.incrementAndGet();
      return other instanceof Counted that && id == that.id;
    }

    @Override
    public int hashCode() {
      looks.incrementAndGet();
      return id * 0x9e3779b9;
    }
  }

  @Example
  void forksOfABigMapAreNotLookedThrough() {
    AtomicInteger looks = new AtomicInteger();
    LWWMap<Counted, Integer> big = LWWMap.empty();
    for (int i = 0; i < 20_000; i++) {
      big = big.put(Replicas.ANN, new Counted(i, looks), i);
    }
    LWWMap<Counted, Integer> ann = big.put(Replicas.ANN, new Counted(-1, looks), 0);
    LWWMap<Counted, Integer> ben = big.remove(Replicas.BEN, new Counted(8, looks));

    looks.set(0);
    LWWMap<Counted, Integer> merged = ann.merge(ben);
    merged.deltaSince(big).isAtMost(merged);
    big.isAtMost(merged);

    assertThat(merged.size()).isEqualTo(20_000);
    assertThat(looks.get()).isBetween(1, 400);
  }

  @Example
  void nullsAreRefusedEvenWhereNothingIsTold() {
    LWWMap<String, Integer> map = LWWMap.empty();

    assertThatNullPointerException()
        .isThrownBy(() -> map.changesFrom(map, missing(), key -> {}, key -> {}))
        .withMessage("added");
    assertThatNullPointerException()
        .isThrownBy(() -> map.changesFrom(map, key -> {}, missing(), key -> {}))
        .withMessage("removed");
    assertThatNullPointerException()
        .isThrownBy(() -> map.changesFrom(map, key -> {}, key -> {}, missing()))
        .withMessage("updated");
  }

  @Example
  void aValueThatIsPutAgainIsNoChange() {
    LWWMap<String, Integer> one = LWWMap.<String, Integer>empty().put(Replicas.ANN, "k", 1);
    List<String> told = new ArrayList<>();

    one.put(Replicas.ANN, "k", 1).changesFrom(one, told::add, told::add, told::add);

    assertThat(told).isEmpty();
  }
}
