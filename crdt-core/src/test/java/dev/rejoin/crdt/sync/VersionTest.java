package dev.rejoin.crdt.sync;

import static dev.rejoin.crdt.sync.Devices.version;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.rejoin.crdt.CausalOrder;
import dev.rejoin.crdt.ReplicaId;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VersionTest {

  private static final ReplicaId A = ReplicaId.of("A");

  @Test
  void mergeKeepsTheGreaterEntryOfEachReplica() {
    Version left = version("A", 3, 1, "B", 1, 9);
    Version right = version("A", 2, 8, "B", 2, 2, "C", 5, 5);

    Version merged = left.merge(right);

    assertThat(merged).isEqualTo(version("A", 3, 1, "B", 2, 2, "C", 5, 5));
    assertThat(merged.updates()).isEqualTo(10);
    assertThat(right.merge(left)).isEqualTo(merged).hasSameHashCodeAs(merged);
    assertThat(merged.merge(left)).isSameAs(merged);
    assertThat(left.merge(merged)).isSameAs(merged);
  }

  @Test
  void anotherUpdateOfTheSameNumberIsAnotherVersion() {
    Version mine = version("A", 3, 1);
    Version other = version("A", 3, 2);

    assertThat(mine).isNotEqualTo(other);
    assertThat(mine.compare(other)).isEqualTo(CausalOrder.BEFORE);
    assertThat(mine.differsBeyond(other, A)).isTrue();
    assertThat(other.differsBeyond(mine, A)).isTrue();
  }

  @Test
  void anotherUpdateOfTheSameNumberIsNotIncludedAndMoreAre() {
    Version mine = version("A", 3, 1);

    assertThat(mine.includes(mine)).isTrue();
    assertThat(mine.includes(version("A", 3, 0))).isFalse();
    assertThat(mine.includes(version("A", 3, 2))).isFalse();
    assertThat(mine.includes(version("A", 2, 7))).isTrue();
    assertThat(mine.includes(version("A", 2, 7, "B", 1, 1))).isFalse();
    assertThat(Version.empty().includes(Version.empty())).isTrue();
  }

  @Test
  void onlyMoreOrOtherUpdatesDifferBeyond() {
    Version mine = version("A", 3, 1, "B", 9, 9);

    assertThat(mine.differsBeyond(mine, A)).isFalse();
    assertThat(version("A", 2, 7).differsBeyond(mine, A)).isFalse();
    assertThat(version("B", 10, 7).differsBeyond(mine, A)).isFalse();
    assertThat(version("A", 4, 1).differsBeyond(mine, A)).isTrue();
    assertThat(version("A", 1, 1).differsBeyond(Version.empty(), A)).isTrue();
  }

  @Test
  void versionsThatExceedEachOtherAreConcurrent() {
    Version left = version("A", 1, 1);
    Version right = version("B", 1, 1);

    assertThat(left.compare(right)).isEqualTo(CausalOrder.CONCURRENT);
    assertThat(Version.empty().isAtMost(left)).isTrue();
    assertThat(left.isAtMost(Version.empty())).isFalse();
  }

  @Test
  void deltaIsTheEntriesThatExceedTheBase() {
    Version base = version("A", 3, 1, "B", 2, 2);
    Version now = version("A", 3, 1, "B", 3, 4, "C", 1, 6);

    assertThat(now.deltaSince(base)).isEqualTo(version("B", 3, 4, "C", 1, 6));
    assertThat(now.deltaSince(base).updates()).isEqualTo(4);
    assertThat(now.deltaSince(now)).isSameAs(Version.empty());
    assertThat(now.deltaSince(Version.empty())).isSameAs(now);
  }

  @Test
  void nextIsOneMoreUnderItsTag() {
    Version version = version("A", 3, 1).next(A, 5).next(ReplicaId.of("B"), 6);

    assertThat(version).isEqualTo(version("A", 4, 5, "B", 1, 6));
    assertThat(version.updates()).isEqualTo(5);
    assertThat(version.count(A)).isEqualTo(4);
    assertThat(version.count(ReplicaId.of("C"))).isZero();
  }

  @Test
  void countsEndAtTheGreatest() {
    Version greatest = Version.of(Map.of(A, new Version.Entry(Version.MAX_COUNT, 0)));

    assertThatExceptionOfType(ArithmeticException.class)
        .isThrownBy(() -> greatest.next(A, 0))
        .withMessage("updates of A must not exceed 9007199254740991");
  }

  @Test
  void entriesOutOfRangeAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Version.Entry(0, 1))
        .withMessage("count of updates must lie in 1 to 9007199254740991, was 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Version.Entry(Version.MAX_COUNT + 1, 1))
        .withMessage("count of updates must lie in 1 to 9007199254740991, was 9007199254740992");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Version.Entry(1, -4))
        .withMessage("tag must not be negative, was -4");
  }

  @Test
  void isShownInTheOrderOfTheIds() {
    assertThat(version("B", 1, 5, "A", 3, 1)).hasToString("{A=3, B=1}");
    assertThat(Version.of(Map.of())).isSameAs(Version.empty()).hasToString("{}");
    assertThat(Version.empty().isEmpty()).isTrue();
  }
}
