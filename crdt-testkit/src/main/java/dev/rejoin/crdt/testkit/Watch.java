package dev.rejoin.crdt.testkit;

import static dev.rejoin.crdt.testkit.Breach.operand;
import static dev.rejoin.crdt.testkit.Equation.equal;

import io.vavr.control.Option;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Takes the {@link Fingerprint} of everything on a timeline as it comes to be, so that a later look
 * finds what has changed.
 *
 * @param <S> the type of the states
 */
final class Watch<S> {

  private final Calls<S> calls;
  private final List<Watched<S>> watched = new ArrayList<>();

  /**
   * Something that must not change.
   *
   * @param moment the state that it is or belongs to
   */
  private record Watched<S>(
      String name, @Nullable Object object, Fingerprint before, Option<Moment<S>> moment) {}

  Watch(Calls<S> calls) {
    this.calls = calls;
  }

  void argument(NamedEdit<S> edit) {
    String name = "argument of " + edit.text();
    add(name, edit.argument(), Option.none());
  }

  /** Watches a state and its value. A cache that asking for them fills is filled before. */
  void state(Moment<S> moment) {
    calls.hash(moment.state());
    Report.text(moment.state());
    if (watched.stream().anyMatch(thing -> thing.object() == moment.state())) {
      return; // a later look would find it changed under its first name
    }
    Object value = calls.observe(moment.state());
    add("a", moment.state(), Option.some(moment));
    if (calls.hasObserver()) {
      add("value of a", value, Option.some(moment));
    }
  }

  private void add(String name, @Nullable Object object, Option<Moment<S>> moment) {
    watched.add(new Watched<>(name, object, Fingerprint.of(name, object), moment));
  }

  /** Returns how many things are watched. */
  int size() {
    return watched.size();
  }

  /** Watches only the first so many things from now on. */
  void keepFirst(int things) {
    watched.subList(things, watched.size()).clear();
  }

  /** Returns what has changed of all but the first so many things, if anything has. */
  Option<Breach> changeSince(int first) {
    for (Watched<S> thing : watched.subList(first, watched.size())) {
      Fingerprint after = Fingerprint.of(thing.name(), thing.object());
      if (!after.equals(thing.before())) {
        return Option.some(change(thing, after));
      }
    }
    return Option.none();
  }

  private static <S> Breach change(Watched<S> thing, Fingerprint after) {
    Breach.Operand[] names =
        thing.moment().map(a -> new Breach.Operand[] {operand("a", a)}).getOrElse(NONE);
    return Breach.of(
        equal(
            thing.name() + " in the end",
            difference(after, thing.before()),
            thing.name() + " as it came to be",
            difference(thing.before(), after)),
        names);
  }

  private static final Breach.Operand[] NONE = {};

  /** Returns the first line that the other one has not at that place. */
  private static Text difference(Fingerprint print, Fingerprint other) {
    List<String> lines = print.lines();
    List<String> others = other.lines();
    int i = 0;
    while (i < lines.size() && i < others.size() && lines.get(i).equals(others.get(i))) {
      i++;
    }
    return new Text(i < lines.size() ? lines.get(i) : "nothing more");
  }

  /** Text that a report shows without quotes. */
  private record Text(String text) {

    @Override
    public String toString() {
      return text;
    }
  }
}
