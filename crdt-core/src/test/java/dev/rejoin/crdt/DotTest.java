package dev.rejoin.crdt;

import static dev.rejoin.crdt.Replicas.A;
import static dev.rejoin.crdt.Replicas.B;
import static dev.rejoin.crdt.Replicas.dot;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DotTest {

  @Test
  void countersStartAtOne() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> dot(A, 0))
        .withMessage("counter of a dot must lie in 1 to 9007199254740991, was 0");
  }

  @Test
  void countersEndWhereJsonReadersAreExact() {
    assertThat(dot(A, Dot.MAX_COUNTER).counter()).isEqualTo(9_007_199_254_740_991L);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> dot(A, Dot.MAX_COUNTER + 1))
        .withMessage("counter of a dot must lie in 1 to 9007199254740991, was 9007199254740992");
  }

  @Test
  void dotsAreOrderedByReplicaThenCounter() {
    assertThat(Stream.of(dot(B, 1), dot(A, 10), dot(A, 9)).sorted())
        .containsExactly(dot(A, 9), dot(A, 10), dot(B, 1));
  }
}
