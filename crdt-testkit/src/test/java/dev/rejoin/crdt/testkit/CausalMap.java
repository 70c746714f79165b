package dev.rejoin.crdt.testkit;

import static java.util.Map.entry;

import dev.rejoin.crdt.Author;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BinaryOperator;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * A map whose values are what its updates come to, to be broken: a remove of a key takes away the
 * updates that it has seen.
 *
 * @param live the updates that have not been removed, by their dots
 * @param seen all dots ever seen
 */
record CausalMap(Map<String, Map.Entry<String, String>> live, Set<String> seen) {

  static final CausalMap EMPTY = new CausalMap(Map.of(), Set.of());

  /** Returns the subject of a map of counters. */
  static Subject<CausalMap> ofCounters(BinaryOperator<CausalMap> merge) {
    return Subject.of(EMPTY)
        .merging(merge)
        .edit("increment", List.of("k", "l"), (map, me, key) -> map.update(me, entry(key, "")))
        .edit("remove", List.of("k"), (map, me, key) -> map.without(key))
        .observing(CausalMap::counts)
        .meaning(Meanings.map("remove", Meanings.counter("increment")));
  }

  /** Returns the subject of a map of sets, which are there while they have elements. */
  static Subject<CausalMap> ofSets() {
    return Subject.of(EMPTY)
        .merging(CausalMap::merge)
        .edit("add", List.of(entry("k", "x"), entry("k", "y"), entry("l", "x")), CausalMap::update)
        .edit("take", List.of(entry("k", "x")), (map, me, e) -> map.drop(e::equals))
        .edit("remove", List.of("k"), (map, me, key) -> map.without(key))
        .observing(CausalMap::sets)
        .meaning(Meanings.map("remove", Meanings.addWinsSet("add", "take"), Set.of()));
  }

  /** Returns the subject of a map of registers in which a greater value wins over others. */
  static Subject<CausalMap> ofRegisters() {
    return Subject.of(EMPTY)
        .merging(CausalMap::merge)
        .edit(
            "assign",
            List.of(entry("k", "x"), entry("k", "y"), entry("l", "x")),
            (map, me, update) -> map.without(update.getKey()).update(me, update))
        .edit("remove", List.of("k"), (map, me, key) -> map.without(key))
        .observing(
            map -> {
              Map<String, String> greatest = new TreeMap<>();
              map.sets().forEach((key, values) -> greatest.put(key, values.last()));
              return greatest;
            })
        .meaning(Meanings.map("remove", Meanings.lastWriterWins("assign")));
  }

  /** Returns the subject of a map of maps of counters. */
  static Subject<CausalMap> ofMaps() {
    return Subject.of(EMPTY)
        .merging(CausalMap::merge)
        .edit(
            "increment",
            List.of(entry("k", "i"), entry("k", "j"), entry("l", "i")),
            CausalMap::update)
        .edit("drop", List.of(entry("k", "i")), (map, me, path) -> map.drop(path::equals))
        .edit("remove", List.of("k"), (map, me, key) -> map.without(key))
        .observing(
            map ->
                map.sets().keySet().stream().collect(Collectors.toMap(key -> key, map::counters)))
        .meaning(
            Meanings.map("remove", Meanings.map("drop", Meanings.counter("increment")), Map.of()));
  }

  CausalMap update(Author me, Map.Entry<String, String> update) {
    String own = me.id().value();
    String dot = own + (seen.stream().filter(other -> other.startsWith(own)).count() + 1);
    Map<String, Map.Entry<String, String>> more = new TreeMap<>(live);
    more.put(dot, update);
    return new CausalMap(more, BrokenSets.union(seen, Set.of(dot)));
  }

  CausalMap without(String key) {
    return drop(update -> update.getKey().equals(key));
  }

  CausalMap drop(Predicate<Map.Entry<String, String>> which) {
    Map<String, Map.Entry<String, String>> left = new TreeMap<>(live);
    left.values().removeIf(which);
    return new CausalMap(left, seen);
  }

  CausalMap merge(CausalMap other) {
    Map<String, Map.Entry<String, String>> merged = new TreeMap<>(live);
    merged.keySet().removeIf(dot -> other.seen.contains(dot) && !other.live.containsKey(dot));
    other.live.forEach(
        (dot, update) -> {
          if (!seen.contains(dot)) {
            merged.put(dot, update);
          }
        });
    return new CausalMap(merged, BrokenSets.union(seen, other.seen));
  }

  Map<String, Integer> counts() {
    Map<String, Integer> counts = new TreeMap<>();
    live.values().forEach(update -> counts.merge(update.getKey(), 1, Integer::sum));
    return counts;
  }

  private Map<String, Integer> counters(String key) {
    Map<String, Integer> counters = new TreeMap<>();
    live.values().stream()
        .filter(update -> update.getKey().equals(key))
        .forEach(update -> counters.merge(update.getValue(), 1, Integer::sum));
    return counters;
  }

  private Map<String, TreeSet<String>> sets() {
    Map<String, TreeSet<String>> sets = new TreeMap<>();
    live.values()
        .forEach(
            update ->
                sets.computeIfAbsent(update.getKey(), key -> new TreeSet<>())
                    .add(update.getValue()));
    return sets;
  }
}
