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
    List<Moment<S>> moments = history.pool().moments();
    for (Moment<S> a : moments) {
      history.calls().observe(a.state());
      for (Moment<S> b : moments) {
        answered(history.calls(), a.state(), b.state());
      }
    }
    return repeatable(history);
  }

  private static <S> void answered(Calls<S> in, S a, S b) {
    in.observe(in.merge(a, b));
    if (in.hasDeltas()) {
      in.deltaSince(a, b);
    }
    if (in.hasOrder()) {
      in.isAtMost(a, b);
    }
    if (in.compares()) {
      in.compare(a, b);
    }
  }

  private static <S> Option<Breach> repeatable(History<S> history) {
    History<S> again = new History<>(history.subject(), history.timeline());
    again.play();
    for (int i = 0; i < history.moments().size(); i++) {
      Moment<S> first = history.moments().get(i);
      Moment<S> second = again.moments().get(i);
      Option<Breach> breach =
          Breach.unless(
              equal("a, played once", first.state(), "a, played again", second.state()),
              operand("a", first));
      if (breach.isDefined()) {
        return breach;
      }
    }
    return Option.none();
  }

  static <S> Option<Breach> congruent(History<S> history) {
    List<Moment<S>> classes = new ArrayList<>(); // of equal states the first
    for (Moment<S> b : history.moments()) {
      boolean isNew = true;
      for (Moment<S> a : classes) {
        if (a.state() == b.state()) {
          isNew = false;
        } else if (equal("a", a.state(), "b", b.state()).holds()) {
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
    Calls<S> in = history.calls();
    S a = first.state();
    S b = second.state();
    Breach.Operand[] names = {operand("a", first), operand("b", second)};
    return Breach.unless(
            equal("b.equals(a)", equal("", b, "", a).holds(), "a.equals(b)", true), names)
        .orElse(
            () ->
                Breach.unless(
                    equal("hash code of a", in.hash(a), "hash code of b", in.hash(b)), names))
        .orElse(
            () ->
                Breach.unless(
                    equal("value of a", in.observe(a), "value of b", in.observe(b)), names))
        .orElse(() -> mergingAlike(history, first, second));
  }

  private static <S> Option<Breach> mergingAlike(
      History<S> history, Moment<S> first, Moment<S> second) {
    Calls<S> in = history.calls();
    S a = first.state();
    S b = second.state();
    for (Moment<S> third : history.pool().moments()) {
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
