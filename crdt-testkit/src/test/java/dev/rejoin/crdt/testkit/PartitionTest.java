package dev.rejoin.crdt.testkit;

import static dev.rejoin.crdt.testkit.Step.cut;
import static dev.rejoin.crdt.testkit.Step.delta;
import static dev.rejoin.crdt.testkit.Step.edit;
import static dev.rejoin.crdt.testkit.Step.heal;
import static dev.rejoin.crdt.testkit.Step.merge;
import static dev.rejoin.crdt.testkit.Step.staleMerge;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PartitionTest {

  private static final Timeline APART =
      Timeline.of(
          edit(0, 0),
          cut(1),
          merge(0, 1),
          edit(1, 0),
          staleMerge(1, 0, 1),
          delta(1, 0, 0),
          merge(0, 2),
          heal(),
          merge(1, 0));

  /** Forgets one of two increments that did not know of each other. */
  private static final Subject<Integer> ONE_NUMBER =
      Subject.of(0)
          .merging(Math::max)
          .edit("increment", (n, me) -> n + 1)
          .meaning(Meanings.counter("increment"))
          .deltaSince((n, base) -> n);

  @Test
  void noMessageReachesOrLeavesAReplicaThatIsCutOff() {
    History<Integer> history = History.of(ONE_NUMBER, APART);

    history.play();

    assertThat(history.played().stream().map(step -> step.result().isDefined()))
        .containsExactly(true, false, false, true, false, false, true, false, true);
    assertThat(history.replicas().get(2).get(1).visible()).hasToString("{0}");
    assertThat(history.replicas().get(0).get(2).visible()).hasToString("{0, 1}");
  }

  @Test
  void pictureShowsWhatIsLostAndTheTestCanBePasted() {
    assertThatThrownBy(() -> Law.MEANING.check(ONE_NUMBER, APART))
        .isInstanceOf(LawViolation.class)
        .hasMessageContaining(
            """
                  A                B                C
                  0                0                0
               1  increment => 1   |                |
               2  |                cut off          |
               3  |~~~~~ lost ~~~x |                |
               4  |                increment => 1   |
               5  |  x~~~~ lost ~~~|                |
               6  |  x~~~~ lost ~~~|                |
               7  |----------------|--------------> 1
               8  |                all connected    |
               9  1 (x)  <---------|                |
                  ---> whole state   ~~~x lost message
            """
                .stripTrailing())
        .hasMessageContaining("cut(1),\n")
        .hasMessageContaining("heal(),\n");
  }

  @Test
  void aboutOneStepInTwentyCutsOffOrConnects() {
    Random random = new Random(1);

    List<Step> steps =
        IntStream.range(0, 1000)
            .mapToObj(i -> RandomTimelines.next(random, ONE_NUMBER))
            .flatMap(timeline -> timeline.steps().stream())
            .toList();

    long cuts = steps.stream().filter(Step.Cut.class::isInstance).count();
    long heals = steps.stream().filter(Step.Heal.class::isInstance).count();
    assertThat(cuts).isBetween(steps.size() / 60L, steps.size() / 30L);
    assertThat(heals).isBetween(steps.size() / 60L, steps.size() / 30L);
  }

  @Test
  void cutThatDoesNotMatterIsShrunkAway() {
    LawViolation violation = Counterexample.of(Law.MEANING, ONE_NUMBER);

    assertThat(violation.timeline())
        .hasToString("Timeline.of(edit(0, 0), edit(1, 0), merge(1, 0))");
  }

  @Test
  void replicaIsChecked() {
    assertThatThrownBy(() -> cut(26))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("replica must lie in 0 to 25, was 26");
  }
}
