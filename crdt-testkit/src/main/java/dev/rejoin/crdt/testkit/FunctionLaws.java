package dev.rejoin.crdt.testkit;

import static dev.rejoin.crdt.testkit.Breach.operand;
import static dev.rejoin.crdt.testkit.Equation.equal;

import io.vavr.control.Option;
import java.util.ArrayList;
import java.util.List;

/** What makes the parts of a subject functions: an answer for every state, the same for equals. */
final class FunctionLaws {

  private FunctionLaws() {}

  /** Fails by {@link NotTotal} where there is no answer, by a breach where it is not the same. */
  static <S> Option<Breach> total(History<S> history) {
    history.newMoments().forEach(a -> history.answers().observe(a.state()));
    history.pool().forEachPair((a, b) -> answered(history, a, b));
    return repeatable(history);
  }

  private static <S> void answered(History<S> history, S a, S b) {
    Answers<S> in = history.answers();
    in.observe(in.merge(a, b));
    if (history.calls().hasDeltas()) {
      in.deltaSince(a, b);
    }
    if (history.calls().hasOrder()) {
      in.isAtMost(a, b);
    }
    if (history.calls().compares()) {
      history.calls().compare(a, b);
    }
  }

  private static <S> Option<Breach> repeatable(History<S> history) {
    History<S> again = history.beside(Law.TOTAL, () -> history.alike(history.subject()));
    List<Moment<S>> moments = history.moments();
    for (int i = moments.size() - history.newMoments().size(); i < moments.size(); i++) {
      Option<Breach> breach = answeredAlike(history, moments.get(i), again.moments().get(i));
      if (breach.isDefined()) {
        return breach;
      }
    }
    return Option.none();
  }

  private static <S> Option<Breach> answeredAlike(
      History<S> history, Moment<S> first, Moment<S> second) {
    S a = first.state();
    S again = second.state();
    return Breach.unless(equal("a, played once", a, "a, played again", again), operand("a", first))
        .orElse(
            () ->
                Breach.unless(
                    equal(
                        "value of a",
                        history.answers().observe(a),
                        "value of a, seen again",
                        history.calls().observe(a)),
                    operand("a", first)));
  }

  static <S> Option<Breach> congruent(History<S> history) {
    List<Moment<S>> classes = new ArrayList<>(); // of equal states the first
    for (Moment<S> b : history.moments()) {
      boolean isNew = true;
      for (Moment<S> a : classes) {
        if (a.state() == b.state()) {
          isNew = false;
        } else if (history.answers().areEqual(a.state(), b.state())) {
          isNew = false;
          Option<Breach> breach = interchangeable(history, a, b);
          if (breach.isDefined()) {
            return breach;
          }
        }
      }
      if (isNew) {
        classes.add(b);
      }
    }
    return Option.none();
  }

  private static <S> Option<Breach> interchangeable(
      History<S> history, Moment<S> first, Moment<S> second) {
    return history.chronicle().isNew(second)
        ? lookingAlike(history, first, second)
            .orElse(() -> mergingAlike(history, first, second, history.pool().moments()))
        : mergingAlike(history, first, second, history.newMoments());
  }

  private static <S> Option<Breach> lookingAlike(
      History<S> history, Moment<S> first, Moment<S> second) {
    Answers<S> in = history.answers();
    S a = first.state();
    S b = second.state();
    int hashA = history.calls().hash(a);
    int hashB = history.calls().hash(b);
    Breach.Operand[] names = {operand("a", first), operand("b", second)};
    return Breach.unless(equal("b.equals(a)", in.areEqual(b, a), "a.equals(b)", true), names)
        .orElse(() -> Breach.unless(equal("hash code of a", hashA, "hash code of b", hashB), names))
        .orElse(
            () ->
                Breach.unless(
                    equal("value of a", in.observe(a), "value of b", in.observe(b)), names));
  }

  private static <S> Option<Breach> mergingAlike(
      History<S> history, Moment<S> first, Moment<S> second, List<Moment<S>> thirds) {
    Answers<S> in = history.answers();
    S a = first.state();
    S b = second.state();
    for (Moment<S> third : thirds) {
      S c = third.state();
      Breach.Operand[] names = {operand("a", first), operand("b", second), operand("c", third)};
      Option<Breach> breach =
          Breach.unless(equal("merge(a, c)", in.merge(a, c), "merge(b, c)", in.merge(b, c)), names)
              .orElse(
                  () ->
                      Breach.unless(
                          equal("merge(c, a)", in.merge(c, a), "merge(c, b)", in.merge(c, b)),
                          names));
      if (breach.isDefined()) {
        return breach;
      }
    }
    return Option.none();
  }
}
