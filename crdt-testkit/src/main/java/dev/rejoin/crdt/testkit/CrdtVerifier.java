package dev.rejoin.crdt.testkit;

import java.time.Duration;
import java.util.Comparator;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * All laws in one line, under any test framework or none:
 *
 * <pre>{@code
 * CrdtVerifier.of(subject).verify();
 * }</pre>
 *
 * <p>First the timelines of up to 5 steps are gone through in which 2 replicas edit and merge, the
 * shortest first, until all are done or the time is up: with four edits they are 111,110. Timelines
 * with late messages and deltas, with a third replica, and with wrong clocks where the type reads
 * its clock, are gone through up to 3 steps, and further if it can be foreseen that they fit into
 * the time. What is found there is a smallest counterexample. Random timelines of up to 40 steps on
 * up to 5 replicas come after, and are made smaller.
 *
 * <p>A run in which too little happens fails as well: if some edit never changes a state, none
 * changes what is observed, or hardly any two are concurrent.
 *
 * <p>Equal runs find equal violations, as far as the time lets them come equally far. {@link
 * Coverage} says how far that was.
 *
 * <p>Immutable; each method that sets something returns a new verifier.
 *
 * @param <S> the type of the states
 */
public final class CrdtVerifier<S> {

  private static final Duration TEN_SECONDS = Duration.ofSeconds(10);
  private static final int THOUSAND = 1000;

  private final Subject<S> subject;
  private final long seed;
  private final int timelines;
  private final Duration within;

  private CrdtVerifier(Subject<S> subject, long seed, int timelines, Duration within) {
    this.subject = subject;
    this.seed = seed;
    this.timelines = timelines;
    this.within = within;
  }

  /**
   * Returns a verifier of that subject, with 1,000 random timelines from seed 1, and 10 seconds for
   * all.
   *
   * @throws NullPointerException if {@code subject} is null
   */
  public static <S> CrdtVerifier<S> of(Subject<S> subject) {
    return new CrdtVerifier<>(Objects.requireNonNull(subject, "subject"), 1, THOUSAND, TEN_SECONDS);
  }

  /** Returns this verifier with that seed of its random timelines. */
  public CrdtVerifier<S> seed(long seed) {
    return new CrdtVerifier<>(subject, seed, timelines, within);
  }

  /**
   * Returns this verifier with that number of random timelines.
   *
   * @throws IllegalArgumentException if it is negative
   */
  public CrdtVerifier<S> timelines(int timelines) {
    if (timelines < 0) {
      throw new IllegalArgumentException(
          "number of timelines must not be negative, was " + timelines);
    }
    return new CrdtVerifier<>(subject, seed, timelines, within);
  }

  /**
   * Returns this verifier with that time for one run; a fifth of it is kept for random timelines.
   * Only making a counterexample smaller may take longer.
   *
   * @throws NullPointerException if {@code time} is null
   * @throws IllegalArgumentException if it is not positive, or longer than a day
   */
  public CrdtVerifier<S> within(Duration time) {
    if (time.isZero() || time.isNegative() || time.compareTo(Duration.ofDays(1)) > 0) {
      throw new IllegalArgumentException("time must be positive and at most a day, was " + time);
    }
    return new CrdtVerifier<>(subject, seed, timelines, time);
  }

  /**
   * Looks for a timeline on which a law breaks.
   *
   * @return what was covered, none of which breaks any law
   * @throws LawViolation for the smallest timeline found on which a law breaks, and the first of
   *     the laws that do there
   * @throws IllegalStateException if the subject has no edits, its meaning fails, or nothing was
   *     found because too little happened
   */
  public Coverage verify() {
    Search<S> search = new Search<>(subject, true, within);
    Coverage coverage = search.run(timelines, seed);
    search.found().values().stream()
        .min(Comparator.comparingInt(violation -> violation.timeline().steps().size()))
        .ifPresent(
            violation -> {
              throw violation;
            });
    search.requireActivity();
    return coverage;
  }

  /**
   * Returns one test for each law, under the law's name, and one that enough happened for the laws
   * to judge, to be returned from a method with JUnit Jupiter's {@code @TestFactory}.
   *
   * <p>The first one that is run searches for all of them. A law that does not apply to the subject
   * is reported as aborted, with the reason.
   *
   * @throws IllegalStateException if the subject has no edits
   */
  @SuppressWarnings("exports") // whoever calls this has Jupiter; all others need not
  public Stream<DynamicTest> tests() {
    return JupiterTests.of(subject, this::searched);
  }

  private Search<S> searched() {
    Search<S> search = new Search<>(subject, false, within);
    search.run(timelines, seed);
    return search;
  }
}
