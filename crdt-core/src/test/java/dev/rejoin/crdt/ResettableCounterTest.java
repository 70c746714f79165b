package dev.rejoin.crdt;

import static dev.rejoin.crdt.Replicas.A;
import static dev.rejoin.crdt.Replicas.ANN;
import static dev.rejoin.crdt.Replicas.BEN;
import static dev.rejoin.crdt.Replicas.missing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ResettableCounterTest {

  private final ResettableCounter five = ResettableCounter.empty().increment(ANN, 5);

  @Test
  void aResetTakesAwayExactlyWhatItHasSeen() {
    ResettableCounter reset = five.decrement(BEN).reset();
    ResettableCounter more = five.increment(ANN, 2).decrement(BEN).decrement(BEN);

    assertThat(reset.value()).isZero();
    assertThat(reset.merge(more).value()).isEqualTo(1);
    assertThat(more.merge(reset)).isEqualTo(reset.merge(more));
  }

  @Test
  void concurrentResetsTakeAwayOnce() {
    ResettableCounter ann = five.increment(ANN).reset();
    ResettableCounter ben = five.increment(BEN, 3).reset().increment(BEN);

    assertThat(ann.merge(ben).value()).isEqualTo(1);
    assertThat(ann.merge(ben).merge(five)).isEqualTo(ben.merge(ann));
  }

  @Test
  void aStaleCopyDoesNotUndoAReset() {
    ResettableCounter reset = five.reset();

    assertThat(reset.merge(five)).isSameAs(reset);
    assertThat(five.merge(reset)).isSameAs(reset);
    assertThat(five.compare(reset)).isEqualTo(CausalOrder.BEFORE);
  }

  @Test
  void countingGoesOnAfterAReset() {
    ResettableCounter again = five.reset().increment(ANN, 2).decrement(ANN);

    assertThat(again.value()).isEqualTo(1);
    assertThat(again.merge(five).value()).isEqualTo(1);
    assertThat(again.reset().value()).isZero();
  }

  @Test
  void anEditThatChangesNothingReturnsTheSameCounter() {
    ResettableCounter reset = five.reset();

    assertThat(reset.reset()).isSameAs(reset);
    assertThat(ResettableCounter.empty().reset()).isSameAs(ResettableCounter.empty());
    assertThat(five.increment(BEN, 0)).isSameAs(five);
    assertThat(five.decrement(BEN, 0)).isSameAs(five);
  }

  @Test
  void aResetAtZeroIsAnEdit() {
    ResettableCounter zero = five.decrement(BEN, 5);

    assertThat(zero.value()).isZero();
    assertThat(zero.reset()).isNotEqualTo(zero);
    assertThat(zero.reset().merge(five.increment(ANN)).value()).isEqualTo(1);
  }

  @Test
  void aDeltaHoldsWhatWasCountedOrReset() {
    ResettableCounter base = five.increment(BEN, 2);
    ResettableCounter counted = base.increment(BEN);
    ResettableCounter reset = base.reset();

    assertThat(counted.deltaSince(base))
        .hasToString("ResettableCounter{+{B=3}, -{}; floor +{}, -{}}");
    assertThat(base.decrement(BEN).reset().deltaSince(reset))
        .hasToString("ResettableCounter{+{}, -{B=1}; floor +{}, -{B=1}}");
    assertThat(counted.merge(reset.deltaSince(base)).value()).isEqualTo(1);
    assertThat(base.deltaSince(reset)).isSameAs(ResettableCounter.empty());
  }

  @Test
  void aDeltaOfAResetThatArrivesBeforeWhatItSawShowsNoNegativeValue() {
    ResettableCounter more = five.increment(ANN, 3);
    ResettableCounter reset = more.reset();

    ResettableCounter early = five.merge(reset.deltaSince(more));

    assertThat(early.value()).isZero();
    assertThat(early.merge(more)).isEqualTo(reset);
  }

  @Test
  void aThousandReplicasAtTheMaximumUpAndDownShowZero() {
    PNCounter full = PNCounter.of(GCounterTest.full(1025), GCounterTest.full(1025));
    ResettableCounter counter = ResettableCounter.of(full, PNCounter.empty());

    assertThat(counter.value()).isZero();
    assertThat(counter.reset().value()).isZero();
    assertThat(ResettableCounter.of(full, PNCounter.of(GCounter.empty(), full.decrements())))
        .extracting(ResettableCounter::counted)
        .isSameAs(full);
  }

  @Test
  void sumsPastALongAreRefusedInBothDirections() {
    PNCounter full = PNCounter.of(GCounterTest.full(1025), GCounterTest.full(1025));
    PNCounter downs = PNCounter.of(GCounter.empty(), full.decrements());
    PNCounter ups = PNCounter.of(full.increments(), GCounter.empty());

    assertThatExceptionOfType(ArithmeticException.class)
        .isThrownBy(() -> ResettableCounter.of(full, downs).value())
        .withMessageEndingWith("was 9232379236109515775");
    assertThatExceptionOfType(ArithmeticException.class)
        .isThrownBy(() -> ResettableCounter.of(full, ups).value())
        .withMessageEndingWith("was -9232379236109515775");
  }

  @Test
  void amountsOutOfRangeAreRefused() {
    ResettableCounter full = ResettableCounter.empty().increment(ANN, GCounter.MAX_COUNT).reset();

    assertThatIllegalArgumentException()
        .isThrownBy(() -> full.increment(ANN, -1))
        .withMessage("amount must not be negative, was -1");
    assertThatExceptionOfType(ArithmeticException.class)
        .isThrownBy(() -> full.increment(ANN))
        .withMessageStartingWith("count of replica A must not exceed 9007199254740991");
    assertThat(full.decrement(ANN, GCounter.MAX_COUNT).value()).isEqualTo(-GCounter.MAX_COUNT);
  }

  @Test
  void moreResetThanCountedIsRefused() {
    PNCounter three = PNCounter.of(GCounter.of(Map.of(A, 3L)), GCounter.empty());
    PNCounter two = PNCounter.of(GCounter.of(Map.of(A, 2L)), GCounter.empty());

    assertThatIllegalArgumentException()
        .isThrownBy(() -> ResettableCounter.of(two, three))
        .withMessage(
            "what was reset must be at most what was counted,"
                + " but PNCounter{+{A=3}, -{}} is not at most PNCounter{+{A=2}, -{}}");
    assertThat(ResettableCounter.of(three, two).value()).isEqualTo(1);
    assertThat(ResettableCounter.of(PNCounter.empty(), PNCounter.empty()))
        .isSameAs(ResettableCounter.empty());
  }

  @Test
  void partsAreShown() {
    ResettableCounter counter = five.reset().decrement(BEN);

    assertThat(counter.counted().increments().count(A)).isEqualTo(5);
    assertThat(counter.floor().increments().count(A)).isEqualTo(5);
    assertThat(counter).hasToString("ResettableCounter{+{A=5}, -{B=1}; floor +{A=5}, -{}}");
  }

  @Test
  void nullsAreRefused() {
    assertThatNullPointerException().isThrownBy(() -> five.increment(missing()));
    assertThatNullPointerException().isThrownBy(() -> five.decrement(missing(), 0));
    assertThatNullPointerException().isThrownBy(() -> five.merge(missing()));
    assertThatNullPointerException()
        .isThrownBy(() -> ResettableCounter.of(PNCounter.empty(), missing()));
  }
}
