package dev.rejoin.crdt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** A merge of a large set with a small one is the join of both, dot by dot. */
class ORSetUnevenMergeTest {

  private static final Author ME = Author.of(ReplicaId.of("me"));
  private static final Author YOU = Author.of(ReplicaId.of("you"));

  /** Adds an element, which may be there already, or removes it. */
  record Edit(int element, boolean adds) {

    ORSet<Integer> applyTo(ORSet<Integer> set, Author author) {
      return adds ? set.add(author, element) : set.remove(element);
    }
  }

  @Provide
  Arbitrary<List<Edit>> edits() {
    Arbitrary<Integer> elements = Arbitraries.integers().between(0, 11);
    return Combinators.combine(elements, Arbitraries.of(true, true, true, false))
        .as(Edit::new)
        .list()
        .ofMaxSize(6);
  }

  private static ORSet<Integer> edited(ORSet<Integer> set, List<Edit> edits, Author author) {
    ORSet<Integer> result = set;
    for (Edit edit : edits) {
      result = edit.applyTo(result, author);
    }
    return result;
  }

  @Property
  void deltasAndWholeStatesAreJoinedDotByDot(
      @ForAll @IntRange(min = 40, max = 300) int size,
      @ForAll("edits") List<Edit> before,
      @ForAll("edits") List<Edit> here,
      @ForAll("edits") List<Edit> there) {
    List<Integer> elements = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      elements.add(i);
    }
    ORSet<Integer> base = edited(ORSet.<Integer>empty().addAll(ME, elements), before, YOU);
    ORSet<Integer> mine = edited(base, here, ME);
    ORSet<Integer> yours = edited(base, there, YOU);
    ORSet<Integer> small = edited(ORSet.empty(), there, Author.of(ReplicaId.of("small")));
    ORSet<Integer> delta = yours.deltaSince(base);

    for (ORSet<Integer> other : List.of(delta, yours, small, small.merge(delta))) {
      ORSet<Integer> joined = mine.merge(other);
      assertThat(joined).isEqualTo(joinOf(mine, other)).isEqualTo(other.merge(mine));
      assertThat(joined.merge(other)).isSameAs(joined);
    }
  }

  private static ORSet<Integer> joinOf(ORSet<Integer> a, ORSet<Integer> b) {
    ORSet.Builder<Integer> join = ORSet.builder(a.context().merge(b.context()));
    Map<Integer, Set<Dot>> liveInA = liveDots(a);
    Map<Integer, Set<Dot>> liveInB = liveDots(b);
    Set<Integer> elements = new HashSet<>(liveInA.keySet());
    elements.addAll(liveInB.keySet());
    for (Integer element : elements) {
      Set<Dot> inA = liveInA.getOrDefault(element, Set.of());
      Set<Dot> inB = liveInB.getOrDefault(element, Set.of());
      Set<Dot> live = new HashSet<>(inA);
      live.removeIf(dot -> b.context().includes(dot) && !inB.contains(dot));
      inB.stream()
          .filter(dot -> inA.contains(dot) || !a.context().includes(dot))
          .forEach(live::add);
      if (!live.isEmpty()) {
        join.live(element, live);
      }
    }
    return join.build();
  }

  private static Map<Integer, Set<Dot>> liveDots(ORSet<Integer> set) {
    Map<Integer, Set<Dot>> live = new HashMap<>();
    set.forEachLive((element, dots) -> live.put(element, new HashSet<>(dots)));
    return live;
  }
}
