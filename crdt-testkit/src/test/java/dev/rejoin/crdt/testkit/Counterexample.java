package dev.rejoin.crdt.testkit;

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
    return find(law, subject, random)
        .orElseThrow(() -> new AssertionError("law " + law + " holds on " + TRIES + " timelines"));
  }

  static Optional<LawViolation> find(Law law, Subject<?> subject) {
    return find(law, subject, new Random(1));
  }

  private static Optional<LawViolation> find(Law law, Subject<?> subject, Random random) {
    for (int i = 0; i < TRIES; i++) {
      Optional<LawViolation> found = violation(law, subject, RandomTimelines.next(random, subject));
      if (found.isPresent()) {
        return Optional.of(smallest(law, subject, found.get()));
      }
    }
    return Optional.empty();
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
