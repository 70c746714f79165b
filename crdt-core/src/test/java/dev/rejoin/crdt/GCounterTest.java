package dev.rejoin.crdt;

import static dev.rejoin.crdt.Replicas.A;
import static dev.rejoin.crdt.Replicas.ANN;
import static dev.rejoin.crdt.Replicas.B;
import static dev.rejoin.crdt.Replicas.BEN;
import static dev.rejoin.crdt.Replicas.C;
import static dev.rejoin.crdt.Replicas.missing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GCounterTest {

  @Test
  void concurrentIncrementsAllCount() {
    GCounter ann = GCounter.empty().increment(ANN, 3);
    GCounter ben = GCounter.empty().increment(BEN).increment(BEN);

    assertThat(ann.merge(ben).value()).isEqualTo(5);
    assertThat(ben.merge(ann)).isEqualTo(ann.merge(ben));
  }

  @Test
  void aStaleCopyChangesNothing() {
    GCounter old = GCounter.empty().increment(ANN, 3);
    GCounter now = old.increment(ANN, 4);

    assertThat(now.merge(old)).isSameAs(now);
    assertThat(old.merge(now)).isSameAs(now);
  }

  @Test
  void aDeltaHoldsTheNewCountsNotTheIncrements() {
    GCounter base = GCounter.empty().increment(ANN, 3).increment(BEN, 2);
    GCounter now = base.increment(ANN, 4);

    GCounter delta = now.deltaSince(base);

    assertThat(delta.counts().toJavaMap()).isEqualTo(Map.of(A, 7L));
    assertThat(base.merge(delta).merge(delta)).isEqualTo(now);
  }

  @Test
  void deltasOutOfOrderAndRepeatedGiveTheFullState() {
    GCounter one = GCounter.empty().increment(ANN, 1);
    GCounter two = one.increment(ANN, 1);
    GCounter three = two.increment(BEN, 5);
    GCounter late = three.deltaSince(two);
    GCounter early = two.deltaSince(one);

    assertThat(one.merge(late).merge(early).merge(late)).isEqualTo(three);
  }

  @Test
  void aZeroEntryEqualsAMissingEntry() {
    GCounter zero = GCounter.of(Map.of(A, 0L, B, 2L));
    GCounter missing = GCounter.of(Map.of(B, 2L));

    assertThat(zero).isEqualTo(missing).hasSameHashCodeAs(missing).hasToString("GCounter{B=2}");
    assertThat(GCounter.of(Map.of(C, 0L))).isSameAs(GCounter.empty());
  }

  @Test
  void incrementingByNothingChangesNothing() {
    GCounter counter = GCounter.empty().increment(ANN);

    assertThat(counter.increment(ANN, 0)).isSameAs(counter);
    assertThat(counter.increment(BEN, 0)).isSameAs(counter);
  }

  @Test
  void negativeAmountsAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> GCounter.empty().increment(ANN, -3))
        .withMessage("amount must not be negative, was -3");
  }

  @Test
  void countsPastTheGreatestAreRefused() {
    GCounter full = GCounter.empty().increment(ANN, GCounter.MAX_COUNT);

    assertThat(full.value()).isEqualTo(9_007_199_254_740_991L);
    assertThatExceptionOfType(ArithmeticException.class)
        .isThrownBy(() -> full.increment(ANN, 2))
        .withMessage(
            "count of replica A must not exceed 9007199254740991, was 9007199254740991 + 2");
    assertThatExceptionOfType(ArithmeticException.class)
        .isThrownBy(() -> full.increment(ANN, Long.MAX_VALUE));
  }

  @Test
  void sumsPastALongAreRefused() {
    GCounter most = full(1024);
    GCounter tooMuch = full(1025);

    assertThat(most.value()).isEqualTo(1024 * GCounter.MAX_COUNT);
    assertThatExceptionOfType(ArithmeticException.class)
        .isThrownBy(tooMuch::value)
        .withMessage(
            "value of the counter must lie in -9223372036854775808 to 9223372036854775807,"
                + " was 9232379236109515775");
  }

  @Test
  void countsAreShownPerReplica() {
    GCounter counter = GCounter.empty().increment(BEN, 2).increment(ANN, 1);

    assertThat(counter.count(B)).isEqualTo(2);
    assertThat(counter.count(C)).isZero();
    assertThat(counter).hasToString("GCounter{A=1, B=2}");
  }

  @Test
  void nullsAreRefused() {
    assertThatNullPointerException().isThrownBy(() -> GCounter.empty().increment(missing()));
    assertThatNullPointerException().isThrownBy(() -> GCounter.empty().count(missing()));
    assertThatNullPointerException().isThrownBy(() -> GCounter.of(missing()));
    assertThatNullPointerException().isThrownBy(() -> GCounter.empty().merge(missing()));
  }

  static GCounter full(int replicas) {
    return GCounter.of(
        IntStream.range(0, replicas)
            .boxed()
            .collect(Collectors.toMap(i -> ReplicaId.of("r" + i), i -> GCounter.MAX_COUNT)));
  }
}
