package dev.rejoin.crdt.testkit;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ReportTest {

  private static final Subject<String> LAST_TO_ARRIVE =
      Subject.of("")
          .merging((a, b) -> b)
          .edit("assign", List.of("x", "y"), (old, me, value) -> value)
          .deltaSince((state, base) -> state)
          .observing(String::length);

  @Test
  void namesTheLawThenBothSidesThenEveryStep() {
    Timeline timeline =
        Timeline.of(
                Step.edit(0, 0),
                Step.edit(1, 1),
                Step.merge(0, 1),
                Step.merge(1, 1),
                Step.staleMerge(0, 1, 1),
                Step.delta(1, 0, 1))
            .withClocks(WallClock.STEADY, WallClock.AHEAD);

    assertThatThrownBy(() -> Law.COMMUTATIVE.check(LAST_TO_ARRIVE, timeline))
        .hasMessage(
            """
            COMMUTATIVE: merge(a, b) must equal merge(b, a)

              a           = ""   (initial state)
              b           = "x"   (A after step 1)
              merge(a, b) = "x"
              merge(b, a) = ""

            Timeline: 6 steps on 2 replicas, clock of B AHEAD
               1. A: assign("x")                      A shows 1
               2. B: assign("y")                      B shows 1
               3. A -> B                              B shows 1
               4. B -> B                              nothing to do
               5. A -> B: initial state               B shows 0
               6. B -> A: delta since initial state   A shows 0

            As code: Timeline.of(edit(0, 0), edit(1, 1), merge(0, 1), merge(1, 1), \
            staleMerge(0, 1, 1), delta(1, 0, 1)).withClocks(STEADY, AHEAD)""");
  }

  @Test
  void saysSoWhenBothSidesReadAlike() {
    record Secret(int value) {
      @Override
      public String toString() {
        return "secret";
      }
    }
    Subject<Secret> subject =
        Subject.of(new Secret(0))
            .merging((a, b) -> b)
            .edit("assign", (old, me) -> new Secret(old.value() + 1));

    assertThatThrownBy(() -> Law.COMMUTATIVE.check(subject, Timeline.of(Step.edit(0, 0))))
        .hasMessageContaining("Both read alike, but equals tells them apart.");
  }
}
