package dev.rejoin.crdt;

import static dev.rejoin.crdt.Replicas.missing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.util.ArrayList;
import java.util.List;
import java.util.Spliterator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GSetTest {

  private final GSet<String> milk = GSet.<String>empty().add("milk");

  @Test
  void whatWasAddedAnywhereIsThere() {
    GSet<String> ann = milk.add("eggs");
    GSet<String> ben = milk.add("tea").add("eggs");

    assertThat(ann.merge(ben).elements()).containsExactly("eggs", "milk", "tea");
    assertThat(ben.merge(ann)).isEqualTo(ann.merge(ben));
  }

  @Test
  void anElementIsThereOnceHoweverOftenItIsAdded() {
    GSet<String> again = milk.add(new String("milk"));

    assertThat(again).isSameAs(milk);
    assertThat(milk.addAll(List.of("milk", "milk"))).isSameAs(milk);
    assertThat(milk.addAll(List.of())).isSameAs(milk);
  }

  @Test
  void aStaleCopyChangesNothing() {
    GSet<String> now = milk.add("eggs");

    assertThat(now.merge(milk)).isSameAs(now);
    assertThat(milk.merge(now)).isSameAs(now);
  }

  @Test
  void aDeltaHoldsTheNewElementsOnly() {
    GSet<String> now = milk.addAll(List.of("eggs", "tea"));

    GSet<String> delta = now.deltaSince(milk);

    assertThat(delta).hasToString("GSet[eggs, tea]");
    assertThat(milk.merge(delta).merge(delta)).isEqualTo(now);
    assertThat(milk.deltaSince(now)).isSameAs(GSet.empty());
    assertThat(now.deltaSince(GSet.<String>empty().add("jam"))).isSameAs(now);
  }

  @Test
  void statesAreOrderedByWhatTheyHold() {
    GSet<String> eggs = GSet.<String>empty().add("eggs");
    GSet<String> both = milk.merge(eggs);

    assertThat(milk.compare(eggs)).isEqualTo(CausalOrder.CONCURRENT);
    assertThat(milk.compare(both)).isEqualTo(CausalOrder.BEFORE);
    assertThat(both.compare(eggs)).isEqualTo(CausalOrder.AFTER);
    assertThat(both.compare(eggs.add("milk"))).isEqualTo(CausalOrder.EQUAL);
  }

  @Test
  void equalSetsAreEqualInWhateverOrderTheyGrew() {
    List<Integer> numbers = IntStream.range(0, 1000).boxed().toList();
    GSet<Integer> up = GSet.<Integer>empty().addAll(numbers);
    GSet<Integer> down = GSet.empty();
    for (int i = 999; i >= 0; i--) {
      down = down.add(i);
    }

    assertThat(down).isEqualTo(up).hasSameHashCodeAs(up);
    assertThat(down.elements()).containsExactlyElementsOf(numbers);
  }

  @Test
  void queriesAnswerFromTheState() {
    GSet<String> set = milk.add("tea");

    assertThat(set.contains("milk")).isTrue();
    assertThat(set.contains("eggs")).isFalse();
    assertThat(set.size()).isEqualTo(2);
    assertThat(set.isEmpty()).isFalse();
    assertThat(GSet.empty().isEmpty()).isTrue();
    assertThat(set.stream()).containsExactlyInAnyOrder("milk", "tea");
    assertThat(set.spliterator().getExactSizeIfKnown()).isEqualTo(2);
    assertThat(set.spliterator().hasCharacteristics(Spliterator.DISTINCT)).isTrue();
    assertThat(set).hasToString("GSet[milk, tea]");
  }

  @Test
  void changesAreToldBetweenAnyTwoStates() {
    GSet<String> now = milk.add("tea");
    GSet<String> unrelated = GSet.<String>empty().add("jam");

    assertThat(told(milk, now)).containsExactly("+tea");
    assertThat(told(now, now)).isEmpty();
    assertThat(told(unrelated, now)).containsExactlyInAnyOrder("+milk", "+tea", "-jam");
    assertThat(told(now, GSet.empty())).containsExactlyInAnyOrder("-milk", "-tea");
  }

  private static List<String> told(GSet<String> before, GSet<String> now) {
    List<String> told = new ArrayList<>();
    now.changesFrom(before, element -> told.add("+" + element), element -> told.add("-" + element));
    return told;
  }

  @Test
  void nullsAreRefused() {
    assertThatNullPointerException().isThrownBy(() -> milk.add(missing())).withMessage("element");
    assertThatNullPointerException().isThrownBy(() -> milk.contains(missing()));
    assertThatNullPointerException().isThrownBy(() -> milk.merge(missing()));
    assertThatNullPointerException().isThrownBy(() -> milk.deltaSince(missing()));
    assertThatNullPointerException()
        .isThrownBy(() -> milk.changesFrom(milk, missing(), element -> {}))
        .withMessage("added");
    assertThatNullPointerException()
        .isThrownBy(() -> milk.changesFrom(milk, element -> {}, missing()))
        .withMessage("removed");
  }
}
