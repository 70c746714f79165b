package dev.rejoin.crdt.testkit;

import static dev.rejoin.crdt.testkit.Equation.equal;

import dev.rejoin.crdt.CausalOrder;
import io.vavr.control.Option;

/** What makes the order that a type offers the order of its merge. */
final class OrderLaws {

  private OrderLaws() {}

  static <S> Option<Breach> order(History<S> history) {
    Calls<S> in = history.calls();
    Pool<S> states = in.hasDeltas() ? history.pool().and(history.deltaPool()) : history.pool();
    return states
        .pairs("a", "b", (a, b) -> agreesWithMerge(in, a, b))
        .orElse(
            () -> states.each("a", a -> equal("isAtMost(a, a)", in.isAtMost(a, a), "true", true)))
        .orElse(() -> states.pairs("a", "b", (a, b) -> antisymmetric(in, a, b)))
        .orElse(() -> states.triples("a", "b", "c", (a, b, c) -> transitive(in, a, b, c)))
        .orElse(
            () ->
                in.compares()
                    ? states.pairs("a", "b", (a, b) -> compares(in, a, b))
                    : Option.none());
  }

  private static <S> Equation agreesWithMerge(Calls<S> in, S a, S b) {
    boolean absorbed = equal("merge(a, b)", in.merge(a, b), "b", b).holds();
    return equal("isAtMost(a, b)", in.isAtMost(a, b), "merge(a, b).equals(b)", absorbed);
  }

  private static <S> Equation antisymmetric(Calls<S> in, S a, S b) {
    boolean both = in.isAtMost(a, b) && in.isAtMost(b, a);
    return equal(
        "isAtMost(a, b) and isAtMost(b, a)", both, "a.equals(b)", equal("a", a, "b", b).holds());
  }

  private static <S> Equation transitive(Calls<S> in, S a, S b, S c) {
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
