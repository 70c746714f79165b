package dev.rejoin.crdt;

import static dev.rejoin.crdt.Replicas.A;
import static dev.rejoin.crdt.Replicas.ANN;
import static dev.rejoin.crdt.Replicas.B;
import static dev.rejoin.crdt.Replicas.BEN;
import static dev.rejoin.crdt.Replicas.CAT;
import static dev.rejoin.crdt.Replicas.dot;
import static dev.rejoin.crdt.Replicas.missing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.vavr.Tuple;
import java.math.BigDecimal;
import java.util.List;
import java.util.Spliterator;
import org.junit.jupiter.api.Test;

class ORSetTest {

  private final ORSet<String> milk = ORSet.<String>empty().add(ANN, "milk");

  @Test
  void concurrentAddWinsOverRemove() {
    ORSet<String> removed = milk.remove("milk");
    ORSet<String> added = milk.add(BEN, "milk");

    assertThat(removed.merge(added)).containsExactly("milk");
    assertThat(added.merge(removed)).isEqualTo(removed.merge(added));
  }

  @Test
  void aSecondAddOfAPresentElementWinsOverAConcurrentRemove() {
    ORSet<String> again = milk.add(ANN, "milk");
    ORSet<String> removed = milk.remove("milk");

    assertThat(again).isNotEqualTo(milk);
    assertThat(again.merge(removed)).containsExactly("milk");
    assertThat(removed.merge(again)).containsExactly("milk");
  }

  @Test
  void aRemovedElementStaysRemovedAfterMergingAnOlderCopy() {
    ORSet<String> removed = milk.remove("milk");

    assertThat(removed.merge(milk)).isSameAs(removed);
    assertThat(milk.merge(removed)).isSameAs(removed);
  }

  @Test
  void aReAddAfterRemoveSurvivesTheOldRemove() {
    ORSet<String> removed = milk.remove("milk");
    ORSet<String> readded = removed.add(ANN, "milk");

    assertThat(readded.merge(removed)).isSameAs(readded);
    assertThat(readded.merge(milk)).isSameAs(readded);
  }

  @Test
  void aRemoveTakesAwayOnlyTheAddsItHasSeen() {
    ORSet<String> both = milk.merge(ORSet.<String>empty().add(BEN, "milk"));
    ORSet<String> removedOne = milk.remove("milk");

    ORSet<String> merged = both.merge(removedOne);

    assertThat(merged).containsExactly("milk");
    merged.forEachLive((element, dots) -> assertThat(dots).containsExactly(dot(B, 1)));
  }

  /** Present on both sides under different dots, and removed on one: met in riak_dt, bug 82. */
  @Test
  void anElementOnBothSidesKeepsOnlyTheDotsThatNobodySawRemoved() {
    ORSet<String> ann = milk;
    ORSet<String> ben = ann.remove("milk").add(BEN, "milk");

    ORSet<String> merged = ann.merge(ben);

    assertThat(merged).isEqualTo(ben);
    assertThat(merged.remove("milk").merge(ann)).isEmpty();
    assertThat(ben.remove("milk").merge(ann)).isEmpty();
  }

  @Test
  void removesOnBothSidesAgree() {
    ORSet<String> ann = milk.add(ANN, "eggs").remove("milk");
    ORSet<String> ben = milk.remove("milk").add(BEN, "tea");

    assertThat(ann.merge(ben).elements()).containsExactly("eggs", "tea");
  }

  @Test
  void anEditThatChangesNothingReturnsTheSameSet() {
    assertThat(milk.remove("tea")).isSameAs(milk);
    assertThat(milk.removeAll(List.of("tea", "eggs"))).isSameAs(milk);
    assertThat(milk.addAll(ANN, List.of())).isSameAs(milk);
    assertThat(ORSet.<String>empty().clear()).isSameAs(ORSet.empty());
    ORSet<String> cleared = milk.clear();
    assertThat(cleared.clear()).isSameAs(cleared);
  }

  @Test
  void bulkEditsAreTheSumOfTheirEdits() {
    ORSet<String> all = ORSet.<String>empty().addAll(ANN, List.of("milk", "eggs", "tea"));

    assertThat(all)
        .isEqualTo(ORSet.<String>empty().add(ANN, "milk").add(ANN, "eggs").add(ANN, "tea"));
    assertThat(all.removeAll(List.of("milk", "tea"))).containsExactly("eggs");
    assertThat(all.clear()).isEqualTo(all.removeAll(all)).isEmpty();
  }

  @Test
  void clearRemovesWhatItHasSeen() {
    ORSet<String> cleared = milk.clear();
    ORSet<String> added = milk.add(BEN, "eggs");

    assertThat(cleared.merge(added)).containsExactly("eggs");
  }

  @Test
  void equalElementsUnderDifferentDotsAreDifferentStates() {
    ORSet<String> other = ORSet.<String>empty().add(BEN, "milk");

    assertThat(milk.elements()).isEqualTo(other.elements());
    assertThat(milk).isNotEqualTo(other);
    assertThat(milk.compare(other)).isEqualTo(CausalOrder.CONCURRENT);
  }

