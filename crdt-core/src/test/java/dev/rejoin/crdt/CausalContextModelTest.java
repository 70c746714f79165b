package dev.rejoin.crdt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** A context behaves as the set of its dots. */
class CausalContextModelTest {

  @Provide
  Arbitrary<Set<Dot>> dots() {
    return Combinators.combine(
            Arbitraries.of("A", "B", "C").map(ReplicaId::of), Arbitraries.longs().between(1, 12))
        .as(Dot::new)
        .set()
        .ofMaxSize(30);
  }

  @Property
  void includesExactlyItsDots(@ForAll("dots") Set<Dot> dots, @ForAll("dots") Set<Dot> asked) {
    CausalContext context = contextOf(dots);

    for (Dot dot : asked) {
      assertThat(context.includes(dot)).isEqualTo(dots.contains(dot));
    }
    assertThat(dotsOf(context)).isEqualTo(dots);
  }

  @Property
  void oneDotAtATimeOrAllAtOnceIsTheSame(@ForAll("dots") Set<Dot> dots) {
    CausalContext grown = CausalContext.empty();
    for (Dot dot : dots) {
      grown = grown.add(dot);
    }

    assertThat(grown).isEqualTo(contextOf(dots)).hasSameHashCodeAs(contextOf(dots));
  }

  @Property
  void mergeIsUnion(@ForAll("dots") Set<Dot> left, @ForAll("dots") Set<Dot> right) {
    Set<Dot> union = new TreeSet<>(left);
    union.addAll(right);

    assertThat(contextOf(left).merge(contextOf(right))).isEqualTo(contextOf(union));
  }

  @Property
  void deltaIsDifference(@ForAll("dots") Set<Dot> now, @ForAll("dots") Set<Dot> base) {
    Set<Dot> difference = new TreeSet<>(now);
    difference.removeAll(base);

    assertThat(contextOf(now).deltaSince(contextOf(base))).isEqualTo(contextOf(difference));
  }

  @Property
  void orderIsInclusion(@ForAll("dots") Set<Dot> left, @ForAll("dots") Set<Dot> right) {
    assertThat(contextOf(left).isAtMost(contextOf(right))).isEqualTo(right.containsAll(left));
    assertThat(contextOf(left).equals(contextOf(right))).isEqualTo(left.equals(right));
    assertThat(contextOf(left).isDisjointFrom(contextOf(right)))
        .isEqualTo(Collections.disjoint(left, right));
  }

  private static CausalContext contextOf(Set<Dot> dots) {
    return CausalContext.of(List.copyOf(dots).toArray(Dot[]::new));
  }

  private static Set<Dot> dotsOf(CausalContext context) {
    Set<Dot> dots = new TreeSet<>();
    for (CausalContext.Range range : context.ranges()) {
      for (long counter = range.first(); counter <= range.last(); counter++) {
        dots.add(new Dot(range.replica(), counter));
      }
    }
    return dots;
  }
}
