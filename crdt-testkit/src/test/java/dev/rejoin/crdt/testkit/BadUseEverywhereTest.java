package dev.rejoin.crdt.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.platform.engine.TestExecutionResult.Status;

/** Whatever drives the laws, a mistake in a subject is told: what, which rule, and what was met. */
class BadUseEverywhereTest {

  /** Counts calls, so that no two answers are alike. */
  private static final AtomicInteger CALLS = new AtomicInteger();

  /** Equal to itself alone, though it has an {@code equals} of its own. */
  private static class Score {
    final int points;

    Score(int points) {
      this.points = points;
    }

    @Override
    public boolean equals(Object other) {
      return this == other;
    }

    @Override
    public int hashCode() {
      return points;
    }

    @Override
    public String toString() {
      return "Score " + points;
    }
  }

  private static final class HighScore extends Score {
    HighScore(int points) {
      super(points);
    }
  }

  private interface Level {}

  private record First() implements Level {}

  private static final class Further implements Level {}

  @SuppressWarnings("ArrayRecordComponent") // that is the mistake
  private record Boxed(int[] number) {}

  enum BadUse {
    NO_EDITS(
        Subject.of(0).merging(Math::max),
        "subject must have an edit: without one its initial state is its only state"),
    EDIT_THROWS(
        highest().edit("halve", (n, me) -> 1 / (n / 1000)),
        "TOTAL: halve must not throw, but threw java.lang.ArithmeticException: / by zero"),
    EDIT_GIVES_NULL(
        highest().edit("forget", (n, me) -> missing()),
        "TOTAL: forget must return a state, but returned null"),
    EDIT_IS_RANDOM(
        Subject.of(0).merging(Math::max).edit("roll", (n, me) -> CALLS.incrementAndGet()),
        "TOTAL: a, played once must equal a, played again"),
    MERGE_GIVES_NULL(
        merging((a, b) -> missing()), "TOTAL: merge(a, b) must return a state, but returned null"),
    EQUALS_IS_IDENTITY(
        Subject.<Score>of(new HighScore(0))
            .merging((a, b) -> a.points >= b.points ? a : b)
            .edit("raise", (score, me) -> new HighScore(score.points + 1)),
        "Both read alike, but equals tells them apart."),
    LATER_STATE_WITHOUT_EQUALS(
        Subject.<Level>of(new First())
            .merging((a, b) -> a instanceof Further ? a : b)
            .edit("up", (level, me) -> new Further()),
        "States and values must have an equals of their own, but " + Further.class.getName()),
    VALUE_WITHOUT_EQUALS(
        highest().observing(n -> new Object[] {n}),
        "States and values must have an equals of their own, but java.lang.Object[] has none."),
    VALUE_INSIDE_WITHOUT_EQUALS(
        highest().observing(n -> List.of(new Further())),
        "States and values must have an equals of their own, but " + Further.class.getName()),
    VALUE_HOLDS_AN_ARRAY(
        highest().observing(n -> new Boxed(new int[] {n})),
        "Both hold the same, but equals tells them apart, as it does with arrays."),
    VALUE_IS_RANDOM(
        highest().observing(n -> CALLS.incrementAndGet()),
        "TOTAL: value of a must equal value of a, seen again"),
    MEANING_THROWS(
        highest().meaning((Visible visible) -> visible.edits().get(-1)),
        "meaning must not throw, but threw java.lang.ArrayIndexOutOfBoundsException"),
    MEANING_ALLOWS_NOTHING(
        highest().meaning(Meaning.oneOf(visible -> List.of())),
        "meaning must allow at least one value, but allows none for the edits ["),
    MEANING_GIVES_NULL(
        highest().meaning(Meaning.oneOf(visible -> missing())),
        "meaning must not throw, but threw java.lang.NullPointerException: allowed values"),
    CODEC_GIVES_NULL(
        highest().codec(n -> n, n -> missing()),
        "TOTAL: decode(encode(a)) must not throw, but threw java.lang.NullPointerException:"
            + " decode");

    @SuppressWarnings("ImmutableEnumChecker") // subjects are immutable
    private final Subject<?> subject;

    private final String message;

    BadUse(Subject<?> subject, String message) {
      this.subject = subject;
      this.message = message;
    }
  }

  /** What {@link Laws} is about, since jqwik makes its objects itself. */
  private static @Nullable BadUse current;

  static final class Laws implements CrdtLaws<Object> {
    @Override
    @SuppressWarnings("unchecked") // no state comes from elsewhere
    public Subject<Object> subject() {
      return (Subject<Object>) Objects.requireNonNull(current).subject;
    }
  }

  @ParameterizedTest
  @EnumSource
  void lawsTell(BadUse bad) {
    Timeline timeline = Timeline.of(Step.edit(0, 0), Step.edit(1, 1), Step.merge(0, 1));

    Stream<Throwable> failures =
        Stream.of(Law.values())
            .filter(law -> law.appliesTo(bad.subject))
            .map(law -> catchThrowable(() -> law.check(bad.subject, timeline)));

    assertThat(failures.filter(Objects::nonNull))
        .anySatisfy(failure -> assertThat(failure).hasMessageContaining(bad.message));
  }

  @ParameterizedTest
  @EnumSource
  void verifierTells(BadUse bad) {
    CrdtVerifier<?> verifier = CrdtVerifier.of(bad.subject).within(Duration.ofMinutes(1));

    assertThat(catchThrowable(verifier::verify)).hasMessageContaining(bad.message);
  }

  @ParameterizedTest
  @EnumSource
  void jqwikTells(BadUse bad) {
    current = bad;

    JqwikRun run = JqwikRun.of(Laws.class);

    assertThat(run.status(Status.FAILED))
        .anySatisfy(law -> assertThat(run.failure(law)).hasMessageContaining(bad.message));
  }

  @Test
  void mergeThatIsRandomIsTold() {
    Subject<Integer> random =
        merging((a, b) -> Math.max(a, b) + (CALLS.incrementAndGet() % 7 == 0 ? 1 : 0));

    assertThat(catchThrowable(() -> CrdtVerifier.of(random).verify()))
        .isInstanceOf(LawViolation.class);
  }

  private static Subject<Integer> highest() {
    return merging(Math::max);
  }

  private static Subject<Integer> merging(BinaryOperator<Integer> merge) {
    return Subject.of(0).merging(merge).edit("raise", (n, me) -> n + 1);
  }

  @SuppressWarnings({"NullAway", "TypeParameterUnusedInFormals"}) // that is what it is for
  private static <T> T missing() {
    return null;
  }
}
