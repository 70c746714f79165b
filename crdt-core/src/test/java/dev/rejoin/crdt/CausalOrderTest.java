package dev.rejoin.crdt;

import static dev.rejoin.crdt.Replicas.missing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CausalOrderTest {

  @ParameterizedTest
  @CsvSource({
    "true, true, EQUAL",
    "true, false, BEFORE",
    "false, true, AFTER",
    "false, false, CONCURRENT"
  })
  void twoAnswersMakeAnOrder(boolean atMost, boolean atLeast, CausalOrder expected) {
    assertThat(CausalOrder.of(atMost, atLeast)).isEqualTo(expected);
    assertThat(CausalOrder.of(atLeast, atMost)).isEqualTo(expected.reversed());
  }

  @Test
  void aTypeWithNothingButMergeIsOrderedByIt() {
    assertThat(new Max(1).compare(new Max(2))).isEqualTo(CausalOrder.BEFORE);
    assertThat(new Max(2).compare(new Max(1))).isEqualTo(CausalOrder.AFTER);
    assertThat(new Max(2).compare(new Max(2))).isEqualTo(CausalOrder.EQUAL);
    assertThat(new Max(2).isAtMost(new Max(1))).isFalse();
    assertThat(new Max(2).deltaSince(new Max(1))).isEqualTo(new Max(2));
    assertThatNullPointerException()
        .isThrownBy(() -> new Max(1).deltaSince(missing()))
        .withMessage("base");
  }

  private record Max(int value) implements Crdt<Max> {
    @Override
    public Max merge(Max other) {
      return value >= other.value ? this : other;
    }
  }
}
