package dev.rejoin.crdt.testkit;

import dev.rejoin.crdt.Author;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BinaryOperator;

/**
 * An observed-remove set in thirty lines, to be broken.
 *
 * @param live the element of each dot
 * @param seen all dots ever seen
 */
record Dots(Map<String, String> live, Set<String> seen) {

  static Subject<Dots> subject(BinaryOperator<Dots> merge) {
    return Subject.of(new Dots(Map.of(), Set.of()))
        .merging(merge)
        .edit("add", List.of("x", "y"), (set, me, element) -> set.add(me, element))
        .edit("remove", List.of("x"), (set, me, element) -> set.remove(element))
        .observing(set -> new TreeSet<>(set.live().values()));
  }

  Dots add(Author me, String element) {
    long own = seen.stream().filter(dot -> dot.startsWith(me.id().value())).count();
    String dot = me.id().value() + (own + 1);
    Map<String, String> more = new HashMap<>(live);
    more.put(dot, element);
    return new Dots(more, BrokenSets.union(seen, Set.of(dot)));
  }

  Dots remove(String element) {
    Map<String, String> left = new HashMap<>(live);
    left.values().removeIf(element::equals);
    return new Dots(left, seen);
  }

  Dots merge(Dots other) {
    Map<String, String> merged = new HashMap<>(live);
    merged.keySet().removeIf(dot -> other.seen.contains(dot) && !other.live.containsKey(dot));
    other.live.forEach(
        (dot, element) -> {
          if (!seen.contains(dot)) {
            merged.put(dot, element);
          }
        });
    return new Dots(merged, BrokenSets.union(seen, other.seen));
  }

  /** Returns the least delta: what lives here unknown to the base, and what died here. */
  Dots deltaSince(Dots base) {
    Map<String, String> unknown = new HashMap<>(live);
    unknown.keySet().removeAll(base.seen);
    Set<String> context = new HashSet<>(BrokenSets.minus(seen, base.seen));
    base.live.keySet().stream()
        .filter(dot -> seen.contains(dot) && !live.containsKey(dot))
        .forEach(context::add);
    return new Dots(unknown, context);
  }
}
