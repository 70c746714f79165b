package dev.rejoin.crdt.testkit;

import static dev.rejoin.crdt.testkit.Step.edit;
import static dev.rejoin.crdt.testkit.Step.merge;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rejoin.crdt.ORSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class LawTest {

  @Test
  void isCheckedOnATimelineWithoutAnyFramework() {
    assertThatCode(
            () -> {
              Subject<Integer> highest =
                  Subject.of(0).merging(Math::max).edit("raise", (score, me) -> score + 1);

              Law.COMMUTATIVE.check(highest, Timeline.of(edit(0, 0), edit(1, 0), merge(0, 1)));
            })
        .doesNotThrowAnyException();
  }

  @Test
  void aTimelineNamesNoType() {
    Timeline timeline = Timeline.of(edit(0, 2), edit(1, 7), merge(0, 1), merge(3, 3));
    Subject<ORSet<String>> set =
        Subject.startingAt(ORSet.<String>empty())
            .edit("add", List.of("x", "y"), (s, me, e) -> s.add(me, e))
            .edit("clear", (s, me) -> s.clear());

    assertThatCode(
            () -> {
              for (Law law : Law.values()) {
                if (law.appliesTo(set)) {
                  law.check(set, timeline);
                }
              }
            })
        .doesNotThrowAnyException();
  }

  @Test
  void violationCarriesLawAndTimeline() {
    Subject<Integer> sum = Subject.of(0).merging(Integer::sum).edit("raise", (n, me) -> n + 1);
    Timeline timeline = Timeline.of(edit(0, 0));

    assertThatThrownBy(() -> Law.IDEMPOTENT.check(sum, timeline))
        .isInstanceOfSatisfying(
            LawViolation.class,
            violation -> {
              assertThat(violation.law()).isEqualTo(Law.IDEMPOTENT);
              assertThat(violation.timeline()).isEqualTo(timeline);
            });
  }

  @Test
  void statesThatTheSameEditsHaveReachedAreCompared() {
    Subject<String> lastToArrive =
        Subject.of("")
            .merging((a, b) -> b)
            .edit("assign", List.of("x", "y"), (old, me, value) -> value);
    Timeline crossing = Timeline.of(edit(0, 0), edit(1, 1), merge(0, 1), Step.staleMerge(1, 0, 1));

    assertThatThrownBy(() -> Law.CONVERGENT.check(lastToArrive, crossing))
        .hasMessageStartingWith("CONVERGENT: a must equal b");
  }
}
