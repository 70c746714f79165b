package dev.rejoin.crdt.testkit;

import static dev.rejoin.crdt.testkit.Breach.operand;
import static dev.rejoin.crdt.testkit.Equation.equal;

import io.vavr.control.Option;
import java.lang.reflect.Array;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** That what a timeline has brought about stays as it is, and does not grow by what it knows. */
final class ImmutabilityLaws {

  private ImmutabilityLaws() {}

  /** Needs a history that was watched while it was played. */
  static <S> Option<Breach> immutable(History<S> history) {
    return afterUse(history).orElse(() -> handedOut(history));
  }

  private static <S> Option<Breach> afterUse(History<S> history) {
    Calls<S> in = history.calls();
    List<Moment<S>> moments = history.pool().moments();
    for (Moment<S> a : moments) {
      for (Moment<S> b : moments) {
        in.merge(a.state(), b.state());
        if (in.hasDeltas()) {
          in.deltaSince(a.state(), b.state());
        }
      }
    }
    return history.changed();
  }

  private static <S> Option<Breach> handedOut(History<S> history) {
    if (!history.calls().hasObserver()) {
      return Option.none();
    }
    for (Moment<S> a : history.moments()) {
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
    String shown = Report.text(a.state());
    boolean emptied = empty(value);
    if (!emptied || Fingerprint.of("a", a.state()).equals(before)) {
      return Option.none();
    }
    Moment<String> label = new Moment<>(a.label(), shown, a.visible());
    return Option.some(
        Breach.of(
            equal("a, its value emptied", a.state(), "a, as it was", shown), operand("a", label)));
  }

  private static boolean canBeEmptied(@Nullable Object value) {
    return value instanceof Collection<?>
        || value instanceof Map<?, ?>
        || (value != null && value.getClass().isArray());
  }

  static <S> Option<Breach> bounded(History<S> history) {
    List<Moment<S>> moments = history.pool().moments();
    for (Moment<S> y : moments) {
      int size = history.calls().size(y.state());
      for (Moment<S> x : moments) {
        if (x.isWithin(y)) {
          Option<Breach> breach = grown(history.calls(), x, y, size);
          if (breach.isDefined()) {
            return breach;
          }
        }
      }
    }
    return Option.none();
  }

  private static <S> Option<Breach> grown(Calls<S> in, Moment<S> x, Moment<S> y, int size) {
    S merged = in.merge(y.state(), x.state());
    int grown = merged == y.state() ? size : in.size(merged);
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
