package dev.rejoin.crdt.testkit;

import static dev.rejoin.crdt.testkit.Breach.operand;
import static dev.rejoin.crdt.testkit.Equation.equal;

import io.vavr.control.Option;
import java.util.List;

/** What makes merge a least upper bound: equations over any states of one history. */
final class MergeLaws {

  private MergeLaws() {}

  static <S> Option<Breach> idempotent(History<S> history) {
    Answers<S> in = history.answers();
    Pool<S> pool = history.pool();
    return pool.each("a", a -> equal("merge(a, a)", in.merge(a, a), "a", a))
        .orElse(() -> pool.pairs("a", "b", (a, b) -> repeated(in, a, b)));
  }

  private static <S> Equation repeated(Answers<S> in, S a, S b) {
    S once = in.merge(a, b);
    return equal("merge(merge(a, b), b)", in.merge(once, b), "merge(a, b)", once);
  }

  static <S> Option<Breach> neutral(History<S> history) {
    for (List<Moment<S>> past : history.replicas()) {
      for (Moment<S> x : history.chronicle().newOf(past)) {
        Option<Breach> breach = neutral(history.answers(), past.get(0), x);
        if (breach.isDefined()) {
          return breach;
        }
      }
    }
    return Option.none();
  }

  private static <S> Option<Breach> neutral(Answers<S> in, Moment<S> initial, Moment<S> x) {
    S before = in.merge(initial.state(), x.state());
    S after = in.merge(x.state(), initial.state());
    Breach.Operand[] names = {operand("initial", initial), operand("x", x)};
    return Breach.unless(equal("merge(initial, x)", before, "x", x.state()), names)
        .orElse(() -> Breach.unless(equal("merge(x, initial)", after, "x", x.state()), names));
  }

  static <S> Option<Breach> commutative(History<S> history) {
    Answers<S> in = history.answers();
    return history
        .pool()
        .pairs(
            "a",
            "b",
            (a, b) -> equal("merge(a, b)", in.merge(a, b), "merge(b, a)", in.merge(b, a)));
  }

  static <S> Option<Breach> associative(History<S> history) {
    Answers<S> in = history.answers();
    return history
        .pool()
        .triples(
            "a",
            "b",
            "c",
            (a, b, c) ->
                equal(
                    "merge(merge(a, b), c)",
                    in.merge(in.merge(a, b), c),
                    "merge(a, merge(b, c))",
                    in.merge(a, in.merge(b, c))));
  }
}
