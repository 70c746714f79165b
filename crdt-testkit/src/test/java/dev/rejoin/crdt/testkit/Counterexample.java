package dev.rejoin.crdt.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Random;

/** Finds a timeline on which a law breaks, and makes it as small as it goes, as jqwik does. */
final class Counterexample {

  private static final int TRIES = 1000;

  private Counterexample() {}

  /** Returns how that law breaks: the same at every call. */
  static LawViolation of(Law law, Subject<?> subject) {
    return of(law, subject, new Random(1));
  }

  static LawViolation of(Law law, Subject<?> subject, Random random) {
    for (int i = 0; i < TRIES; i++) {
      Optional<LawViolation> found = violation(law, subject, RandomTimelines.next(random, subject));
      if (found.isPresent()) {
        return smallest(law, subject, found.get());
      }
    }
    throw new AssertionError("law " + law + " holds on " + TRIES + " timelines");
  }

  /** Asserts that the law rejects the broken type, on a timeline of no more steps than that. */
  static void assertRejects(String flaw, Law law, int steps, Subject<?> broken) {
    LawViolation violation = of(law, broken);

    assertThat(violation.law()).as(flaw).isEqualTo(law);
    assertThat(violation.timeline().steps())
        .as(flaw + violation.getMessage())
        .hasSizeLessThanOrEqualTo(steps);
    assertThat(violation).hasMessageStartingWith(law + ": ");
  }

  private static LawViolation smallest(Law law, Subject<?> subject, LawViolation violation) {
    return SmallerTimelines.of(violation.timeline())
        .flatMap(timeline -> violation(law, subject, timeline).stream())
        .findFirst()
        .map(smaller -> smallest(law, subject, smaller))
        .orElse(violation);
  }

  private static Optional<LawViolation> violation(Law law, Subject<?> subject, Timeline timeline) {
    try {
      law.check(subject, timeline);
      return Optional.empty();
    } catch (LawViolation e) {
      return e.law() == law ? Optional.of(e) : Optional.empty();
    }
  }
}
