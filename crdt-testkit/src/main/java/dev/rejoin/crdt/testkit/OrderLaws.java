package dev.rejoin.crdt.testkit;

import static dev.rejoin.crdt.testkit.Equation.equal;

import dev.rejoin.crdt.CausalOrder;
import io.vavr.control.Option;

/** What makes the order that a type offers the order of its merge. */
final class OrderLaws {

  private OrderLaws() {}

  static <S> Option<Breach> order(History<S> history) {
    Answers<S> in = history.answers();
    Calls<S> calls = history.calls();
    Pool<S> states =
        calls.hasDeltas() ? history.pool().and(history.deltaPool(), in) : history.pool();
    return states
        .pairs("a", "b", (a, b) -> agreesWithMerge(in, a, b))
        .orElse(
            () -> states.each("a", a -> equal("isAtMost(a, a)", in.isAtMost(a, a), "true", true)))
        .orElse(() -> states.pairs("a", "b", (a, b) -> antisymmetric(in, a, b)))
        .orElse(() -> states.triples("a", "b", "c", (a, b, c) -> transitive(in, a, b, c)))
        .orElse(
            () ->
                calls.compares()
                    ? states.pairs("a", "b", (a, b) -> compares(calls, a, b))
                    : Option.none());
  }

  private static <S> Equation agreesWithMerge(Answers<S> in, S a, S b) {
    boolean absorbed = equal("merge(a, b)", in.merge(a, b), "b", b).holds();
    return equal("isAtMost(a, b)", in.isAtMost(a, b), "merge(a, b).equals(b)", absorbed);
  }

  private static <S> Equation antisymmetric(Answers<S> in, S a, S b) {
    boolean both = in.isAtMost(a, b) && in.isAtMost(b, a);
    return equal("isAtMost(a, b) and isAtMost(b, a)", both, "a.equals(b)", in.areEqual(a, b));
  }

  private static <S> Equation transitive(Answers<S> in, S a, S b, S c) {
    boolean gap = in.isAtMost(a, b) && in.isAtMost(b, c) && !in.isAtMost(a, c);
    return equal("isAtMost(a, b) and isAtMost(b, c) and not isAtMost(a, c)", gap, "false", false);
  }

  private static <S> Equation compares(Calls<S> in, S a, S b) {
    return equal(
        "compare(a, b)",
        in.compare(a, b),
        "CausalOrder.of(isAtMost(a, b), isAtMost(b, a))",
        CausalOrder.of(in.isAtMost(a, b), in.isAtMost(b, a)));
  }
}
