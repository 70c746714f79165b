package dev.rejoin.crdt;

import static dev.rejoin.crdt.Replicas.A;
import static dev.rejoin.crdt.Replicas.ANN;
import static dev.rejoin.crdt.Replicas.BEN;
import static dev.rejoin.crdt.Replicas.missing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import org.junit.jupiter.api.Test;

class PNCounterTest {

  @Test
  void concurrentIncrementsAndDecrementsAllCount() {
    PNCounter base = PNCounter.empty().increment(ANN, 10);
    PNCounter ann = base.decrement(ANN, 4);
    PNCounter ben = base.decrement(BEN, 7).increment(BEN);

    assertThat(ann.merge(ben).value()).isZero();
    assertThat(ben.merge(ann)).isEqualTo(ann.merge(ben));
  }

  @Test
  void anOldCopyDoesNotUndoADecrement() {
    PNCounter old = PNCounter.empty().increment(ANN, 5);
    PNCounter now = old.decrement(ANN, 2);

    assertThat(now.merge(old)).isSameAs(now);
    assertThat(old.merge(now).value()).isEqualTo(3);
  }

  @Test
  void aBoundThatEachReplicaKeepsMayBePassedTogether() {
    PNCounter purse = PNCounter.empty().increment(ANN, 1);

    PNCounter merged = purse.decrement(ANN).merge(purse.decrement(BEN));

    assertThat(merged.value()).isEqualTo(-1);
  }

  @Test
  void aDeltaHoldsTheRaisedPartOnly() {
    PNCounter base = PNCounter.empty().increment(ANN, 5).decrement(BEN, 1);
    PNCounter now = base.decrement(BEN, 2);

    PNCounter delta = now.deltaSince(base);

    assertThat(delta).hasToString("PNCounter{+{}, -{B=3}}");
    assertThat(base.merge(delta)).isEqualTo(now);
    assertThat(now.deltaSince(now)).isSameAs(PNCounter.empty());
  }

  @Test
  void deltasOutOfOrderAndRepeatedGiveTheFullState() {
    PNCounter one = PNCounter.empty().increment(ANN, 1);
    PNCounter two = one.decrement(ANN, 3);
    PNCounter three = two.increment(ANN, 5);
    PNCounter late = three.deltaSince(two);
    PNCounter early = two.deltaSince(one);

    assertThat(one.merge(late).merge(early).merge(late)).isEqualTo(three);
  }

  @Test
  void partsAreConcurrentWhenEachSideIsAheadInOne() {
    PNCounter up = PNCounter.empty().increment(ANN);
    PNCounter down = PNCounter.empty().decrement(ANN);

    assertThat(up.compare(down)).isEqualTo(CausalOrder.CONCURRENT);
    assertThat(up.compare(up.merge(down))).isEqualTo(CausalOrder.BEFORE);
  }

  @Test
  void aThousandReplicasAtTheMaximumUpAndDownShowZero() {
    PNCounter full = PNCounter.of(GCounterTest.full(1025), GCounterTest.full(1025));

    assertThat(full.value()).isZero();
  }

  @Test
  void sumsPastALongAreRefusedInBothDirections() {
    PNCounter high = PNCounter.of(GCounterTest.full(1025), GCounter.empty());
    PNCounter low = PNCounter.of(GCounter.empty(), GCounterTest.full(1025));

    assertThatExceptionOfType(ArithmeticException.class)
        .isThrownBy(high::value)
        .withMessageEndingWith("was 9232379236109515775");
    assertThatExceptionOfType(ArithmeticException.class)
        .isThrownBy(low::value)
        .withMessageEndingWith("was -9232379236109515775");
  }

  @Test
  void amountsOutOfRangeAreRefused() {
    PNCounter full = PNCounter.empty().decrement(ANN, GCounter.MAX_COUNT);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> full.decrement(ANN, -1))
        .withMessage("amount must not be negative, was -1");
    assertThatExceptionOfType(ArithmeticException.class)
        .isThrownBy(() -> full.decrement(ANN))
        .withMessageStartingWith("count of replica A must not exceed 9007199254740991");
    assertThat(full.increment(ANN, GCounter.MAX_COUNT).value()).isZero();
  }

  @Test
  void incrementingByNothingChangesNothing() {
    PNCounter counter = PNCounter.empty().increment(ANN);

    assertThat(counter.increment(BEN, 0)).isSameAs(counter);
    assertThat(counter.decrement(BEN, 0)).isSameAs(counter);
  }

  @Test
  void partsAreShown() {
    PNCounter counter = PNCounter.empty().increment(ANN, 3).decrement(ANN).decrement(ANN);

    assertThat(counter.increments().count(A)).isEqualTo(3);
    assertThat(counter.decrements().count(A)).isEqualTo(2);
    assertThat(counter).hasToString("PNCounter{+{A=3}, -{A=2}}");
    assertThat(PNCounter.of(GCounter.empty(), GCounter.empty())).isSameAs(PNCounter.empty());
  }

  @Test
  void nullsAreRefused() {
    assertThatNullPointerException().isThrownBy(() -> PNCounter.empty().increment(missing()));
    assertThatNullPointerException().isThrownBy(() -> PNCounter.of(missing(), GCounter.empty()));
    assertThatNullPointerException().isThrownBy(() -> PNCounter.empty().merge(missing()));
  }
}
