package dev.rejoin.crdt;

import static dev.rejoin.crdt.Replicas.A;
import static dev.rejoin.crdt.Replicas.ANN;
import static dev.rejoin.crdt.Replicas.BEN;
import static dev.rejoin.crdt.Replicas.dot;
import static dev.rejoin.crdt.Replicas.missing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import dev.rejoin.crdt.CausalCounter.Amounts;
import org.junit.jupiter.api.Test;

class CausalCounterTest {

  private static final long MAX = CausalCounter.MAX_COUNT;

  private final CausalCounter five = CausalCounter.empty().increment(ANN, 5);

  @Test
  void concurrentEditsAllCount() {
    CausalCounter up = five.increment(ANN, 2);
    CausalCounter down = five.decrement(BEN);

    assertThat(up.merge(down).value()).isEqualTo(6);
    assertThat(down.merge(up)).isEqualTo(up.merge(down));
  }

  @Test
  void aResetTakesAwayAllThatItHasSeen() {
    CausalCounter reset = five.decrement(BEN, 2).reset();

    assertThat(reset.value()).isZero();
    assertThat(reset.merge(five)).isSameAs(reset);
    assertThat(reset.merge(five.decrement(BEN, 2))).isSameAs(reset);
  }

  @Test
  void anotherReplicasConcurrentEditSurvivesAReset() {
    assertThat(five.reset().merge(five.increment(BEN)).value()).isEqualTo(1);
  }

  /** The danger that the Javadoc names: the edit carries the sums of its replica. */
  @Test
  void aConcurrentEditBringsBackWhatItsReplicaHadCounted() {
    CausalCounter reset = five.reset();
    CausalCounter six = five.increment(ANN);

    assertThat(reset.merge(six).value()).isEqualTo(6);
  }

  @Test
  void countingGoesOnFromZeroAfterAReset() {
    CausalCounter counted = five.reset().increment(ANN, 2).decrement(ANN);

    assertThat(counted.value()).isEqualTo(1);
    assertThat(counted.merge(five)).isSameAs(counted);
  }

  @Test
  void anEditThatChangesNothingReturnsTheSameCounter() {
    CausalCounter reset = five.reset();

    assertThat(five.increment(ANN, 0)).isSameAs(five);
    assertThat(five.decrement(BEN, 0)).isSameAs(five);
    assertThat(reset.reset()).isSameAs(reset);
    assertThat(CausalCounter.empty().reset()).isSameAs(CausalCounter.empty());
  }

  @Test
  void nothingIsKeptOfEarlierEditsAndOfResets() {
    CausalCounter counted = five.increment(ANN).increment(ANN).increment(BEN).reset();
    int[] live = {0};

    counted.increment(ANN).increment(ANN).forEachLive((dot, amounts) -> live[0]++);

    assertThat(live[0]).isEqualTo(1);
    assertThat(counted).hasToString("CausalCounter[0]{A: 1-3, B: 1}");
  }

  @Test
  void aDeltaCarriesTheNewSumsAndTheDotThatTheyReplace() {
    CausalCounter six = five.increment(ANN);

    assertThat(six.deltaSince(five)).hasToString("CausalCounter[6]{A: 1-2}");
    assertThat(five.merge(six.deltaSince(five))).isEqualTo(six);
    assertThat(five.reset().deltaSince(five)).hasToString("CausalCounter[0]{A: 1}");
    assertThat(six.deltaSince(six)).isSameAs(CausalCounter.empty());
  }

  /** Deltas that left out one between them would count the first edit twice. */
  @Test
  void aGapBetweenDeltasCountsNothingTwice() {
    CausalCounter six = five.increment(ANN);
    CausalCounter seven = six.increment(ANN);

    CausalCounter gap = five.merge(seven.deltaSince(six));

    assertThat(gap.value()).isEqualTo(7);
    assertThat(gap.merge(seven)).isEqualTo(seven);
  }

  @Test
  void sumsAreExactBeyondTheRangeOfALong() {
    CausalCounter many = CausalCounter.empty();
    for (int i = 0; i < 1025; i++) {
      Author author = Replicas.at(ReplicaId.of("r" + i), Replicas.NOON);
      many = many.merge(CausalCounter.empty().increment(author, MAX));
    }
    CausalCounter tooMany = many;
    for (int i = 0; i < 1025; i++) {
      many = many.decrement(Replicas.at(ReplicaId.of("r" + i), Replicas.NOON), MAX);
    }

    assertThat(many.value()).isZero();
    assertThatExceptionOfType(ArithmeticException.class)
        .isThrownBy(tooMany::value)
        .withMessage(
            "value of the counter must lie in -9223372036854775808 to 9223372036854775807,"
                + " was 9232379236109515775");
    assertThat(tooMany.toString()).startsWith("CausalCounter[9232379236109515775]");
  }

  @Test
  void amountsOutOfRangeAreRefused() {
    CausalCounter full = CausalCounter.empty().increment(ANN, MAX);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> five.increment(ANN, -3))
        .withMessage("amount must not be negative, was -3");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> five.decrement(ANN, -3))
        .withMessage("amount must not be negative, was -3");
    assertThatExceptionOfType(ArithmeticException.class)
        .isThrownBy(() -> full.increment(ANN))
        .withMessage(
            "count of replica A must not exceed 9007199254740991, was 9007199254740991 + 1");
    assertThat(full.reset().increment(ANN).value()).isEqualTo(1);
    assertThat(full.decrement(ANN, MAX).value()).isZero();
  }

  @Test
  void aStateTakenApartIsPutTogetherAgain() {
    CausalCounter counter = five.decrement(BEN, 2).decrement(ANN);
    CausalCounter.Builder builder = CausalCounter.builder(counter.context());

    counter.forEachLive(builder::live);

    assertThat(builder.build()).isEqualTo(counter);
    assertThat(CausalCounter.builder(CausalContext.empty()).build())
        .isSameAs(CausalCounter.empty());
  }

  @Test
  void whatNoHistoryReachesIsRefused() {
    CausalCounter.Builder builder = CausalCounter.builder(five.context());

    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder.live(dot(A, 1), new Amounts(0, 0)))
        .withMessage("a live dot must carry an amount above zero, but A:1 carries none");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Amounts(-1, 0))
        .withMessage("increments of a replica must lie in 0 to 9007199254740991, were -1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Amounts(0, MAX + 1))
        .withMessage(
            "decrements of a replica must lie in 0 to 9007199254740991, were 9007199254740992");
  }

  @Test
  void nullsAreRefused() {
    assertThatNullPointerException().isThrownBy(() -> five.increment(missing(), 1));
    assertThatNullPointerException().isThrownBy(() -> five.merge(missing()));
  }
}
