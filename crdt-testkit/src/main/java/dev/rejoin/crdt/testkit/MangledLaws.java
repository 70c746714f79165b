package dev.rejoin.crdt.testkit;

import static dev.rejoin.crdt.testkit.Breach.operand;
import static dev.rejoin.crdt.testkit.Equation.equal;

import io.vavr.control.Either;
import io.vavr.control.Option;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * That a damaged encoding is refused, or read as a state like any other: one that can be written
 * again, shown and merged. With the initial state it must merge alike either way, unless it comes
 * of that one itself. More cannot be asked for: what was read may say of an edit, or of the initial
 * state, what no other replica says of the same, and then types that are right may differ.
 *
 * <p>Up to 3 steps the last state of a timeline is judged, and beyond 5 steps, too; in between
 * there are so many timelines that one state in {@value #SAMPLE} is.
 */
final class MangledLaws {

  private static final int SHORT = 3;
  private static final int LONG = 5;
  private static final int SAMPLE = 16;

  /** So many faults are tried up to 3 steps, and so many of them beyond. */
  private static final int MANY = 32;

  private static final int SOME = 8;

  /** So many states of the timeline, at most, are merged with what was read. */
  private static final int PARTNERS = 4;

  private MangledLaws() {}

  static <S> Option<Breach> refusedOrValid(History<S> history) {
    List<Moment<S>> moments = history.moments();
    int steps = history.timeline().steps().size();
    Option<Breach> breach = refusedOrValid(history, moments.get(moments.size() - 1), steps);
    return steps > 1 ? breach : breach.orElse(() -> refusedOrValid(history, moments.get(0), 0));
  }

  private static <S> Option<Breach> refusedOrValid(History<S> history, Moment<S> a, int steps) {
    Codec.Encoded encoded = history.calls().encode(a.state());
    boolean inSample = Math.floorMod(encoded.hashCode(), SAMPLE) == 0;
    if (steps > SHORT && steps <= LONG && !inSample) {
      return Option.none();
    }
    List<Mangled> mangled = Mangled.of(encoded, steps > SHORT ? SOME : MANY);
    if (mangled.isEmpty()) {
      return Option.none();
    }
    List<Either<Throwable, S>> answers = history.decoded(encoded, mangled);
    for (int i = 0; i < answers.size(); i++) {
      Breach.Operand[] names = {operand("a", a), named(a, mangled.get(i))};
      Option<Breach> breach =
          answers
              .get(i)
              .fold(
                  thrown -> refusal(thrown, names),
                  state -> valid(history, new Moment<>("decode(m)", state, a.visible()), names));
      if (breach.isDefined()) {
        return breach;
      }
    }
    return answers.size() == mangled.size()
        ? Option.none()
        : unanswered(operand("a", a), named(a, mangled.get(answers.size())));
  }

  private static Breach.Operand named(Moment<?> a, Mangled mangled) {
    return operand("m", new Moment<>(mangled.fault(), mangled.encoded(), a.visible()));
  }

  private static Option<Breach> refusal(Throwable thrown, Breach.Operand... names) {
    return thrown instanceof Exception
        ? Option.none()
        : broken("decode(m)", thrown.toString(), "a valid state, or an exception", names);
  }

  private static Option<Breach> unanswered(Breach.Operand... names) {
    String nothing = "nothing for " + Decoding.SECONDS + " seconds";
    return broken("decode(m)", nothing, "a valid state, or an exception", names);
  }

  private static Option<Breach> broken(
      String left, String what, String wanted, Breach.Operand... names) {
    return Option.some(Breach.of(equal(left, new Said(what), wanted, new Said(wanted)), names));
  }

  /** What a report says without quotes. */
  private record Said(String text) {

    @Override
    public String toString() {
      return text;
    }
  }

  private static <S> Option<Breach> valid(
      History<S> history, Moment<S> d, Breach.Operand... names) {
    Breach.Operand[] more = {names[0], names[1], operand("d", d)};
    try {
      return judged(history, d.state(), names[0].moment(), more);
    } catch (NotTotal e) {
      return broken("what is done with d", String.valueOf(e.getMessage()), "an answer", more);
    }
  }

  private static <S> Option<Breach> judged(
      History<S> history, S d, Moment<?> a, Breach.Operand... names) {
    Calls<S> in = history.calls();
    in.observe(d);
    Option<Breach> breach =
        Breach.unless(equal("decode(encode(d))", in.recode(d), "d", d), names)
            .orElse(() -> Breach.unless(equal("merge(d, d)", in.merge(d, d), "d", d), names));
    Moment<S> initial = history.moments().get(0);
    if (!history.subject().startsDiffer() && !a.visible().isEmpty()) {
      Breach.Operand[] more = {names[0], names[1], names[2], operand("initial", initial)};
      breach = breach.orElse(() -> beside(in, d, initial.state(), more));
    }
    for (Moment<S> s : partners(history, a)) {
      in.observe(in.merge(d, s.state()));
      in.observe(in.merge(s.state(), d));
    }
    return breach;
  }

  private static <S> Option<Breach> beside(Calls<S> in, S d, S initial, Breach.Operand... names) {
    S merged = in.merge(d, initial);
    Equation alike = equal("merge(d, initial)", merged, "merge(initial, d)", in.merge(initial, d));
    return Breach.unless(alike, names)
        .orElse(
            () ->
                Breach.unless(
                    equal(
                        "merge(merge(d, initial), initial)",
                        in.merge(merged, initial),
                        "merge(d, initial)",
                        merged),
                    names));
  }

  /** Returns the initial state, the one that was written, and the latest of some replicas. */
  private static <S> List<Moment<S>> partners(History<S> history, Moment<?> written) {
    List<Moment<S>> moments = history.moments();
    List<Moment<S>> partners = new ArrayList<>(List.of(moments.get(0)));
    Stream.concat(
            moments.stream().filter(moment -> moment == written),
            history.replicas().stream().map(past -> past.get(past.size() - 1)))
        .filter(moment -> partners.stream().noneMatch(other -> other.state() == moment.state()))
        .limit(PARTNERS - 1L)
        .forEach(partners::add);
    return partners;
  }
}
