package dev.rejoin.crdt.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SmallerTimelinesTest {

  @Test
  void everySimplificationWeighsLess() {
    Random random = new Random(1);

    for (int i = 0; i < 50; i++) {
      Timeline timeline = RandomTimelines.next(random);

      assertThat(SmallerTimelines.of(timeline))
          .isNotEmpty()
          .allSatisfy(
              smaller ->
                  assertThat(
                          Arrays.compare(
                              SmallerTimelines.weight(smaller), SmallerTimelines.weight(timeline)))
                      .isNegative());
    }
  }

  @Test
  void theSmallestTimelineHasNoSimplification() {
    assertThat(SmallerTimelines.of(Timeline.of())).isEmpty();
  }

  @Test
  void replicasAreNumberedWithoutAGap() {
    Timeline timeline =
        Timeline.of(Step.edit(3, 0), Step.merge(3, 4), Step.edit(0, 0))
            .withClocks(
                WallClock.STEADY,
                WallClock.STEADY,
                WallClock.STEADY,
                WallClock.AHEAD,
                WallClock.BEHIND);

    assertThat(SmallerTimelines.of(timeline))
        .contains(
            Timeline.of(Step.edit(0, 0), Step.merge(0, 1))
                .withClocks(WallClock.AHEAD, WallClock.BEHIND));
  }

  @Test
  void aStepThatGoesBackGoesBackToTheSameStateWhenOneInBetweenIsTakenOut() {
    Timeline timeline =
        Timeline.of(Step.edit(0, 0), Step.edit(0, 1), Step.edit(0, 2), Step.restore(0, 2));

    assertThat(SmallerTimelines.of(timeline))
        .contains(
            Timeline.of(Step.edit(0, 0), Step.edit(0, 2), Step.restore(0, 1))
                .withClocks(WallClock.STEADY));
  }

  @Test
  void restoreOfThePresentBecomesPlainer() {
    assertThat(SmallerTimelines.of(Timeline.of(Step.edit(0, 0), Step.restore(0, 3))))
        .extracting(Timeline::steps)
        .contains(
            List.of(Step.edit(0, 0), Step.restore(0, 0)),
            List.of(Step.edit(0, 0), Step.restart(0)),
            List.of(Step.edit(0, 0), Step.recode(0)));
  }
}
