package dev.rejoin.crdt.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Looks for a smallest timeline on 2 replicas that breaks a law, by trying all in length order. */
final class Smallest {

  private Smallest() {}

  /** Returns how that law breaks within so many edits, merges and those other steps. */
  static LawViolation of(Law law, int steps, Subject<?> subject, Step... others) {
    return find(law, steps, subject, others)
        .orElseThrow(
            () -> new AssertionError("law " + law + " holds on all timelines of " + steps));
  }

  static Optional<LawViolation> find(Law law, int steps, Subject<?> subject, Step... others) {
    List<Step> alphabet = new ArrayList<>(List.of(Step.merge(0, 1), Step.merge(1, 0)));
    for (int edit = 0; edit < subject.edits().size(); edit++) {
      alphabet.add(Step.edit(0, edit));
      alphabet.add(Step.edit(1, edit));
    }
    alphabet.addAll(List.of(others));
    return IntStream.rangeClosed(0, steps)
        .boxed()
        .flatMap(length -> timelines(alphabet, length))
        .flatMap(sequence -> violation(law, subject, sequence).stream())
        .findFirst();
  }

  private static Stream<List<Step>> timelines(List<Step> alphabet, int length) {
    return length == 0
        ? Stream.of(List.of())
        : timelines(alphabet, length - 1)
            .flatMap(shorter -> alphabet.stream().map(next -> and(shorter, next)));
  }

  private static List<Step> and(List<Step> steps, Step next) {
    List<Step> more = new ArrayList<>(steps);
    more.add(next);
    return more;
  }

  private static Optional<LawViolation> violation(Law law, Subject<?> subject, List<Step> steps) {
    try {
      law.check(subject, new Timeline(steps, List.of()));
      return Optional.empty();
    } catch (LawViolation e) {
      return e.law() == law ? Optional.of(e) : Optional.empty();
    }
  }
}
