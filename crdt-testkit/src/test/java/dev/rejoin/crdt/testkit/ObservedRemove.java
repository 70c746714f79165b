package dev.rejoin.crdt.testkit;

import dev.rejoin.crdt.Author;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BinaryOperator;
import java.util.function.Function;

/**
 * An observed-remove set whose adds replace the dots that they have seen, to be broken.
 *
 * @param live the dots of each element, never none
 * @param seen all dots ever seen
 */
record ObservedRemove(Map<String, Set<String>> live, Set<String> seen) {

  static final ObservedRemove EMPTY = new ObservedRemove(Map.of(), Set.of());

  /** Mints the next dot of a replica. */
  @FunctionalInterface
  interface Minting {
    String next(ObservedRemove set, String replica);
  }

  static Subject<ObservedRemove> subject(Minting minting, BinaryOperator<ObservedRemove> merge) {
    return Subject.of(EMPTY)
        .merging(merge)
        .edit("add", List.of("x", "y"), (set, me, element) -> set.add(me, element, minting))
        .edit("remove", List.of("x"), (set, me, element) -> set.remove(element))
        .observing(set -> new TreeSet<>(set.live().keySet()));
  }

  static String oneMore(ObservedRemove set, String replica) {
    return replica + (set.seen.stream().filter(dot -> dot.startsWith(replica)).count() + 1);
  }

  ObservedRemove add(Author me, String element, Minting minting) {
    String dot = minting.next(this, me.id().value());
    Map<String, Set<String>> more = new TreeMap<>(live);
    more.put(element, Set.of(dot));
    return new ObservedRemove(more, BrokenSets.union(seen, Set.of(dot)));
  }

  ObservedRemove remove(String element) {
    Map<String, Set<String>> left = new TreeMap<>(live);
    left.remove(element);
    return new ObservedRemove(left, seen);
  }

  ObservedRemove merge(ObservedRemove other) {
    return merge(other, element -> joined(dots(element), seen, other.dots(element), other.seen));
  }

  /** Returns the merge whose dots of each element are told by that function. */
  ObservedRemove merge(ObservedRemove other, Function<String, Set<String>> dots) {
    Map<String, Set<String>> merged = new TreeMap<>();
    for (String element : BrokenSets.union(live.keySet(), other.live.keySet())) {
      Set<String> alive = dots.apply(element);
      if (!alive.isEmpty()) {
        merged.put(element, alive);
      }
    }
    return new ObservedRemove(merged, BrokenSets.union(seen, other.seen));
  }

  Set<String> dots(String element) {
    return live.getOrDefault(element, Set.of());
  }

  private static Set<String> joined(
      Set<String> mine, Set<String> seenHere, Set<String> theirs, Set<String> seenThere) {
    Set<String> joined = new HashSet<>(mine);
    joined.removeIf(dot -> seenThere.contains(dot) && !theirs.contains(dot));
    for (String dot : theirs) {
      if (!seenHere.contains(dot)) {
        joined.add(dot);
      }
    }
    return joined;
  }

  /** An observed-remove map whose values are grow-only counters, kept beside the keys. */
  record OfCounters(ObservedRemove keys, Map<String, Map<String, Integer>> counters) {

    static final OfCounters EMPTY = new OfCounters(ObservedRemove.EMPTY, Map.of());

    OfCounters increment(Author me, String key) {
      Map<String, Map<String, Integer>> more = new HashMap<>(counters);
      Map<String, Integer> counter = new HashMap<>(more.getOrDefault(key, Map.of()));
      counter.merge(me.id().value(), 1, Integer::sum);
      more.put(key, Map.copyOf(counter));
      return new OfCounters(keys.add(me, key, ObservedRemove::oneMore), more);
    }

    OfCounters remove(String key) {
      Map<String, Map<String, Integer>> left = new HashMap<>(counters);
      left.remove(key);
      return new OfCounters(keys.remove(key), left);
    }

    OfCounters merge(OfCounters other) {
      ObservedRemove merged = keys.merge(other.keys);
      Map<String, Map<String, Integer>> values = new HashMap<>();
      for (String key : merged.live().keySet()) {
        Map<String, Integer> counter = new HashMap<>(counters.getOrDefault(key, Map.of()));
        other
            .counters
            .getOrDefault(key, Map.of())
            .forEach((id, count) -> counter.merge(id, count, Math::max));
        values.put(key, Map.copyOf(counter));
      }
      return new OfCounters(merged, values);
    }
  }
}
