package dev.rejoin.crdt.testkit;

import static dev.rejoin.crdt.testkit.Breach.operand;
import static dev.rejoin.crdt.testkit.Equation.equal;

import io.vavr.control.Option;
import java.util.List;
import java.util.stream.IntStream;

/** What makes a delta as good as the state that it was taken from. */
final class DeltaLaws {

  private DeltaLaws() {}

  static <S> Option<Breach> delta(History<S> history) {
    Answers<S> in = history.answers();
    Pool<S> pool = history.pool();
    Pool<S> deltas = history.deltaPool();
    return pool.pairs("x", "base", (x, base) -> sufficient(in, x, base))
        .orElse(() -> pool.pairs("x", "base", (x, base) -> atMost(in, x, base)))
        .orElse(() -> deltas.triples("a", "d", "e", (a, d, e) -> inAnyOrder(in, a, d, e)))
        .orElse(() -> replicas(history))
        .orElse(() -> backwards(history));
  }

  private static <S> Equation sufficient(Answers<S> in, S x, S base) {
    return equal(
        "merge(base, deltaSince(x, base))",
        in.merge(base, in.deltaSince(x, base)),
        "merge(base, x)",
        in.merge(base, x));
  }

  private static <S> Equation atMost(Answers<S> in, S x, S base) {
    return equal("merge(x, deltaSince(x, base))", in.merge(x, in.deltaSince(x, base)), "x", x);
  }

  private static <S> Equation inAnyOrder(Answers<S> in, S a, S d, S e) {
    return equal(
        "merge(merge(a, d), e)",
        in.merge(in.merge(a, d), e),
        "merge(merge(a, e), d)",
        in.merge(in.merge(a, e), d));
  }

  private static <S> Option<Breach> replicas(History<S> history) {
    for (List<Moment<S>> past : history.replicas()) {
      Option<Breach> breach =
          !history.chronicle().newOf(past).isEmpty() && onlyGrows(past)
              ? repeatedBackwards(history.answers(), past)
                  .orElse(() -> withLosses(history.answers(), past))
              : Option.none();
      if (breach.isDefined()) {
        return breach;
      }
    }
    return Option.none();
  }

  /** Not so if the replica was restored from an earlier state. */
  private static <S> boolean onlyGrows(List<Moment<S>> past) {
    return IntStream.range(1, past.size()).allMatch(i -> past.get(i - 1).isWithin(past.get(i)));
  }

  private static <S> Option<Breach> repeatedBackwards(Answers<S> in, List<Moment<S>> past) {
    S merged = past.get(0).state();
    for (int i = past.size() - 1; i > 0; i--) {
      S delta = in.deltaSince(past.get(i).state(), past.get(i - 1).state());
      merged = in.merge(in.merge(merged, delta), delta);
    }
    Moment<S> x = past.get(past.size() - 1);
    return Breach.unless(
        equal(
            "the deltas between all states up to x, latest first, each twice",
            merged,
            "x",
            x.state()),
        operand("x", x));
  }

  private static <S> Option<Breach> withLosses(Answers<S> in, List<Moment<S>> past) {
    S merged = past.get(0).state();
    for (int i = 2; i < past.size(); i += 2) {
      merged = in.merge(merged, in.deltaSince(past.get(i).state(), past.get(i - 1).state()));
    }
    Moment<S> x = past.get(past.size() - 1);
    return Breach.unless(
        equal(
            "every second delta between the states up to x, then x itself",
            in.merge(merged, x.state()),
            "x",
            x.state()),
        operand("x", x));
  }

  private static <S> Option<Breach> backwards(History<S> history) {
    Answers<S> in = history.answers();
    List<Moment<S>> deltas = history.deltas();
    S merged = started(history);
    for (int i = deltas.size() - 1; i >= 0; i--) {
      merged = in.merge(merged, deltas.get(i).state());
    }
    S full = started(history);
    for (Moment<S> moment : history.moments()) {
      full = in.merge(full, moment.state());
    }
    return Breach.unless(
        equal("the deltas of all edits, latest first", merged, "all states, in order", full));
  }

  private static <S> S started(History<S> history) {
    List<Moment<S>> starts = history.chronicle().starts();
    S merged = starts.get(0).state();
    for (Moment<S> start : starts.subList(1, starts.size())) {
      merged = history.answers().merge(merged, start.state());
    }
    return merged;
  }
}
