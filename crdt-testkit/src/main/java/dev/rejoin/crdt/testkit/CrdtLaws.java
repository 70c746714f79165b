package dev.rejoin.crdt.testkit;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Reporter;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import net.jqwik.api.lifecycle.AroundPropertyHook;
import net.jqwik.api.lifecycle.PropagationMode;
import net.jqwik.api.lifecycle.PropertyExecutionResult;
import net.jqwik.api.lifecycle.PropertyExecutor;
import net.jqwik.api.lifecycle.PropertyLifecycleContext;
import org.junit.jupiter.api.Test;

/**
 * All laws as jqwik properties: a test class that implements this interface and says what its
 * {@link #subject} is has one named test for each {@link Law}.
 *
 * <p>A timeline that fails is made as small as it goes, and jqwik prints the seed by which the run
 * can be repeated. Its picture is written as an SVG file to the folder {@code target/crdt-testkit},
 * or the one that the system property {@code crdt.testkit.reports} names; none if that is empty. A
 * law that does not apply to the subject, or was left out by {@link Subject#without}, is reported
 * as aborted, with the reason.
 *
 * <p>How many timelines are tried for each law, 1,000 if nothing is said, is set on the class. To
 * repeat a run, override the property of the law with the seed that jqwik printed, and take it out
 * again in the end:
 *
 * <pre>{@code
 * @PropertyDefaults(tries = 100)
 * class HighestLawsTest implements CrdtLaws<Integer> {
 *
 *   @Override
 *   public Subject<Integer> subject() {
 *     return Subject.of(0)
 *         .merging(Math::max)
 *         .edit("raise", List.of(1, 2, 3), (score, me, to) -> Math.max(score, to))
 *         .deltaSince((score, base) -> score)
 *         .isAtMost((score, other) -> score <= other)
 *         .codec(score -> Integer.toString(score), text -> Integer.valueOf(text))
 *         .meaning(HighestLawsTest::highest);
 *   }
 *
 *   private static int highest(Visible visible) {
 *     return visible.edits("raise").mapToInt(raise -> raise.argument(Integer.class)).max().orElse(0);
 *   }
 *
 *   @Override
 *   @Property(seed = "4242")
 *   public void associative(@ForAll("timelines") Timeline timeline) {
 *     CrdtLaws.super.associative(timeline);
 *   }
 * }
 * }</pre>
 *
 * <p>Needs jqwik's engine, and a class whose name the build takes for that of a test. For any other
 * test framework there is {@link Law#check}.
 *
 * @param <S> the type of the states
 */
@AddLifecycleHook(CrdtLaws.AbortsWhatDoesNotApply.class)
@AddLifecycleHook(CrdtLaws.DrawsWhatBreaks.class)
@SuppressWarnings("exports") // whoever implements this has jqwik; all others need not
public interface CrdtLaws<S> {

  /** Returns what is checked: always the same, whenever it is asked for. */
  Subject<S> subject();

  /**
   * Returns the timelines on which every law is checked: up to 40 steps over 2 to 5 replicas, with
   * clocks that may go wrong, and states re-encoded if the subject has a codec.
   */
  @Provide
  default Arbitrary<Timeline> timelines() {
    return JqwikTimelines.arbitrary(subject());
  }

  /**
   * Fails where JUnit Jupiter runs the class and jqwik's engine is missing: no law would be
   * checked, and the build would stay green.
   */
  @Test
  default void isRunByJqwik() {
    JqwikTimelines.requireEngine(CrdtLaws.class.getClassLoader());
  }

  /**
   * Fails where the timelines give the laws hardly anything to judge, as where some edit never
   * changes a state. Reports how much happened on a thousand of them.
   */
  @Example
  default void lawsAreTested(Reporter reporter) {
    Tally tally = Tally.of(subject());
    reporter.publishValue("timelines", tally.activity().toString());
    tally.requireEffects(subject());
    tally.requireShares();
  }

  /** Checks {@link Law#TOTAL}. */
  @Property
  default void total(@ForAll("timelines") Timeline timeline) {
    Law.TOTAL.check(subject(), timeline);
  }

