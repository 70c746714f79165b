package dev.rejoin.crdt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * All states of a set over three dots: each dot is unknown, live or dead, which makes 27 states
 * with gaps and deltas among them, and 19,683 triples. They are held against the specification, in
 * which a state is three levels and the join takes the higher level of each dot.
 */
class ORSetTriplesTest {

  private static final int UNKNOWN = 0;
  private static final int LIVE = 1;

  private static final List<Dot> DOTS =
      List.of(new Dot(Replicas.A, 1), new Dot(Replicas.A, 3), new Dot(Replicas.B, 1));

  /** Which element each dot adds. */
  static List<List<String>> elements() {
    return List.of(
        List.of("x", "x", "x"),
        List.of("x", "x", "y"),
        List.of("x", "y", "x"),
        List.of("x", "y", "z"));
  }

  @ParameterizedTest
  @MethodSource("elements")
  void allTriplesSatisfyTheLaws(List<String> elements) {
    List<ORSet<String>> states = states(elements);
    int triples = 0;

    for (ORSet<String> a : states) {
      for (ORSet<String> b : states) {
        ORSet<String> ab = a.merge(b);
        for (ORSet<String> c : states) {
          assertThat(ab.merge(c)).isEqualTo(a.merge(b.merge(c)));
          assertThat(a.isAtMost(c) && b.isAtMost(c)).isEqualTo(ab.isAtMost(c));
          triples++;
        }
      }
    }

    assertThat(triples).isEqualTo(19_683);
  }

  @ParameterizedTest
  @MethodSource("elements")
  void allPairsMeetTheSpecification(List<String> elements) {
    List<ORSet<String>> states = states(elements);

    for (int a = 0; a < states.size(); a++) {
      for (int b = 0; b < states.size(); b++) {
        ORSet<String> x = states.get(a);
        ORSet<String> y = states.get(b);
        ORSet<String> joined = states.get(pointwise(a, b, Math::max));

        assertThat(x.merge(y)).isEqualTo(joined).hasSameHashCodeAs(joined);
        assertThat(x.isAtMost(y)).isEqualTo(joined.equals(y));
        assertThat(x.compare(y).reversed()).isEqualTo(y.compare(x));
        assertThat(x.equals(y)).isEqualTo(a == b);
        if (joined.equals(x)) {
          assertThat(x.merge(y)).isSameAs(x);
        } else if (joined.equals(y)) {
          assertThat(x.merge(y)).isSameAs(y);
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("elements")
  void theDeltaIsTheLeastStateThatLiftsTheBaseToTheJoin(List<String> elements) {
    List<ORSet<String>> states = states(elements);

    for (int base = 0; base < states.size(); base++) {
      for (int now = 0; now < states.size(); now++) {
        ORSet<String> from = states.get(base);
        ORSet<String> delta = states.get(now).deltaSince(from);
        ORSet<String> joined = from.merge(states.get(now));

        assertThat(delta)
            .isEqualTo(states.get(pointwise(now, base, (n, b) -> n > b ? n : UNKNOWN)));
        assertThat(delta.isAtMost(states.get(now))).isTrue();
        assertThat(from.merge(delta)).isEqualTo(joined);
        assertThat(states)
            .filteredOn(other -> from.merge(other).equals(joined))
            .allMatch(delta::isAtMost);
      }
    }
  }

  /** Returns the 27 states; the digits of a state's index to base 3 are the levels of its dots. */
  private static List<ORSet<String>> states(List<String> elements) {
    return IntStream.range(0, 27).mapToObj(index -> state(index, elements)).toList();
  }

  private static ORSet<String> state(int index, List<String> elements) {
    List<Dot> seen = new ArrayList<>();
    java.util.Map<String, List<Dot>> live = new java.util.TreeMap<>();
    for (int dot = 0; dot < DOTS.size(); dot++) {
      if (level(index, dot) != UNKNOWN) {
        seen.add(DOTS.get(dot));
      }
      if (level(index, dot) == LIVE) {
        live.computeIfAbsent(elements.get(dot), element -> new ArrayList<>()).add(DOTS.get(dot));
      }
    }
    ORSet.Builder<String> builder = ORSet.builder(CausalContext.of(seen.toArray(Dot[]::new)));
    live.forEach(builder::live);
    return builder.build();
  }

  private static int level(int index, int dot) {
    return index / (int) Math.pow(3, dot) % 3;
  }

  private static int pointwise(int a, int b, BinaryOperator<Integer> choice) {
    return IntStream.range(0, DOTS.size())
        .map(dot -> choice.apply(level(a, dot), level(b, dot)) * (int) Math.pow(3, dot))
        .sum();
  }
}
