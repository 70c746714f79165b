package dev.rejoin.crdt.testkit;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.BinaryOperator;

/** Broken deltas. */
final class BrokenDeltas {

  private BrokenDeltas() {}

  static Subject<Dots> set(BinaryOperator<Dots> delta) {
    return Dots.subject(Dots::merge).deltaSince(delta);
  }

  static Subject<Dots> moreThanTheState() {
    return set(Dots::merge);
  }

  static Subject<Dots> noDelta() {
    return set((state, base) -> base);
  }

  static Subject<Dots> noContextOfRemovals() {
    return set(BrokenDeltas::withoutRemovals);
  }

  static Subject<Dots> wholeContext() {
    return set(BrokenDeltas::withWholeContext);
  }

  static Subject<Dots> versionVector() {
    return set(BrokenDeltas::withoutGaps);
  }

  private static Dots withoutRemovals(Dots state, Dots base) {
    Map<String, String> unknown = state.deltaSince(base).live();
    return new Dots(unknown, Set.copyOf(unknown.keySet()));
  }

  private static Dots withWholeContext(Dots state, Dots base) {
    return new Dots(state.deltaSince(base).live(), state.seen());
  }

  private static Dots withoutGaps(Dots state, Dots base) {
    Dots delta = state.deltaSince(base);
    Set<String> filled = new HashSet<>(delta.seen());
    delta
        .seen()
        .forEach(
            last -> state.seen().stream().filter(dot -> precedes(dot, last)).forEach(filled::add));
    return new Dots(delta.live(), filled);
  }

  private static boolean precedes(String dot, String last) {
    return dot.charAt(0) == last.charAt(0)
        && Integer.parseInt(dot.substring(1)) < Integer.parseInt(last.substring(1));
  }

  static Subject<Map<String, Integer>> increments() {
    return Subject.of(Map.<String, Integer>of())
        .merging(BrokenDeltas::greater)
        .edit("increment", (c, me) -> plus(c, me.id().value()))
        .deltaSince(BrokenDeltas::difference);
  }

  private static Map<String, Integer> greater(Map<String, Integer> a, Map<String, Integer> b) {
    Map<String, Integer> merged = new HashMap<>(a);
    b.forEach((id, count) -> merged.merge(id, count, Math::max));
    return merged;
  }

  private static Map<String, Integer> plus(Map<String, Integer> counter, String id) {
    Map<String, Integer> more = new HashMap<>(counter);
    more.merge(id, 1, Integer::sum);
    return more;
  }

  private static Map<String, Integer> difference(
      Map<String, Integer> state, Map<String, Integer> base) {
    Map<String, Integer> difference = new HashMap<>();
    state.forEach(
        (id, count) -> {
          int more = count - base.getOrDefault(id, 0);
          if (more > 0) {
            difference.put(id, more);
          }
        });
    return difference;
  }

  /** What was written from one position of a log to another; a whole state starts at zero. */
  private record Span(int from, int to) {

    Span merge(Span other) {
      return other.from <= to && from <= other.to
          ? new Span(Math.min(from, other.from), Math.max(to, other.to))
          : this;
    }
  }

  static Subject<Span> gapless() {
    return Subject.of(new Span(0, 0))
        .merging(Span::merge)
        .edit("write", (log, me) -> new Span(0, log.to() + 1))
        .deltaSince((log, base) -> new Span(Math.min(log.to(), base.to()), log.to()));
  }
}
