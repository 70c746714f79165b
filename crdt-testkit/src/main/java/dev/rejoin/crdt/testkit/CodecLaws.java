package dev.rejoin.crdt.testkit;

import static dev.rejoin.crdt.testkit.Breach.operand;
import static dev.rejoin.crdt.testkit.Equation.equal;

import io.vavr.control.Option;
import java.util.List;

/** What makes a state that was written and read again as good as before. */
final class CodecLaws {

  private CodecLaws() {}

  static <S> Option<Breach> codec(History<S> history) {
    Answers<S> in = history.answers();
    Pool<S> pool = history.pool();
    return pool.each("a", a -> equal("decode(encode(a))", in.recode(a), "a", a))
        .orElse(
            () ->
                pool.each(
                    "a",
                    a ->
                        equal(
                            "value of decode(encode(a))",
                            in.observe(in.recode(a)),
                            "value of a",
                            in.observe(a))))
        .orElse(
            () ->
                pool.each(
                    "a",
                    a ->
                        equal(
                            "encode(decode(encode(a)))",
                            in.encode(in.recode(a)),
                            "encode(a)",
                            in.encode(a))))
        .orElse(() -> canonical(history))
        .orElse(() -> atEveryStep(history))
        .orElse(() -> MangledLaws.refusedOrValid(history));
  }

  private static <S> Option<Breach> canonical(History<S> history) {
    Answers<S> in = history.answers();
    for (Moment<S> b : history.newMoments()) {
      for (Moment<S> a : history.moments()) {
        if (a.state() != b.state() && in.areEqual(a.state(), b.state())) {
          Option<Breach> breach =
              Breach.unless(
                  equal("encode(a)", in.encode(a.state()), "encode(b)", in.encode(b.state())),
                  operand("a", a),
                  operand("b", b));
          if (breach.isDefined()) {
            return breach;
          }
        }
      }
    }
    return Option.none();
  }

  private static <S> Option<Breach> atEveryStep(History<S> history) {
    History<S> recoded = history.recoded();
    List<Moment<S>> moments = history.moments();
    for (int i = moments.size() - history.newMoments().size(); i < moments.size(); i++) {
      Moment<S> a = moments.get(i);
      Equation same =
          equal("a, re-encoded at every step", recoded.moments().get(i).state(), "a", a.state());
      if (!same.holds()) {
        return Option.some(Breach.of(same, operand("a", a)));
      }
    }
    return Option.none();
  }
}
