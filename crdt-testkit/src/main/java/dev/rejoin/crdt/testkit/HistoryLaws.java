package dev.rejoin.crdt.testkit;

import static dev.rejoin.crdt.testkit.Breach.operand;
import static dev.rejoin.crdt.testkit.Equation.equal;

import io.vavr.control.Option;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What must hold of states because of the edits that had reached them. */
final class HistoryLaws {

  private HistoryLaws() {}

  static <S> Option<Breach> inflating(History<S> history) {
    Answers<S> in = history.answers();
    for (Change<S> change : history.chronicle().newChanges()) {
      S old = change.old().state();
      S edited = change.edited().state();
      Breach.Operand[] names = {operand("old", change.old()), operand("edited", change.edited())};
      Option<Breach> breach =
          Breach.unless(equal("merge(old, edited)", in.merge(old, edited), "edited", edited), names)
              .orElse(
                  () ->
                      Breach.unless(
                          equal("merge(edited, old)", in.merge(edited, old), "edited", edited),
                          names));
      if (breach.isDefined()) {
        return breach;
      }
    }
    return Option.none();
  }

  static <S> Option<Breach> staleMerge(History<S> history) {
    return history
        .pool()
        .moments((x, y) -> x.isWithin(y) ? stale(history.answers(), x, y) : Option.none());
  }

  private static <S> Option<Breach> stale(Answers<S> in, Moment<S> x, Moment<S> y) {
    S merged = in.merge(y.state(), x.state());
    Breach.Operand[] names = {operand("x", x), operand("y", y)};
    Option<Breach> state = Breach.unless(equal("merge(y, x)", merged, "y", y.state()), names);
    return state.isDefined() || merged == y.state()
        ? state
        : Breach.unless(
            equal("value of merge(y, x)", in.observe(merged), "value of y", in.observe(y.state())),
            names);
  }

  static <S> Option<Breach> convergent(History<S> history) {
    Map<BitSet, Moment<S>> firsts = new HashMap<>();
    for (Moment<S> b : history.moments()) {
      Moment<S> a = firsts.putIfAbsent(b.visible(), b);
      if (a != null && a.state() != b.state() && history.chronicle().isNew(b)) {
        Option<Breach> breach =
            same(
                history.answers(),
                "a",
                a.state(),
                "b",
                b.state(),
                operand("a", a),
                operand("b", b));
        if (breach.isDefined()) {
          return breach;
        }
      }
    }
    return quiescent(history);
  }

  /** When all have sent all they have, and in the end once more what they had before. */
  private static <S> Option<Breach> quiescent(History<S> history) {
    Answers<S> in = history.answers();
    List<Moment<S>> latest =
        history.replicas().stream().map(past -> past.get(past.size() - 1)).toList();
    Breach.Operand[] names = new Breach.Operand[latest.size()];
    for (int i = 0; i < names.length; i++) {
      names[i] = operand(History.name(i), latest.get(i));
    }
    S expected = mergeFrom(in, latest, 0);
    for (int first = 1; first < latest.size(); first++) {
      S other = mergeFrom(in, latest, first);
      Option<Breach> breach =
          same(
              in,
              expression(names.length, first),
              other,
              expression(names.length, 0),
              expected,
              names);
      if (breach.isDefined()) {
        return breach;
      }
    }
    S repeated = expected;
    BitSet kept = new BitSet();
    latest.forEach(moment -> kept.or(moment.visible()));
    Moment<S> all = new Moment<>("", expected, kept);
    for (int i = history.moments().size() - 1; i >= 0; i--) {
      Moment<S> earlier = history.moments().get(i);
      if (earlier.isWithin(all)) { // what a restored replica has lost is not repeated
        repeated = in.merge(repeated, earlier.state());
      }
    }
    return same(
        in,
        expression(names.length, 0) + " with every earlier state once more, latest first",
        repeated,
        expression(names.length, 0),
        expected,
        names);
  }

  private static <S> S mergeFrom(Answers<S> in, List<Moment<S>> moments, int first) {
    S merged = moments.get(first).state();
    for (int i = 1; i < moments.size(); i++) {
      merged = in.merge(merged, moments.get((first + i) % moments.size()).state());
    }
    return merged;
  }

  private static String expression(int replicas, int first) {
    StringBuilder text = new StringBuilder("merge(".repeat(replicas - 1));
    text.append(History.name(first));
    for (int i = 1; i < replicas; i++) {
      text.append(", ").append(History.name((first + i) % replicas)).append(')');
    }
    return text.toString();
  }

  private static <S> Option<Breach> same(
      Answers<S> in, String a, S stateA, String b, S stateB, Breach.Operand... names) {
    return Breach.unless(equal(a, stateA, b, stateB), names)
        .orElse(
            () ->
                Breach.unless(
                    equal("value of " + a, in.observe(stateA), "value of " + b, in.observe(stateB)),
                    names));
  }
}
