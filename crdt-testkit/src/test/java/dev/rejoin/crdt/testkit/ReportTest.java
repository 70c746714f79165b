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
  void namesTheLawThenBothSidesThenDrawsEveryStepThenSaysWhyThenGivesTheTest() {
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
                  A                              B
                  0 (a)                          0 (a)
               1  assign("x") => 1 (b)           |
               2  |                              assign("y") => 1
               3  |----------------------------> 1
               4  |                              nothing to do
               5  |....... initial state ......> 0
               6  0  <=== since initial state ===|
                  ---> whole state   ...> earlier state   ===> delta

            Reason: a has seen no edit, b has seen A's assign("x") (step 1). \
            Which of them merges the other must make no difference.

            As a test, for the class that has subject():
              // import static dev.rejoin.crdt.testkit.Step.*;
              // import static dev.rejoin.crdt.testkit.WallClock.*;
              // import dev.rejoin.crdt.testkit.*;
              @org.junit.jupiter.api.Test
              void commutativeHoldsAgain() {
                Law.COMMUTATIVE.check(
                    subject(),
                    Timeline.of(
                        edit(0, 0), // A: assign("x")
                        edit(1, 1), // B: assign("y")
                        merge(0, 1),
                        merge(1, 1),
                        staleMerge(0, 1, 1),
                        delta(1, 0, 1)).withClocks(STEADY, AHEAD));
              }""");
  }

  @Test
  void stateNamedAfterItsReplicaIsMarkedInItsColumnOnly() {
    Subject<Integer> sum = Subject.of(0).merging(Integer::sum).edit("raise", (n, me) -> n + 1);

    assertThatThrownBy(() -> Law.CONVERGENT.check(sum, Timeline.of(Step.edit(0, 0))))
        .hasMessageContaining("      A                B\n      0                0 (B)\n");
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
