package dev.rejoin.crdt;

import static dev.rejoin.crdt.Replicas.A;
import static dev.rejoin.crdt.Replicas.stamp;
import static org.assertj.core.api.Assertions.assertThat;

import io.vavr.Tuple;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Different values under one timestamp: an id was used twice, and still all replicas agree. */
class LWWRegisterTieTest {

  static Stream<Arguments> threeTiedValuesAndTheFirst() {
    BigDecimal one = new BigDecimal("1.0");
    BigDecimal sameOne = new BigDecimal("1.00");
    return Stream.of(
        Arguments.of(List.of(one, sameOne, new BigDecimal("2")), one),
        Arguments.of(List.of("tea", "coffee", "cocoa"), "cocoa"),
        Arguments.of(List.of(List.of(2), List.of(1, 2), List.of()), List.of(1, 2)),
        Arguments.of(List.of("tea", 7, 10), 7),
        Arguments.of(List.of("tea", 7, List.of()), 7),
        Arguments.of(List.of(List.of("z"), Set.of(), Optional.of("a")), Optional.of("a")),
        Arguments.of(List.of(Tuple.of(Set.of()), Tuple.of(List.of()), Tuple.of(1)), Tuple.of(1)));
  }

  @ParameterizedTest
  @MethodSource("threeTiedValuesAndTheFirst")
  void threeTiedValuesMergeAlikeInEveryOrder(List<Object> values, Object first) {
    Set<LWWRegister<Object>> results = new HashSet<>();
    Set<Object> shown = new HashSet<>();
    for (List<Object> order : orders(values)) {
      LWWRegister<Object> a = tied(order.get(0));
      LWWRegister<Object> b = tied(order.get(1));
      LWWRegister<Object> c = tied(order.get(2));

      for (LWWRegister<Object> merged : List.of(a.merge(b).merge(c), a.merge(b.merge(c)))) {
        results.add(merged);
        shown.add(merged.value().get());
        assertThat(merged.tied()).containsExactlyInAnyOrderElementsOf(values);
        assertThat(merged.merge(a)).isSameAs(merged);
        assertThat(a.isAtMost(merged)).isTrue();
      }
    }

    assertThat(results).hasSize(1);
    assertThat(shown).hasSize(1);
    assertThat(shown.iterator().next()).isEqualTo(first);
  }

  @Test
  void equalListsOfDifferentClassesAreShownAlike() {
    LWWRegister<List<Integer>> here = pair(List.of(1), new ArrayList<>(List.of(2)));
    LWWRegister<List<Integer>> there = pair(new ArrayList<>(List.of(1)), Arrays.asList(2));

    assertThat(here).isEqualTo(there).hasSameHashCodeAs(there);
    assertThat(here.value()).isEqualTo(there.value());
  }

  @Test
  void aDeltaHoldsTheTiedValuesThatTheBaseLacks() {
    LWWRegister<Object> both = tied("tea").merge(tied("coffee"));

    assertThat(both.deltaSince(tied("tea"))).isEqualTo(tied("coffee"));
    assertThat(tied("tea").merge(both.deltaSince(tied("tea")))).isEqualTo(both);
    assertThat(tied("tea").deltaSince(both)).isSameAs(LWWRegister.empty());
    assertThat(tied("tea").compare(tied("coffee"))).isEqualTo(CausalOrder.CONCURRENT);
  }

  @Test
  void aValueAloneIsNotTurnedIntoText() {
    Object silent =
        new Object() {
          @Override
          public String toString() {
            throw new AssertionError("a value alone needs no order");
          }
        };

    assertThat(tied(silent).tied()).hasSize(1);
    assertThat(LWWMap.<String, Object>empty().put(Replicas.ANN, "k", silent).tied("k")).hasSize(1);
  }

  @Test
  void theNextAssignmentEndsATie() {
    LWWRegister<Object> both = tied("tea").merge(tied("coffee"));

    LWWRegister<Object> settled = both.assign(Replicas.BEN, "tea");

    assertThat(settled.tied()).containsExactly("tea");
    assertThat(settled.merge(both)).isSameAs(settled);
  }

  private static LWWRegister<Object> tied(Object value) {
    return LWWRegister.of(stamp(1, A), List.of(value));
  }

  private static <T> LWWRegister<T> pair(T first, T second) {
    return LWWRegister.of(stamp(1, A), List.of(first, second));
  }

  private static List<List<Object>> orders(List<Object> three) {
    return io.vavr.collection.List.ofAll(three)
        .permutations()
        .map(order -> order.asJava())
        .asJava();
  }

  @Test
  void tiedValuesGivenInAnyOrderAreShownInOne() {
    LWWRegister<String> given = LWWRegister.of(stamp(1, A), List.of("tea", "coffee"));

    assertThat(given.value()).containsExactly("coffee");
    assertThat(given.tied()).containsExactly("coffee", "tea");
  }

  @Test
  void aTextThatThrowsIsNoReasonForAMergeToThrow() {
    LWWRegister<Object> both = tied(new Mute(1)).merge(tied(new Mute(2)));

    assertThat(both.tied()).hasSize(2);
    assertThat(both).isEqualTo(tied(new Mute(2)).merge(tied(new Mute(1))));
    assertThat(both.value()).isEqualTo(tied(new Mute(2)).merge(tied(new Mute(1))).value());
  }

  private record Mute(int id) {
    @Override
    public String toString() {
      throw new UnsupportedOperationException("no text today");
    }
  }
}
