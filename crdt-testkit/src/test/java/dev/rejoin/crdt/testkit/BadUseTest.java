package dev.rejoin.crdt.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BinaryOperator;
import org.junit.jupiter.api.Test;

class BadUseTest {

  private static final Timeline ONE_EDIT = Timeline.of(Step.edit(0, 0));
  private static final Timeline ONE_MERGE = Timeline.of(Step.edit(0, 0), Step.merge(0, 1));

  @Test
  void subjectWithoutEditsIsRefused() {
    Subject<Integer> subject = Subject.of(0).merging(Math::max);

    assertThatThrownBy(() -> Law.TOTAL.check(subject, ONE_EDIT))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("subject must have an edit: without one its initial state is its only state");
  }

  @Test
  void typeWithoutEqualsIsRefused() {
    assertThatThrownBy(() -> Subject.of(new Object()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("states must have an equals of their own, but java.lang.Object has none");
    assertThatThrownBy(() -> Subject.of(new int[0]))
        .hasMessage("states must have an equals of their own, but int[] has none");
    assertThatThrownBy(() -> Subject.of(new Object() {}))
        .hasMessage(
            "states must have an equals of their own, but %s$1 has none"
                .formatted(BadUseTest.class.getName()));
    assertThatThrownBy(() -> Subject.<BinaryOperator<Integer>>of(Math::max))
        .hasMessageMatching("states must have an equals of their own, but .*Lambda.* has none");
  }

  @Test
  void sameEditTwiceIsRefused() {
    Subject<Integer> subject = highest();

    assertThatThrownBy(() -> subject.edit("raise", (state, me) -> state))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("each edit must have a name of its own, but raise was given twice");
  }

  @Test
  void emptyAlphabetIsRefused() {
    Subject<Integer> subject = highest();

    assertThatThrownBy(() -> subject.edit("to", List.<Integer>of(), (state, me, a) -> a))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("alphabet of edit to must not be empty");
  }

  @Test
  @SuppressWarnings("NullAway") // that is what it is for
  void whatIsNullIsNamed() {
    Timeline timeline = Timeline.of();

    assertThatThrownBy(() -> Timeline.of(Step.heal(), null))
        .isInstanceOf(NullPointerException.class)
        .hasMessage("step 1 of a timeline");
    assertThatThrownBy(() -> Timeline.of((Step[]) null)).hasMessage("steps");
    assertThatThrownBy(() -> timeline.withClocks((WallClock[]) null)).hasMessage("clocks");
    assertThatThrownBy(() -> timeline.withClocks((WallClock) null))
        .hasMessage("clock 0 of a timeline");
    assertThatThrownBy(() -> highest().edit("to", Arrays.asList(1, null), (n, me, to) -> to))
        .isInstanceOf(NullPointerException.class)
        .hasMessage("argument of edit to");
  }

  @Test
  void stepOfANegativeReplicaIsRefused() {
    assertThatThrownBy(() -> Step.merge(0, -1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("replica must lie in 0 to 25, was -1");
  }

  @Test
  void lawThatDoesNotApplyIsRefused() {
    assertThat(Law.DELTA.appliesTo(highest())).isFalse();
    assertThatThrownBy(() -> Law.DELTA.check(highest(), ONE_EDIT))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("law DELTA does not apply: the subject has no deltas");
    assertThatThrownBy(() -> Law.ORDER.check(highest(), ONE_EDIT))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("law ORDER does not apply: the subject has no order");
  }

  @Test
  void editThatThrowsBreaksTotality() {
    RuntimeException full = new IllegalStateException("full");
    Subject<Integer> subject =
        highest()
            .edit(
                "burst",
                (state, me) -> {
                  throw full;
                });

    assertThatThrownBy(
            () -> Law.COMMUTATIVE.check(subject, Timeline.of(Step.edit(0, 0), Step.edit(0, 1))))
        .isInstanceOfSatisfying(LawViolation.class, e -> assertThat(e.law()).isEqualTo(Law.TOTAL))
        .hasCause(full)
        .hasMessageStartingWith(
            "TOTAL: burst must not throw, but threw java.lang.IllegalStateException: full")
        .hasMessageContaining("a = 1")
        .hasMessageContaining("   2  burst => fails");
  }

  @Test
  void mergeThatReturnsNullBreaksTotality() {
    Subject<Integer> subject = merging((a, b) -> a.equals(b) ? a : missing());

    assertThatThrownBy(() -> Law.TOTAL.check(subject, ONE_MERGE))
        .isInstanceOf(LawViolation.class)
        .hasMessageStartingWith("TOTAL: merge(a, b) must return a state, but returned null");
  }

  @Test
  void mergeThatThrowsOffTheTimelineBreaksTotality() {
    Subject<Integer> subject = merging((a, b) -> a < b ? Math.addExact(Integer.MAX_VALUE, b) : a);

    assertThatThrownBy(() -> Law.TOTAL.check(subject, ONE_EDIT))
        .isInstanceOf(LawViolation.class)
        .hasMessageStartingWith(
            "TOTAL: merge(a, b) must not throw, but threw java.lang.Arithmetic");
  }

  @Test
  void observerThatThrowsBreaksTotality() {
    Subject<Integer> subject = highest().observing(state -> 1 / (1 - state));

    assertThatThrownBy(() -> Law.TOTAL.check(subject, ONE_EDIT))
        .isInstanceOf(LawViolation.class)
        .hasMessageStartingWith("TOTAL: the observer must not throw")
        .hasMessageContaining("raise => nothing: the observer must not th...");
  }

  /** Neither is called on the timeline itself, only by the law. */
  @Test
  void orderAndDeltaThatThrowBreakTotality() {
    assertThatThrownBy(
            () -> Law.TOTAL.check(highest().isAtMost((a, b) -> 1 / (a - b) > 0), ONE_EDIT))
        .isInstanceOf(LawViolation.class)
        .hasMessageStartingWith("TOTAL: isAtMost(a, b) must not throw");
    assertThatThrownBy(() -> Law.TOTAL.check(highest().deltaSince((a, b) -> 1 / (a - b)), ONE_EDIT))
        .isInstanceOf(LawViolation.class)
        .hasMessageStartingWith("TOTAL: deltaSince(a, b) must not throw");
  }

  @Test
  void editThatDependsOnMoreThanItsArgumentsBreaksTotality() {
    AtomicInteger calls = new AtomicInteger();
    Subject<Integer> subject =
        Subject.of(0).merging(Math::max).edit("count", (state, me) -> calls.incrementAndGet());

    assertThatThrownBy(() -> Law.TOTAL.check(subject, ONE_EDIT))
        .isInstanceOf(LawViolation.class)
        .hasMessageStartingWith("TOTAL: a, played once must equal a, played again");
  }

  private static Subject<Integer> highest() {
    return merging(Math::max);
  }

  private static Subject<Integer> merging(BinaryOperator<Integer> merge) {
    return Subject.of(0).merging(merge).edit("raise", (state, me) -> state + 1);
  }

  @SuppressWarnings({"NullAway", "TypeParameterUnusedInFormals"}) // that is what it is for
  private static <T> T missing() {
    return null;
  }
}
