package dev.rejoin.crdt.testkit;

import static java.util.Map.entry;

import dev.rejoin.crdt.Author;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A map of maps of counters under one context. What only one side has is joined with nothing under
 * an empty context, as a store of dots does well, and where contexts share no dot a join keeps all
 * of both sides, as it may. Together they bring removed keys back: an empty context shares no dot
 * with any, so what the other side has seen is never asked.
 *
 * @param live by key, the nested key of each live dot; never none
 * @param seen all dots ever seen
 */
record BrokenNestedMap(Map<String, Map<String, String>> live, Set<String> seen) {

  static Subject<BrokenNestedMap> joinedUnderAnEmptyContext() {
    return Subject.of(new BrokenNestedMap(Map.of(), Set.of()))
        .merging(BrokenNestedMap::merge)
        .edit(
            "increment",
            List.of(entry("k", "i"), entry("k", "j"), entry("l", "i")),
            BrokenNestedMap::increment)
        .edit("drop", List.of(entry("k", "i")), (map, me, path) -> map.without(path))
        .edit("remove", List.of("k"), (map, me, key) -> map.with(key, Map.of()))
        .observing(BrokenNestedMap::counters)
        .meaning(
            Meanings.map("remove", Meanings.map("drop", Meanings.counter("increment")), Map.of()));
  }

  BrokenNestedMap increment(Author me, Map.Entry<String, String> path) {
    String own = me.id().value();
    String dot = own + (seen.stream().filter(other -> other.startsWith(own)).count() + 1);
    Map<String, String> nested = new TreeMap<>(at(path.getKey()));
    nested.put(dot, path.getValue());
    return new BrokenNestedMap(
        with(path.getKey(), nested).live, BrokenSets.union(seen, Set.of(dot)));
  }

  BrokenNestedMap without(Map.Entry<String, String> path) {
    Map<String, String> nested = new TreeMap<>(at(path.getKey()));
    nested.values().removeIf(path.getValue()::equals);
    return with(path.getKey(), nested);
  }

  BrokenNestedMap with(String key, Map<String, String> nested) {
    Map<String, Map<String, String>> changed = new TreeMap<>(live);
    changed.put(key, nested);
    changed.values().removeIf(Map::isEmpty);
    return new BrokenNestedMap(changed, seen);
  }

  BrokenNestedMap merge(BrokenNestedMap other) {
    Map<String, Map<String, String>> merged = new TreeMap<>();
    for (String key : BrokenSets.union(live.keySet(), other.live.keySet())) {
      merged.put(key, nested(key, other));
    }
    merged.values().removeIf(Map::isEmpty);
    return new BrokenNestedMap(merged, BrokenSets.union(seen, other.seen));
  }

  private Map<String, String> nested(String key, BrokenNestedMap other) {
    if (!other.live.containsKey(key)) {
      return unseenBy(other.seen, at(key));
    }
    return live.containsKey(key)
        ? joined(at(key), seen, other.at(key), other.seen)
        : unseenBy(seen, other.at(key));
  }

  private Map<String, String> at(String key) {
    return live.getOrDefault(key, Map.of());
  }

  private static Map<String, String> unseenBy(Set<String> seen, Map<String, String> nested) {
    return joined(nested, Set.of(), Map.of(), seen);
  }

  private static Map<String, String> joined(
      Map<String, String> mine,
      Set<String> seenHere,
      Map<String, String> theirs,
      Set<String> seenThere) {
    Map<String, String> joined = new TreeMap<>(mine);
    joined.putAll(theirs);
    if (!Collections.disjoint(seenHere, seenThere)) {
      joined.keySet().removeIf(dot -> seenThere.contains(dot) && !theirs.containsKey(dot));
      joined.keySet().removeIf(dot -> seenHere.contains(dot) && !mine.containsKey(dot));
    }
    return joined;
  }

  private Map<String, Map<String, Integer>> counters() {
    return live.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, nested -> counts(nested.getValue())));
  }

  private static Map<String, Integer> counts(Map<String, String> nested) {
    Map<String, Integer> counts = new TreeMap<>();
    nested.values().forEach(key -> counts.merge(key, 1, Integer::sum));
    return counts;
  }
}
