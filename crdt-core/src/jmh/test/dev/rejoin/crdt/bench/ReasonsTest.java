package dev.rejoin.crdt.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReasonsTest {

  @Test
  void commentsAndBlankLinesAreNoReasons() {
    Reasons reasons = new Reasons(List.of("# a: comment", "", "add-10: because: of this"));

    reasons.requireExactly(Map.of("add-10", "a row"));

    assertThat(reasons.of("add-10")).isEqualTo("because: of this");
  }

  @Test
  void lineWithoutReasonIsRefused() {
    assertThatThrownBy(() -> new Reasons(List.of("add-10:  ")))
        .hasMessage("a reason must read 'id: reason', was: add-10:  ");
  }

  @Test
  void twoReasonsForOneBudgetAreRefused() {
    assertThatThrownBy(() -> new Reasons(List.of("a: one", "a: two")))
        .hasMessage("a budget must have one reason, has two: a: two");
  }

  @Test
  void allThatIsWrongIsToldAtOnce() {
    Reasons reasons = new Reasons(List.of("met: because", "never-heard-of: because"));

    assertThatThrownBy(() -> reasons.requireExactly(Map.of("missed", "a row")))
        .hasMessageContainingAll("missed is missed", "met has a reason", "never-heard-of has");
  }
}
