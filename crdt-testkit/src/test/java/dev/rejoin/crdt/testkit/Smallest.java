package dev.rejoin.crdt.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Looks for a smallest timeline on 2 replicas that breaks a law, by trying all in length order: the
 * plain way, of which the search must be no worse.
 */
final class Smallest {

  private static final List<List<WallClock>> STEADY = List.of(List.of());

  private static final List<List<WallClock>> WRONG =
      List.of(
          List.of(WallClock.COARSE, WallClock.COARSE),
          List.of(WallClock.STEADY, WallClock.BEHIND),
          List.of(WallClock.BEHIND, WallClock.STEADY));

  private final Law law;
  private final Subject<?> subject;
  private final List<Step> alphabet = new ArrayList<>();
  private boolean clockRead;
  private long tried;

  private Smallest(Law law, Subject<?> subject, Step... others) {
    this.law = law;
    this.subject = subject;
    for (int edit = 0; edit < subject.edits().size(); edit++) {
      alphabet.add(Step.edit(0, edit));
      alphabet.add(Step.edit(1, edit));
    }
    alphabet.addAll(List.of(Step.merge(0, 1), Step.merge(1, 0)));
    alphabet.addAll(List.of(others));
  }

  /**
   * What was found.
   *
   * @param tried how many timelines were played until then
   */
  record Found(LawViolation violation, long tried) {}

  /** Returns how that law breaks within so many edits, merges and those other steps. */
  static LawViolation of(Law law, int steps, Subject<?> subject, Step... others) {
    return search(law, steps, subject, others)
        .orElseThrow(() -> new AssertionError("law " + law + " holds on all timelines of " + steps))
        .violation();
  }

  static Optional<LawViolation> find(Law law, int steps, Subject<?> subject, Step... others) {
    return search(law, steps, subject, others).map(Found::violation);
  }

  static Optional<Found> search(Law law, int steps, Subject<?> subject, Step... others) {
    return new Smallest(law, subject, others).search(steps);
  }

  private Optional<Found> search(int steps) {
    return IntStream.rangeClosed(0, steps)
        .boxed()
        .flatMap(length -> Stream.of(STEADY, WRONG).flatMap(clocks -> timelines(length, clocks)))
        .flatMap(timeline -> violation(timeline).stream())
        .findFirst()
        .map(violation -> new Found(violation, tried));
  }

  private Stream<Timeline> timelines(int length, List<List<WallClock>> clocks) {
    return clocks == WRONG && !clockRead
        ? Stream.empty()
        : sequences(length).flatMap(steps -> clocks.stream().map(set -> new Timeline(steps, set)));
  }

  private Stream<List<Step>> sequences(int length) {
    return length == 0
        ? Stream.of(List.of())
        : sequences(length - 1).flatMap(first -> alphabet.stream().map(last -> and(first, last)));
  }

  private static List<Step> and(List<Step> steps, Step next) {
    List<Step> more = new ArrayList<>(steps);
    more.add(next);
    return more;
  }

  private Optional<LawViolation> violation(Timeline timeline) {
    tried++;
    try {
      law.check(subject, timeline);
    } catch (LawViolation e) {
      return e.law() == law ? Optional.of(e) : Optional.empty();
    }
    clockRead |= tried <= 10_000 && readsClock(subject, timeline);
    return Optional.empty();
  }

  private static <S> boolean readsClock(Subject<S> subject, Timeline timeline) {
    History<S> history = History.of(subject, timeline);
    history.play();
    return history.clockRead();
  }
}
