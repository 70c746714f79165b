package dev.rejoin.crdt.testkit;

import static dev.rejoin.crdt.testkit.Step.edit;
import static dev.rejoin.crdt.testkit.Step.merge;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rejoin.crdt.GCounter;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class RefusalsTest {

  /** Refuses an increment beyond one, and what is no increment. */
  private static final Subject<GCounter> SHORT =
      Subject.startingAt(GCounter.empty())
          .edit(
              "increment",
              List.of(1L, -1L),
              (counter, me, amount) -> {
                if (counter.count(me.id()) == 1) {
                  throw new IllegalStateException("full");
                }
                return counter.increment(me, amount);
              })
          .observing(GCounter::value);

  private static final Subject<GCounter> REFUSING =
      SHORT
          .refusing(IllegalStateException.class)
          .refusing(IllegalArgumentException.class)
          .meaning(visible -> visible.edits().size());

  private static final Timeline TWICE = Timeline.of(edit(0, 0), edit(0, 0), merge(0, 1));

  @Test
  void editThatIsRefusedHasNotHappened() {
    History<GCounter> history = History.of(REFUSING, TWICE);

    history.play();

    assertThat(history.changes()).hasSize(1);
    assertThat(history.moments()).hasSize(4);
    assertThat(history.moments().get(2).state()).isSameAs(history.moments().get(1).state());
    assertThat(history.moments().get(3).visible()).hasToString("{0}");
  }

  @Test
  void everyLawHoldsWhereEditsMayRefuse() {
    assertThatCode(() -> CrdtVerifier.of(REFUSING).within(Duration.ofSeconds(4)).verify())
        .doesNotThrowAnyException();
  }

  @Test
  void exceptionThatWasNotToldOfBreaksTotality() {
    assertThatThrownBy(() -> Law.TOTAL.check(SHORT, TWICE))
        .isInstanceOf(LawViolation.class)
        .hasMessageStartingWith("TOTAL: increment(1) must not throw, but threw")
        .hasMessageContaining("full");
    assertThatThrownBy(() -> Law.TOTAL.check(SHORT.refusing(ArithmeticException.class), TWICE))
        .isInstanceOf(LawViolation.class);
  }

  @Test
  void mergeAndObserverMayNotRefuse() {
    Subject<Integer> subject =
        Subject.of(0)
            .merging((a, b) -> 1 / (a - b))
            .edit("raise", (n, me) -> n + 1)
            .refusing(ArithmeticException.class);

    assertThatThrownBy(() -> Law.TOTAL.check(subject, Timeline.of()))
        .hasMessageStartingWith("TOTAL: merge(a, b) must not throw");
  }

  @Test
  void pictureAndReasonTellWhatWasRefused() {
    Subject<GCounter> wrong = REFUSING.meaning(visible -> visible.edits().size() % 2);
    Timeline timeline = Timeline.of(edit(0, 0), edit(0, 0), edit(1, 1), edit(1, 0), merge(0, 1));

    assertThatThrownBy(() -> Law.MEANING.check(wrong, timeline))
        .hasMessageContaining("   2  increment(1), refused => 1")
        .hasMessageContaining("increment(-1), refused => 0")
        .hasMessageContaining(
            "Reason: x has seen A's increment(1) (step 1), B's increment(1) (step 4).")
        .hasMessageContaining("edit(0, 0), // A: increment(1), refused");
  }

  @Test
  void refusalThatDependsOnMoreThanTheStateBreaksTotality() {
    int[] calls = {0};
    Subject<Integer> moody =
        Subject.of(0)
            .merging(Math::max)
            .edit("raise", (n, me) -> n + 1 / (calls[0]++ % 2))
            .refusing(ArithmeticException.class);

    assertThatThrownBy(() -> Law.TOTAL.check(moody, Timeline.of(edit(0, 0))))
        .hasMessageStartingWith("TOTAL: a, played once must equal a, played again");
  }
}
