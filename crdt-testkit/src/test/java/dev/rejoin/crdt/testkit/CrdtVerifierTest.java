package dev.rejoin.crdt.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.rejoin.crdt.ORSet;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CrdtVerifierTest {

  private static final Duration LONG = Duration.ofMinutes(10);

  @Test
  void correctTypeIsCoveredAsFarAsTheTextSays() {
    Subject<Integer> subject =
        Subject.of(0)
            .merging(Math::max)
            .edit("raise", List.of(0, 1, 2, 3), (n, me, by) -> n + by)
            .observing(n -> n);

    Coverage coverage = CrdtVerifier.of(subject).within(LONG).timelines(200).seed(7).verify();

    assertThat(coverage.isComplete()).isTrue();
    assertThat(coverage.toString().lines())
        .hasSize(5)
        .startsWith(
            "all 111,110 timelines of up to 5 steps on 2 replicas",
            "all 30,260 timelines of up to 4 steps on 2 replicas with late messages",
            "all 100,040 timelines of up to 4 steps with a third replica",
            "200 random timelines of up to 40 steps on up to 5 replicas, seed 7")
        .last()
        .asString()
        .matches(
            "of the [\\d,]+ that were played \\d+ % had concurrent edits, 0 % a removal,"
                + " \\d+ % a stale message; \\d+ % of their steps changed nothing");
    assertThat(coverage.activity().concurrent()).isBetween(1L, coverage.activity().timelines());
    assertThat(coverage.activity().idle()).isBetween(1L, coverage.activity().steps());
  }

  @Test
  void setOfTheCoreKeepsEveryLawOnAllTimelinesOfUpToFiveSteps() {
    Subject<ORSet<String>> subject =
        Subject.startingAt(ORSet.<String>empty())
            .edit("add", List.of("x", "y"), (set, me, e) -> set.add(me, e))
            .edit("remove", List.of("x"), (set, me, e) -> set.remove(e))
            .edit("clear", (set, me) -> set.clear())
            .observing(ORSet::elements);

    Coverage coverage = CrdtVerifier.of(subject).within(LONG).verify();

    assertThat(coverage.toString())
        .startsWith("all 111,110 timelines of up to 5 steps on 2 replicas\n");
  }

  static Stream<BrokenType> brokenTypes() {
    return BrokenTypes.plain();
  }

  @ParameterizedTest
  @MethodSource("brokenTypes")
  void brokenTypeIsFoundOnASmallestTimeline(BrokenType type) {
    Subject<?> broken = type.subject().get();

    LawViolation violation =
        catchThrowableOfType(LawViolation.class, () -> CrdtVerifier.of(broken).verify());

    assertThat(violation).isNotNull();
    assertThat(violation.timeline().steps()).hasSizeLessThanOrEqualTo(type.fewest());
    assertThatThrownBy(() -> violation.law().check(broken, violation.timeline()))
        .isInstanceOfSatisfying(
            LawViolation.class, again -> assertThat(again.law()).isEqualTo(violation.law()));
  }

  @Test
  void timelinesWithWrongClocksAreCoveredIfTheTypeReadsItsClock() {
    Subject<Long> subject =
        Subject.of(0L)
            .merging(Math::max)
            .edit("touch", (latest, me) -> Math.max(latest, me.stamp().millis()));

    Coverage coverage = CrdtVerifier.of(subject).within(LONG).timelines(0).verify();

    assertThat(coverage.toString())
        .contains("all 5,456 timelines of up to 5 steps on 2 replicas with wrong clocks\n");
  }

  @Test
  void whatTheTimeDoesNotAllowIsSaid() {
    Subject<Integer> slow =
        Subject.of(0)
            .merging(Math::max)
            .edit("raise", List.of(1, 2, 3, 4), (n, me, by) -> n + by)
            .observing(CrdtVerifierTest::slowly);

    Coverage coverage = CrdtVerifier.of(slow).within(Duration.ofMillis(300)).verify();

    assertThat(coverage.isComplete()).isFalse();
    assertThat(coverage.activity().timelines()).isPositive();
    assertThat(coverage.random()).isLessThan(coverage.randomWanted());
    assertThat(coverage.toString())
        .containsPattern("(?m)^all 10 timelines of up to 1 step on 2 replicas, the first \\d+ of")
        .contains(" of the 100 of 2 steps (time was up)", "none of the 100,000 of 5 steps")
        .containsPattern("(?m)^\\d+ of 1,000 \\(time was up\\) random timelines");
  }

  private static int slowly(int n) {
    try {
      Thread.sleep(1);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return n;
  }

  @Test
  void flawBeyondFiveStepsIsFoundAtRandomAndNamesItsSeed() {
    Subject<Integer> tired =
        Subject.of(0).merging((a, b) -> a > 6 ? a : Math.max(a, b)).edit("raise", (n, me) -> n + 1);

    LawViolation first = randomViolation(tired);
    LawViolation second = randomViolation(tired);

    assertThat(first.timeline().steps()).hasSizeBetween(6, 9);
    assertThat(first).hasMessageEndingWith("Found at random with seed 42, then made smaller.");
    assertThat(second).hasMessage(first.getMessage());
  }

  private static LawViolation randomViolation(Subject<?> subject) {
    return catchThrowableOfType(
        LawViolation.class, () -> CrdtVerifier.of(subject).within(LONG).seed(42).verify());
  }

  @Test
  void whatIsBrokenOnlyOnceIsReported() {
    AtomicInteger calls = new AtomicInteger();
    Subject<Integer> fickle =
        Subject.of(0)
            .merging(Math::max)
            .edit("raise", (n, me) -> n + (calls.incrementAndGet() == 10 ? 2 : 1));

    assertThatThrownBy(() -> CrdtVerifier.of(fickle).verify())
        .isInstanceOf(LawViolation.class)
        .hasMessageStartingWith("TOTAL: a timeline must give the same whenever it is played, but ");
  }

  @Test
  void settingsAreChecked() {
    Subject<Integer> noEdit = Subject.of(0).merging(Math::max);
    CrdtVerifier<Integer> verifier = CrdtVerifier.of(noEdit);

    assertThatThrownBy(verifier::verify)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("subject must have an edit");
    assertThatThrownBy(() -> verifier.timelines(-1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("number of timelines must not be negative, was -1");
    assertThatThrownBy(() -> verifier.within(Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("time must be positive and at most a day, was PT0S");
  }
}
