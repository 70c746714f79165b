package dev.rejoin.crdt.testkit;

import static dev.rejoin.crdt.testkit.Breach.operand;
import static dev.rejoin.crdt.testkit.Equation.equal;

import io.vavr.control.Option;
import java.lang.reflect.Array;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** That what a timeline has brought about stays as it is, and does not grow by what it knows. */
final class ImmutabilityLaws {

  private ImmutabilityLaws() {}

  /** Needs a history that is watched. */
  static <S> Option<Breach> immutable(History<S> history) {
    Calls<S> in = history.calls();
    history
        .pool()
        .forEachPair(
            (a, b) -> {
              in.merge(a, b);
              if (in.hasDeltas()) {
                in.deltaSince(a, b);
              }
            });
    return history.newChanged().orElse(() -> handedOut(history));
  }

  private static <S> Option<Breach> handedOut(History<S> history) {
    if (!history.calls().hasObserver()) {
      return Option.none();
    }
    for (Moment<S> a : history.newMoments()) {
      Option<Breach> breach = handedOut(history.calls(), a);
      if (breach.isDefined()) {
        return breach;
      }
    }
    return Option.none();
  }

  private static <S> Option<Breach> handedOut(Calls<S> in, Moment<S> a) {
    Object value = in.observe(a.state());
    if (!canBeEmptied(value)) {
      return Option.none();
    }
    Fingerprint before = Fingerprint.of("a", a.state());
    Shown shown = new Shown(Report.text(a.state()));
    boolean emptied = empty(value);
    if (!emptied || Fingerprint.of("a", a.state()).equals(before)) {
      return Option.none();
    }
    Moment<Shown> label = new Moment<>(a.label(), shown, a.visible());
    return Option.some(
        Breach.of(
            equal("a, its value emptied", a.state(), "a, as it was", shown), operand("a", label)));
  }

  /** What a report shows without quotes. */
  private record Shown(String text) {

    @Override
    public String toString() {
      return text;
    }
  }

  private static boolean canBeEmptied(@Nullable Object value) {
    return value instanceof Collection<?>
        || value instanceof Map<?, ?>
        || (value != null && value.getClass().isArray());
  }

  static <S> Option<Breach> bounded(History<S> history) {
    return history
        .pool()
        .moments((x, y) -> x.isWithin(y) ? grown(history.answers(), x, y) : Option.none());
  }

  private static <S> Option<Breach> grown(Answers<S> in, Moment<S> x, Moment<S> y) {
    S merged = in.merge(y.state(), x.state());
    if (merged == y.state()) {
      return Option.none();
    }
    if (in.size(merged) <= in.size(y.state())) {
      return Option.none();
    }
    int size = in.sizeUnshared(y.state());
    int grown = in.sizeUnshared(merged);
    return grown <= size
        ? Option.none()
        : Option.some(
            Breach.of(
                equal("size of merge(y, x)", grown, "size of y, or less", size),
                operand("x", x),
                operand("y", y)));
  }

  /** Empties what can be emptied, from the inside out, and returns whether there was anything. */
  private static boolean empty(@Nullable Object value) {
    if (value instanceof Map<?, ?> map) {
      boolean within = emptyAll(map.values());
      return attempt(map::clear) || within;
    }
    if (value instanceof Collection<?> collection) {
      boolean within = emptyAll(collection);
      return attempt(collection::clear) || within;
    }
    if (value == null || !canBeEmptied(value)) {
      return false;
    }
    Object blank = Array.get(Array.newInstance(value.getClass().getComponentType(), 1), 0);
    for (int i = 0; i < Array.getLength(value); i++) {
      Array.set(value, i, blank);
    }
    return true;
  }

  private static boolean emptyAll(Collection<?> values) {
    boolean any = false;
    for (Object value : values) {
      any |= empty(value);
    }
    return any;
  }

  /** A value that refuses to be changed is what is wanted, however it refuses. */
  private static boolean attempt(Runnable change) {
    try {
      change.run();
      return true;
    } catch (RuntimeException refused) {
      return false;
    }
  }
}
