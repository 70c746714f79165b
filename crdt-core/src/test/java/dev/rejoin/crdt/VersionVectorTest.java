package dev.rejoin.crdt;

import static dev.rejoin.crdt.Replicas.A;
import static dev.rejoin.crdt.Replicas.ANN;
import static dev.rejoin.crdt.Replicas.B;
import static dev.rejoin.crdt.Replicas.BEN;
import static dev.rejoin.crdt.Replicas.C;
import static dev.rejoin.crdt.Replicas.dot;
import static dev.rejoin.crdt.Replicas.missing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VersionVectorTest {

  @Test
  void aZeroEntryEqualsAMissingEntry() {
    VersionVector zero = VersionVector.of(Map.of(A, 0L, B, 2L));
    VersionVector missing = VersionVector.of(Map.of(B, 2L));

    assertThat(zero).isEqualTo(missing).hasSameHashCodeAs(missing).hasToString("{B=2}");
    assertThat(zero.compare(missing)).isEqualTo(CausalOrder.EQUAL);
    assertThat(VersionVector.of(Map.of(A, 0L))).isSameAs(VersionVector.empty());
  }

  @Test
  void aMapThatTellsEqualIdsApartGivesOneCount() {
    IdentityHashMap<ReplicaId, Long> byIdentity = new IdentityHashMap<>();
    byIdentity.put(ReplicaId.of("phone"), 1L);
    byIdentity.put(ReplicaId.of("phone"), 1L);

    assertThat(VersionVector.of(byIdentity))
        .isEqualTo(VersionVector.of(Map.of(ReplicaId.of("phone"), 1L)));
  }

  @Test
  void mergeKeepsTheGreaterCountOfEachReplica() {
    VersionVector left = VersionVector.of(Map.of(A, 3L, B, 1L));
    VersionVector right = VersionVector.of(Map.of(B, 2L, C, 5L));

    assertThat(left.merge(right)).isEqualTo(VersionVector.of(Map.of(A, 3L, B, 2L, C, 5L)));
  }

  @Test
  void vectorsThatExceedEachOtherAreConcurrent() {
    VersionVector left = VersionVector.empty().increment(ANN);
    VersionVector right = VersionVector.empty().increment(BEN);

    assertThat(left.compare(right)).isEqualTo(CausalOrder.CONCURRENT);
    assertThat(left.compare(left.merge(right))).isEqualTo(CausalOrder.BEFORE);
    assertThat(left.merge(right).compare(right)).isEqualTo(CausalOrder.AFTER);
    assertThat(left.merge(right)).isEqualTo(right.merge(left));
  }

  @Test
  void includesEveryDotUpToTheCount() {
    VersionVector vector = VersionVector.of(Map.of(A, 2L));

    assertThat(vector.includes(dot(A, 1))).isTrue();
    assertThat(vector.includes(dot(A, 2))).isTrue();
    assertThat(vector.includes(dot(A, 3))).isFalse();
    assertThat(vector.includes(dot(B, 1))).isFalse();
  }

  @Test
  void aDeltaHoldsTheRaisedCountsOnly() {
    VersionVector base = VersionVector.of(Map.of(A, 3L, B, 1L, C, 9L));
    VersionVector now = VersionVector.of(Map.of(A, 3L, B, 2L));

    assertThat(now.deltaSince(base)).isEqualTo(VersionVector.of(Map.of(B, 2L)));
    assertThat(base.deltaSince(base)).isSameAs(VersionVector.empty());
  }

  @Test
  void countsAreShownInTheOrderOfTheIds() {
    VersionVector vector = VersionVector.of(Map.of(C, 1L, A, 3L, B, 2L));

    assertThat(vector.counts().keySet()).containsExactly(A, B, C);
    assertThat(vector).hasToString("{A=3, B=2, C=1}");
    assertThat(vector.size()).isEqualTo(3);
    assertThat(vector.isEmpty()).isFalse();
  }

  @Test
  void countsOutOfRangeAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> VersionVector.of(Map.of(A, -1L)))
        .withMessage("count of replica A must lie in 0 to 9007199254740991, was -1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> VersionVector.of(Map.of(A, Dot.MAX_COUNTER + 1)))
        .withMessage("count of replica A must lie in 0 to 9007199254740991, was 9007199254740992");
  }

  @Test
  void incrementingPastTheGreatestCountIsRefused() {
    VersionVector full = VersionVector.of(Map.of(A, Dot.MAX_COUNTER));

    assertThatExceptionOfType(ArithmeticException.class)
        .isThrownBy(() -> full.increment(ANN))
        .withMessage(
            "count of replica A must not exceed 9007199254740991, was 9007199254740991 + 1");
  }

  @Test
  void nullsAreRefused() {
    VersionVector vector = VersionVector.empty();

    assertThatNullPointerException().isThrownBy(() -> VersionVector.of(missing()));
    assertThatNullPointerException()
        .isThrownBy(() -> VersionVector.of(Collections.singletonMap(missing(), 1L)))
        .withMessage("replica");
    assertThatNullPointerException()
        .isThrownBy(() -> VersionVector.of(Collections.singletonMap(A, missing())))
        .withMessage("count");
    assertThatNullPointerException().isThrownBy(() -> vector.count(missing()));
    assertThatNullPointerException().isThrownBy(() -> vector.merge(missing()));
    assertThatNullPointerException().isThrownBy(() -> vector.increment(missing()));
  }
}
