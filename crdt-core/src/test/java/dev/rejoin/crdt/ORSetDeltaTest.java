package dev.rejoin.crdt;

import static dev.rejoin.crdt.Replicas.ANN;
import static dev.rejoin.crdt.Replicas.BEN;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ORSetDeltaTest {

  private final ORSet<String> base = ORSet.<String>empty().add(ANN, "milk").add(BEN, "milk");

  @Test
  void anAddDeltaCarriesTheSupersededDots() {
    ORSet<String> both = base.merge(ORSet.<String>empty().add(BEN, "milk"));

    ORSet<String> delta = both.add(ANN, "milk").deltaSince(both);

    assertThat(delta).hasToString("ORSet[milk]{A: 2, B: 1}");
    assertThat(both.merge(delta)).isEqualTo(both.add(ANN, "milk"));
  }

  @Test
  void aRemoveDeltaCarriesOnlyTheRemovedDots() {
    ORSet<String> list = base.add(ANN, "eggs").add(BEN, "tea");

    ORSet<String> delta = list.remove("tea").deltaSince(list);

    assertThat(delta).hasToString("ORSet[]{B: 2}");
    assertThat(list.merge(delta)).isEqualTo(list.remove("tea"));
  }

  @Test
  void aDeltaTellsNothingThatTheBaseKnows() {
    ORSet<String> ahead = base.add(BEN, "tea");

    assertThat(base.deltaSince(ahead)).isSameAs(ORSet.empty());
    assertThat(base.deltaSince(base)).isSameAs(ORSet.empty());
    assertThat(base.deltaSince(ORSet.empty())).isSameAs(base);
  }

  @Test
  void deltasOutOfOrderAndRepeatedThenTheFullState() {
    ORSet<String> added = base.add(ANN, "eggs");
    ORSet<String> removed = added.remove("eggs");
    ORSet<String> late = removed.deltaSince(added);
    ORSet<String> early = added.deltaSince(base);

    ORSet<String> outOfOrder = base.merge(late).merge(early).merge(late).merge(early);

    assertThat(base.merge(late)).containsExactly("milk");
    assertThat(outOfOrder).isEqualTo(removed);
    assertThat(outOfOrder.merge(removed)).isSameAs(outOfOrder);
  }

  @Test
  void aLostDeltaIsCuredByTheFullState() {
    ORSet<String> one = base.add(ANN, "eggs");
    ORSet<String> two = one.remove("milk");
    ORSet<String> three = two.add(ANN, "tea");

    ORSet<String> withoutTheSecond = base.merge(one.deltaSince(base)).merge(three.deltaSince(two));

    assertThat(withoutTheSecond.elements()).containsExactly("eggs", "milk", "tea");
    assertThat(withoutTheSecond.merge(three)).isEqualTo(three);
  }

  /** A delta that leaves a gap says nothing of the dots in it. */
  @Test
  void aGapInAContextIsNotSeen() {
    ORSet<String> one = ORSet.<String>empty().add(ANN, "milk");
    ORSet<String> two = one.add(ANN, "eggs");
    ORSet<String> three = two.add(ANN, "tea");
    ORSet<String> onlyTheThird = three.deltaSince(two);

    assertThat(onlyTheThird.context()).hasToString("{A: 3}");
    assertThat(two.merge(onlyTheThird)).isEqualTo(three);
    assertThat(onlyTheThird.merge(one).elements()).containsExactly("milk", "tea");
  }

  @Test
  void aDeltaSinceAConcurrentStateLiftsItToTheJoin() {
    ORSet<String> ann = base.add(ANN, "eggs").remove("milk");
    ORSet<String> ben = base.add(BEN, "milk").add(BEN, "tea");

    assertThat(ben.merge(ann.deltaSince(ben))).isEqualTo(ben.merge(ann));
    assertThat(ann.merge(ben.deltaSince(ann))).isEqualTo(ann.merge(ben));
    assertThat(ann.deltaSince(ben).isAtMost(ann)).isTrue();
  }
}
