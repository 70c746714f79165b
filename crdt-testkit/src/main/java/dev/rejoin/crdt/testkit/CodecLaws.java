package dev.rejoin.crdt.testkit;

import static dev.rejoin.crdt.testkit.Breach.operand;
import static dev.rejoin.crdt.testkit.Equation.equal;

import io.vavr.control.Option;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What makes a state that was written and read again as good as before. */
final class CodecLaws {

  private CodecLaws() {}

  static <S> Option<Breach> codec(History<S> history) {
    Calls<S> in = history.calls();
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
        .orElse(() -> atEveryStep(history));
  }

  private static <S> Option<Breach> canonical(History<S> history) {
    Calls<S> in = history.calls();
    Map<S, Moment<S>> firsts = new HashMap<>();
    for (Moment<S> b : history.moments()) {
      Moment<S> a = Calls.attempt("equals or hashCode", () -> firsts.putIfAbsent(b.state(), b));
      if (a != null && a.state() != b.state()) {
        Equation alike =
            equal("encode(a)", in.encode(a.state()), "encode(b)", in.encode(b.state()));
        if (!alike.holds()) {
          return Option.some(Breach.of(alike, operand("a", a), operand("b", b)));
        }
      }
    }
    return Option.none();
  }

  private static <S> Option<Breach> atEveryStep(History<S> history) {
    History<S> recoded = new History<>(history.subject(), history.timeline());
    recoded.recodeAlways();
    recoded.play();
    List<Moment<S>> moments = history.moments();
    for (int i = 0; i < moments.size(); i++) {
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