  @Test
  void everyEditGoesUp() {
    ORSet<String> removed = milk.remove("milk");

    assertThat(ORSet.<String>empty().compare(milk)).isEqualTo(CausalOrder.BEFORE);
    assertThat(milk.compare(removed)).isEqualTo(CausalOrder.BEFORE);
    assertThat(removed.compare(milk)).isEqualTo(CausalOrder.AFTER);
    assertThat(milk.compare(ORSet.<String>empty().add(ANN, "milk"))).isEqualTo(CausalOrder.EQUAL);
  }

  @Test
  void queriesAnswerFromTheState() {
    ORSet<String> set = milk.add(BEN, "eggs").add(CAT, "tea").remove("tea");

    assertThat(set.contains("milk")).isTrue();
    assertThat(set.contains("tea")).isFalse();
    assertThat(set.size()).isEqualTo(2);
    assertThat(set.isEmpty()).isFalse();
    assertThat(set.stream()).containsExactlyInAnyOrder("milk", "eggs");
    assertThat(set.elements()).containsExactly("eggs", "milk");
    assertThat(set.context()).hasToString("{A: 1, B: 1, C: 1}");
    assertThat(set).hasToString("ORSet[eggs, milk]{A: 1, B: 1, C: 1}");
  }

  @Test
  void nullsAreRefused() {
    assertThatNullPointerException()
        .isThrownBy(() -> milk.add(ANN, missing()))
        .withMessage("element");
    assertThatNullPointerException().isThrownBy(() -> milk.add(missing(), "tea"));
    assertThatNullPointerException()
        .isThrownBy(() -> milk.remove(missing()))
        .withMessage("element");
    assertThatNullPointerException().isThrownBy(() -> milk.contains(missing()));
    assertThatNullPointerException().isThrownBy(() -> milk.merge(missing()));
    assertThatNullPointerException().isThrownBy(() -> ORSet.builder(missing()));
    assertThatNullPointerException().isThrownBy(() -> ORSet.builderUnder(missing()));
  }

  @Test
  void theNextDotIsAboveGaps() {
    ORSet<String> delta = milk.add(ANN, "eggs").add(ANN, "tea").deltaSince(milk.add(ANN, "eggs"));

    ORSet<String> edited = delta.add(ANN, "jam");

    assertThat(delta.context()).hasToString("{A: 3}");
    edited.forEachLive(
        (element, dots) -> {
          if (element.equals("jam")) {
            assertThat(dots).containsExactly(dot(A, 4));
          }
        });
  }

  @Test
  void elementsThatCompareAsEqualAreAllHandedOut() {
    ORSet<BigDecimal> set =
        ORSet.<BigDecimal>empty().add(ANN, new BigDecimal("1.0")).add(ANN, new BigDecimal("1.00"));

    assertThat(set.elements())
        .containsExactlyInAnyOrder(new BigDecimal("1.0"), new BigDecimal("1.00"));
  }

  @Test
  void elementsOfAnyMixtureAreHandedOut() {
    ORSet<Object> mixed = ORSet.<Object>empty().addAll(ANN, List.of(1, "a", List.of()));
    ORSet<Object> tuples =
        ORSet.<Object>empty().addAll(ANN, List.of(Tuple.of("a"), Tuple.of(1), Tuple.of(List.of())));

    assertThat(mixed.elements()).containsExactlyInAnyOrder(1, "a", List.of());
    assertThat(tuples.elements())
        .containsExactlyInAnyOrder(Tuple.of("a"), Tuple.of(1), Tuple.of(List.of()));
  }

  @Test
  void theStreamKnowsItsSizeAndNoOrder() {
    ORSet<String> set = ORSet.<String>empty().addAll(ANN, List.of("pear", "apple", "fig", "Kiwi"));

    assertThat(set.stream().sorted()).containsExactly("Kiwi", "apple", "fig", "pear");
    assertThat(set.spliterator().getExactSizeIfKnown()).isEqualTo(4);
    assertThat(set.spliterator().hasCharacteristics(Spliterator.DISTINCT)).isTrue();
  }

  @Test
  void theTextIsInOrderWhateverTheHashCodes() {
    ORSet<String> set = ORSet.<String>empty().addAll(ANN, List.of("pear", "apple", "fig", "Kiwi"));

    assertThat(set).hasToString("ORSet[Kiwi, apple, fig, pear]{A: 1-4}");
    assertThat(set.iterator()).toIterable().isNotEqualTo(List.of("Kiwi", "apple", "fig", "pear"));
  }

  /** A sorted vavr set could not be mapped to what has no order. */
  @Test
  void elementsCanBeMappedToAnything() {
    ORSet<String> set = ORSet.<String>empty().addAll(ANN, List.of("tea", "milk"));

    assertThat(set.elements().map(List::of)).containsExactly(List.of("milk"), List.of("tea"));
    assertThat(set.elements()).containsExactly("milk", "tea");
  }
}
