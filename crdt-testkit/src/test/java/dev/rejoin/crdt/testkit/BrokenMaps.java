package dev.rejoin.crdt.testkit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Broken maps, flags, multi-value registers and sequences. */
final class BrokenMaps {

  private BrokenMaps() {}

  static Subject<Boolean> booleanOr() {
    return Subject.of(false)
        .merging((a, b) -> a || b)
        .edit("enable", (flag, me) -> true)
        .edit("disable", (flag, me) -> false);
  }

  private record Counted(int edits, boolean on) {}

  static Subject<Counted> flagOfCounts() {
    return Subject.of(new Counted(0, false))
        .merging((a, b) -> a.edits() >= b.edits() ? a : b)
        .edit("enable", (flag, me) -> new Counted(flag.edits() + 1, true))
        .edit("disable", (flag, me) -> new Counted(flag.edits() + 1, false));
  }

  private record Sibling(Map<String, Integer> clock, String value) {}

  private static Map<String, Integer> later(Stream<Map<String, Integer>> clocks, String replica) {
    Map<String, Integer> later = new TreeMap<>();
    clocks.forEach(clock -> clock.forEach((id, count) -> later.merge(id, count, Math::max)));
    later.merge(replica, 1, Integer::sum);
    return later;
  }

  static Subject<Set<Sibling>> dominatedKept() {
    return Subject.of(Set.<Sibling>of())
        .merging(BrokenSets::union)
        .edit(
            "assign",
            List.of("x", "y"),
            (siblings, me, value) ->
                Set.of(
                    new Sibling(
                        later(siblings.stream().map(Sibling::clock), me.id().value()), value)));
  }

  static Subject<Map<String, Map<String, Integer>>> keyedByValue() {
    return Subject.of(Map.<String, Map<String, Integer>>of())
        .merging(BrokenMaps::last)
        .edit(
            "assign",
            List.of("x"),
            (siblings, me, value) ->
                Map.of(value, later(siblings.values().stream(), me.id().value())));
  }

  private static <V> Map<String, V> last(Map<String, V> a, Map<String, V> b) {
    Map<String, V> merged = new TreeMap<>(a);
    merged.putAll(b);
    return merged;
  }

  private record Entry(int time, String value) {}

  static Subject<Map<String, Entry>> noTombstone() {
    return Subject.of(Map.<String, Entry>of())
        .merging(
            (a, b) -> {
              Map<String, Entry> merged = new TreeMap<>(a);
              b.forEach((key, entry) -> merged.merge(key, entry, BrokenMaps::newer));
              return merged;
            })
        .edit("put", List.of("x", "y"), (map, me, value) -> put(map, value))
        .edit("remove", (map, me) -> Map.of());
  }

  private static Entry newer(Entry a, Entry b) {
    int order = Integer.compare(a.time(), b.time());
    return order > 0 || (order == 0 && a.value().compareTo(b.value()) >= 0) ? a : b;
  }

  private static Map<String, Entry> put(Map<String, Entry> map, String value) {
    Entry old = map.get("k");
    return Map.of("k", new Entry(old == null ? 1 : old.time() + 1, value));
  }

  static Subject<Map<String, Entry>> putAll() {
    return Subject.of(Map.<String, Entry>of())
        .merging(BrokenMaps::last)
        .edit("put", List.of("x", "y"), (map, me, value) -> put(map, value));
  }

  /** Both sides' entries of the outer map are kept, but of one key the nested map of one side. */
  static Subject<Map<String, Map<String, Integer>>> shallowMap() {
    return Subject.of(Map.<String, Map<String, Integer>>of())
        .merging(BrokenMaps::last)
        .edit(
            "count",
            List.of("k"),
            (map, me, key) -> {
              Map<String, Integer> counter = new HashMap<>(map.getOrDefault(key, Map.of()));
              counter.merge(me.id().value(), 1, Integer::sum);
              return Map.of(key, counter);
            });
  }

  static Subject<List<String>> longerWins() {
    return Subject.of(List.<String>of())
        .merging((a, b) -> a.size() >= b.size() ? a : b)
        .edit("append", List.of("x", "y"), (list, me, text) -> appended(list, text));
  }

  private static List<String> appended(List<String> list, String text) {
    List<String> more = new ArrayList<>(list);
    more.add(text);
    return more;
  }

  static Subject<List<String>> byIndex() {
    return Subject.of(List.<String>of())
        .merging(
            (a, b) -> {
              List<String> merged = new ArrayList<>(a);
              merged.addAll(b.subList(Math.min(a.size(), b.size()), b.size()));
              return merged;
            })
        .edit("append", List.of("x", "y"), (list, me, text) -> appended(list, text));
  }

  /** Odd lengths are present, even ones absent; the merge should take the greater. */
  static Subject<Integer> causalLength() {
    return Subject.of(0)
        .merging(Math::min)
        .edit("add", (length, me) -> length % 2 == 0 ? length + 1 : length)
        .edit("remove", (length, me) -> length % 2 == 1 ? length + 1 : length);
  }

  private record Epoch(int number, int count) {}

  static Subject<Epoch> epochs() {
    return Subject.of(new Epoch(0, 0))
        .merging(
            (a, b) -> {
              if (a.number() != b.number()) {
                return a.number() > b.number() ? a : b;
              }
              return new Epoch(a.number(), a.count() + b.count());
            })
        .edit("increment", (epoch, me) -> new Epoch(epoch.number(), epoch.count() + 1))
        .edit("reset", (epoch, me) -> new Epoch(epoch.number() + 1, 0));
  }
}
