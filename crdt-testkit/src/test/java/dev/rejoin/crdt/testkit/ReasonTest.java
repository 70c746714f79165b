package dev.rejoin.crdt.testkit;

import static dev.rejoin.crdt.testkit.Step.edit;
import static dev.rejoin.crdt.testkit.Step.merge;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The reason is told by who saw what, whatever the type makes of it. */
class ReasonTest {

  private static final String CONVERGENCE =
      " The same edits must lead to the same state, whichever way they came.";

  private static final int ADD_X = 0;
  private static final int ADD_Y = 1;
  private static final int REMOVE_X = 2;

  private static final Subject<Integer> SUBJECT =
      Subject.of(0)
          .merging(Math::max)
          .edit("add", List.of("x", "y"), (n, me, e) -> n + 1)
          .edit("remove", List.of("x"), (n, me, e) -> n + 1);

  @Test
  void editsOfOneTopicThatDidNotKnowOfEachOtherComeFirst() {
    String reason =
        reason(
            Law.COMMUTATIVE,
            List.of(3, 4),
            edit(0, ADD_X),
            edit(1, REMOVE_X),
            edit(0, ADD_Y),
            edit(1, ADD_X));

    assertThat(reason)
        .isEqualTo(
            "A and B both made add(\"x\") (steps 1 and 4) without knowing of each other."
                + " Which of them merges the other must make no difference.");
  }

  @Test
  void differentEditsOfOneTopicAreToldApart() {
    String reason = reason(Law.CONGRUENT, List.of(1, 2), edit(0, ADD_X), edit(1, REMOVE_X));

    assertThat(reason)
        .isEqualTo(
            "A's add(\"x\") (step 1) and B's remove(\"x\") (step 2)"
                + " were made without knowing of each other."
                + " What equals takes for the same must be the same to everything else.");
  }

  @Test
  void aReplicaThatHadSeenTheEditOfAnother() {
    String reason =
        reason(
            Law.STALE_MERGE,
            List.of(2, 4),
            edit(0, REMOVE_X),
            edit(0, ADD_Y),
            merge(0, 1),
            edit(1, ADD_X));

    assertThat(reason)
        .isEqualTo(
            "B had already seen A's remove(\"x\") (step 1) when it made add(\"x\") (step 4),"
                + " which only b includes. a brings nothing new.");
  }

  @Test
  void theLastEditIsNotSaidToKnowWhatItDidNotKnow() {
    String reason =
        reason(Law.INFLATING, List.of(1, 3), edit(0, ADD_X), edit(1, ADD_Y), merge(0, 1));

    assertThat(reason)
        .isEqualTo(
            "b had seen all that a has: A's add(\"x\") (step 1)."
                + " The state before an edit must not undo it.");
  }

  @Test
  void statesThatHaveSeenTheSame() {
    String reason =
        reason(
            Law.CONVERGENT,
            List.of(3, 4),
            edit(0, ADD_X),
            edit(1, ADD_Y),
            merge(0, 1),
            merge(1, 0));

    assertThat(reason)
        .isEqualTo(
            "a and b have seen the same: A's add(\"x\") (step 1), B's add(\"y\") (step 2)."
                + " The last two were made without knowing of each other."
                + CONVERGENCE);
  }

  @Test
  void manyEditsAreCounted() {
    String reason =
        reason(
            Law.CONVERGENT,
            List.of(0, 4),
            edit(0, ADD_X),
            edit(0, ADD_Y),
            edit(0, REMOVE_X),
            edit(0, ADD_X));

    assertThat(reason)
        .isEqualTo(
            "a has seen no edit, b has seen 4 edits, the last one A's add(\"x\") (step 4)."
                + CONVERGENCE);
  }

  @Test
  void noEditAtAll() {
    assertThat(reason(Law.CONVERGENT, List.of(0, 1), merge(0, 1)))
        .isEqualTo("No edit has reached a or b." + CONVERGENCE);
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "MEANING")
  void everyLawButTheMeaningSaysWhyItMustHold(Law law) {
    String reason = reason(law, List.of(0, 1), edit(0, ADD_X));

    assertThat(reason)
        .startsWith("a has seen no edit, b has seen A's add(\"x\") (step 1). ")
        .endsWith(".");
  }

  /** Returns the reason for those states of the timeline, named a, b and so on. */
  private static String reason(Law law, List<Integer> moments, Step... steps) {
    History<Integer> history = History.of(SUBJECT, Timeline.of(steps));
    history.play();
    List<Breach.Operand> operands = new ArrayList<>();
    for (int moment : moments) {
      String name = String.valueOf((char) ('a' + operands.size()));
      operands.add(Breach.operand(name, history.moments().get(moment)));
    }
    return Reason.of(history, law, operands);
  }
}