  /** Checks {@link Law#CONGRUENT}. */
  @Property
  default void congruent(@ForAll("timelines") Timeline timeline) {
    Law.CONGRUENT.check(subject(), timeline);
  }

  /** Checks {@link Law#IDEMPOTENT}. */
  @Property
  default void idempotent(@ForAll("timelines") Timeline timeline) {
    Law.IDEMPOTENT.check(subject(), timeline);
  }

  /** Checks {@link Law#NEUTRAL}. */
  @Property
  default void neutral(@ForAll("timelines") Timeline timeline) {
    Law.NEUTRAL.check(subject(), timeline);
  }

  /** Checks {@link Law#COMMUTATIVE}. */
  @Property
  default void commutative(@ForAll("timelines") Timeline timeline) {
    Law.COMMUTATIVE.check(subject(), timeline);
  }

  /** Checks {@link Law#ASSOCIATIVE}. */
  @Property
  default void associative(@ForAll("timelines") Timeline timeline) {
    Law.ASSOCIATIVE.check(subject(), timeline);
  }

  /** Checks {@link Law#INFLATING}. */
  @Property
  default void inflating(@ForAll("timelines") Timeline timeline) {
    Law.INFLATING.check(subject(), timeline);
  }

  /** Checks {@link Law#STALE_MERGE}. */
  @Property
  default void staleMerge(@ForAll("timelines") Timeline timeline) {
    Law.STALE_MERGE.check(subject(), timeline);
  }

  /** Checks {@link Law#CONVERGENT}. */
  @Property
  default void convergent(@ForAll("timelines") Timeline timeline) {
    Law.CONVERGENT.check(subject(), timeline);
  }

  /** Checks {@link Law#IMMUTABLE}. */
  @Property
  default void immutable(@ForAll("timelines") Timeline timeline) {
    Law.IMMUTABLE.check(subject(), timeline);
  }

  /** Checks {@link Law#BOUNDED}. */
  @Property
  default void bounded(@ForAll("timelines") Timeline timeline) {
    Law.BOUNDED.check(subject(), timeline);
  }

  /** Checks {@link Law#MEANING}. */
  @Property
  default void meaning(@ForAll("timelines") Timeline timeline) {
    Law.MEANING.check(subject(), timeline);
  }

  /** Checks {@link Law#ORDER}. */
  @Property
  default void order(@ForAll("timelines") Timeline timeline) {
    Law.ORDER.check(subject(), timeline);
  }

  /** Checks {@link Law#DELTA}. */
  @Property
  default void delta(@ForAll("timelines") Timeline timeline) {
    Law.DELTA.check(subject(), timeline);
  }

  /** Checks {@link Law#CODEC}. */
  @Property
  default void codec(@ForAll("timelines") Timeline timeline) {
    Law.CODEC.check(subject(), timeline);
  }

  /** How a law that does not apply is told apart from one that is broken; for jqwik alone. */
  final class AbortsWhatDoesNotApply implements AroundPropertyHook {

    /** Makes the hook. */
    public AbortsWhatDoesNotApply() {}

    @Override
    public PropagationMode propagateTo() {
      return PropagationMode.ALL_DESCENDANTS;
    }

    @Override
    public PropertyExecutionResult aroundProperty(
        PropertyLifecycleContext context, PropertyExecutor property) {
      PropertyExecutionResult result = property.execute();
      return result
          .throwable()
          .filter(DoesNotApply.class::isInstance)
          .map(result::mapToAborted)
          .orElse(result);
    }
  }

  /** How the picture of a violation is written, once jqwik can make it no smaller; for jqwik. */
  final class DrawsWhatBreaks implements AroundPropertyHook {

    /** Makes the hook. */
    public DrawsWhatBreaks() {}

    @Override
    public PropagationMode propagateTo() {
      return PropagationMode.ALL_DESCENDANTS;
    }

    @Override
    public PropertyExecutionResult aroundProperty(
        PropertyLifecycleContext context, PropertyExecutor property) {
      PropertyExecutionResult result = property.execute();
      return result
          .throwable()
          .filter(LawViolation.class::isInstance)
          .map(LawViolation.class::cast)
          .map(violation -> ReportFiles.save(violation, context.containerClass().getName()))
          .map(result::mapToFailed)
          .orElse(result);
    }
  }
}
