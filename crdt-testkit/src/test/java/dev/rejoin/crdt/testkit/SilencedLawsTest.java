package dev.rejoin.crdt.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.entry;

import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.TestExecutionResult.Status;
import org.opentest4j.TestAbortedException;

class SilencedLawsTest {

  private static final String REASON = "the last to arrive wins, on purpose";

  /** Breaks some of the laws, all of which are left out. */
  private static Subject<String> lastToArrive() {
    return Subject.of("")
        .merging((a, b) -> b)
        .edit("assign", List.of("x", "y"), (old, me, value) -> value)
        .without(Law.STALE_MERGE, REASON)
        .without(Law.INFLATING, REASON)
        .without(Law.NEUTRAL, REASON)
        .without(Law.COMMUTATIVE, REASON)
        .without(Law.CONVERGENT, REASON);
  }

  static final class LastToArrive implements CrdtLaws<String> {
    @Override
    public Subject<String> subject() {
      return lastToArrive();
    }
  }

  @Test
  void lawThatWasLeftOutDoesNotApply() {
    Timeline breaking = Timeline.of(Step.edit(0, 0), Step.edit(1, 1));

    assertThat(Law.COMMUTATIVE.appliesTo(lastToArrive())).isFalse();
    assertThat(Law.ASSOCIATIVE.appliesTo(lastToArrive())).isTrue();
    assertThatThrownBy(() -> Law.COMMUTATIVE.check(lastToArrive(), breaking))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("law COMMUTATIVE does not apply: " + REASON);
  }

  @Test
  void verifierChecksAllOthers() {
    assertThatCode(() -> CrdtVerifier.of(lastToArrive()).verify()).doesNotThrowAnyException();
  }

  @Test
  void jqwikReportsItAsAbortedWithTheReason() {
    JqwikRun run = JqwikRun.of(LastToArrive.class);

    assertThat(run.status(Status.FAILED)).isEmpty();
    assertThat(run.status(Status.ABORTED))
        .contains("staleMerge", "inflating", "neutral", "commutative", "convergent");
    assertThat(run.failure("commutative")).hasMessage("law COMMUTATIVE does not apply: " + REASON);
  }

  @Test
  void jupiterReportsItAsAbortedWithTheReason() {
    DynamicTest commutative =
        CrdtVerifier.of(lastToArrive())
            .tests()
            .filter(test -> test.getDisplayName().equals("COMMUTATIVE"))
            .findFirst()
            .orElseThrow();

    assertThat(catchThrowable(() -> commutative.getExecutable().execute()))
        .isInstanceOf(TestAbortedException.class)
        .hasMessageContaining("law COMMUTATIVE does not apply: " + REASON);
  }

  @Test
  void lawsAreListedInTheirOrderWithTheReasons() {
    Subject<String> subject =
        lastToArrive().without(Law.CODEC, "not yet").without(Law.TOTAL, "may fail");

    assertThat(subject.silenced())
        .containsExactly(
            entry(Law.TOTAL, "may fail"),
            entry(Law.NEUTRAL, REASON),
            entry(Law.COMMUTATIVE, REASON),
            entry(Law.INFLATING, REASON),
            entry(Law.STALE_MERGE, REASON),
            entry(Law.CONVERGENT, REASON),
            entry(Law.CODEC, "not yet"));
  }

  @Test
  void functionThatFailsIsReportedAlthoughTotalityWasLeftOut() {
    Subject<Integer> failing =
        Subject.of(1)
            .merging(Math::max)
            .edit("halve", (n, me) -> 1 / (n - 1))
            .without(Law.TOTAL, "halving may fail");

    assertThatThrownBy(() -> Law.IDEMPOTENT.check(failing, Timeline.of(Step.edit(0, 0))))
        .isInstanceOf(LawViolation.class)
        .hasMessageStartingWith("TOTAL: halve must not throw");
  }

  @Test
  void reasonMustBeGivenAndEachLawOnce() {
    Subject<String> subject = lastToArrive();

    assertThatThrownBy(() -> subject.without(Law.TOTAL, " "))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("reason to leave out law TOTAL must not be blank, was \" \"");
    assertThatThrownBy(() -> subject.without(Law.NEUTRAL, "again"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("each law must be left out once, but NEUTRAL was left out already: " + REASON);
  }
}
