package dev.rejoin.crdt.testkit;

import static dev.rejoin.crdt.testkit.BrokenSets.minus;
import static dev.rejoin.crdt.testkit.BrokenSets.union;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** More broken sets, maps, trees, deltas and codecs. */
final class BrokenContainers {

  private BrokenContainers() {}

  /** A set of small numbers as the bits of a long: that of 64 is that of 0. */
  static Subject<Long> bitmap() {
    return Subject.of(0L)
        .merging((a, b) -> a | b)
        .edit("add", List.of(0, 63, 64), (bits, me, e) -> bits | 1L << e)
        .observing(
            bits ->
                IntStream.range(0, Long.SIZE)
                    .filter(e -> (bits & 1L << e) != 0)
                    .boxed()
                    .collect(Collectors.toSet()))
        .meaning(Meanings.growOnlySet("add"));
  }

  private record Hiding(Set<String> all, Set<String> hidden) {}

  /** A set whose removes are kept for oneself. */
  static Subject<Hiding> removesStayHere() {
    return Subject.of(new Hiding(Set.of(), Set.of()))
        .merging((a, b) -> new Hiding(union(a.all(), b.all()), a.hidden()))
        .edit(
            "add",
            List.of("x", "y"),
            (set, me, e) -> new Hiding(union(set.all(), Set.of(e)), minus(set.hidden(), Set.of(e))))
        .edit(
            "remove",
            List.of("x"),
            (set, me, e) -> new Hiding(set.all(), union(set.hidden(), Set.of(e))))
        .observing(set -> minus(set.all(), set.hidden()));
  }

  private record TwoPhase(Set<String> added, Set<String> removed) {

    /** What both sides have removed is forgotten, tombstone and all. */
    TwoPhase merge(TwoPhase other) {
      Set<String> both = new TreeSet<>(removed);
      both.retainAll(other.removed);
      return new TwoPhase(
          minus(union(added, other.added), both), minus(union(removed, other.removed), both));
    }
  }

  static Subject<TwoPhase> tombstonesPurged() {
    return Subject.of(new TwoPhase(Set.of(), Set.of()))
        .merging(TwoPhase::merge)
        .edit("add", (s, me) -> new TwoPhase(union(s.added(), Set.of("x")), s.removed()))
        .edit("remove", (s, me) -> new TwoPhase(s.added(), union(s.removed(), s.added())))
        .observing(s -> minus(s.added(), s.removed()));
  }

  /** An observed-remove set whose dots are numbers without the replica. */
  static Subject<ObservedRemove> dotsWithoutReplica() {
    return ObservedRemove.subject(
            (set, replica) -> "" + (set.seen().size() + 1), ObservedRemove::merge)
        .meaning(Meanings.addWinsSet("add", "remove"));
  }

  /** An observed-remove set of which an add leaves the dot as it is if the element is there. */
  static Subject<Dots> addOnlyOnce() {
    return Subject.of(new Dots(Map.of(), Set.of()))
        .merging(Dots::merge)
        .edit(
            "add",
            List.of("x", "y"),
            (set, me, e) -> set.live().containsValue(e) ? set : set.add(me, e))
        .edit("remove", List.of("x"), (set, me, e) -> set.remove(e))
        .observing(set -> new TreeSet<>(set.live().values()))
        .meaning(Meanings.addWinsSet("add", "remove"));
  }

  /** A log that drops the oldest entry when one is written, but not when one arrives. */
  static Subject<Set<Integer>> lastEight() {
    return Subject.of(Set.<Integer>of())
        .merging(BrokenSets::union)
        .edit(
            "write",
            (log, me) -> {
              TreeSet<Integer> more = new TreeSet<>(log);
              more.add(more.isEmpty() ? 1 : more.last() + 1);
              while (more.size() > 8) {
                more.pollFirst();
              }
              return more;
            });
  }

  /** A counter that keeps the two entries with the greatest counts, as some vector clocks do. */
  static Subject<Map<String, Integer>> twoEntries() {
    return Subject.of(Map.<String, Integer>of())
        .merging(
            (a, b) -> {
              Map<String, Integer> merged = new TreeMap<>(a);
              b.forEach((id, count) -> merged.merge(id, count, Math::max));
              return pruned(merged);
            })
        .edit(
            "increment",
            (vector, me) -> {
              Map<String, Integer> more = new TreeMap<>(vector);
              more.merge(me.id().value(), 1, Integer::sum);
              return pruned(more);
            })
        .observing(vector -> vector.values().stream().mapToInt(n -> n).sum())
        .meaning(Meanings.counter("increment"));
  }

  private static Map<String, Integer> pruned(Map<String, Integer> vector) {
    return vector.entrySet().stream()
        .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
        .limit(2)
        .collect(
            Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a, TreeMap::new));
  }

  private record Versioned(int version, String by, Map<String, String> entries) {}

  /** A map with one clock for all keys: of two maps the later one wins as a whole. */
  static Subject<Versioned> oneClockForAllKeys() {
    return Subject.of(new Versioned(0, "", Map.of()))
        .merging(BinaryOperator.maxBy(BrokenContainers::byVersion))
        .edit(
            "put",
            List.of(Map.entry("k", "x"), Map.entry("l", "x")),
            (map, me, put) -> {
              Map<String, String> more = new TreeMap<>(map.entries());
              more.put(put.getKey(), put.getValue());
              return new Versioned(map.version() + 1, me.id().value(), more);
            })
        .edit(
            "remove",
            List.of("k"),
            (map, me, key) -> {
              Map<String, String> left = new TreeMap<>(map.entries());
              left.remove(key);
              return new Versioned(map.version() + 1, me.id().value(), left);
            })
        .observing(map -> Map.copyOf(map.entries()))
        .meaning(Meanings.map("remove", Meanings.lastWriterWins("put")));
  }

  private static int byVersion(Versioned a, Versioned b) {
    int order = Integer.compare(a.version(), b.version());
    return order != 0 ? order : a.by().compareTo(b.by());
  }

  /** A map of which a remove also takes away the updates of the key that it has not seen. */
  static Subject<CausalMap> removeWinsOverTheUnseen() {
    return CausalMap.ofCounters(
        (a, b) ->
            a.merge(b)
                .drop(update -> isRemoved(a, update.getKey()) || isRemoved(b, update.getKey())));
  }

  private static boolean isRemoved(CausalMap map, String key) {
    return map.seen().size() > map.live().size()
        && map.live().values().stream().noneMatch(update -> update.getKey().equals(key));
  }

  private record Placed(int stamp, String by, String parent) {}

  /** A tree of which every node has the parent of its latest move, whatever that one is below. */
  static Subject<Map<String, Placed>> movesIntoEachOther() {
    return Subject.of(Map.of("x", new Placed(0, "", "root"), "y", new Placed(0, "", "root")))
        .merging(BrokenContainers::latestMoves)
        .edit(
            "x below",
            List.of("y", "root"),
            (tree, me, to) -> moved(tree, "x", to, me.id().value()))
        .edit(
            "y below",
            List.of("x", "root"),
            (tree, me, to) -> moved(tree, "y", to, me.id().value()))
        .observing(tree -> tree.keySet().stream().filter(n -> isBelowRoot(tree, n)).toList().size())
        .meaning(visible -> 2);
  }

  private static Map<String, Placed> latestMoves(Map<String, Placed> a, Map<String, Placed> b) {
    Map<String, Placed> latest = new TreeMap<>(a);
    b.forEach(
        (node, move) ->
            latest.merge(
                node,
                move,
                (x, y) ->
                    x.stamp() > y.stamp()
                            || (x.stamp() == y.stamp() && x.by().compareTo(y.by()) >= 0)
                        ? x
                        : y));
    return latest;
  }

  private static Map<String, Placed> moved(
      Map<String, Placed> tree, String node, String to, String by) {
    int last = tree.values().stream().mapToInt(Placed::stamp).max().orElse(0);
    Map<String, Placed> moved = new TreeMap<>(tree);
    moved.put(node, new Placed(last + 1, by, to));
    return isBelowRoot(moved, node) ? moved : tree;
  }

  private static boolean isBelowRoot(Map<String, Placed> tree, String node) {
    String above = node;
    for (int i = 0; i <= tree.size() && tree.containsKey(above); i++) {
      above = tree.getOrDefault(above, new Placed(0, "", "root")).parent();
    }
    return above.equals("root");
  }

  /** A delta of the newest dot alone, whatever the base lacks before it. */
  static Subject<Dots> deltaOfTheNewest() {
    return Dots.subject(Dots::merge)
        .deltaSince(
            (state, base) -> {
              Dots delta = state.deltaSince(base);
              Map<String, String> newest = new HashMap<>(delta.live());
              newest
                  .keySet()
                  .removeIf(dot -> newest.keySet().stream().anyMatch(o -> o.compareTo(dot) > 0));
              return new Dots(
                  newest, newest.isEmpty() ? delta.seen() : Set.copyOf(newest.keySet()));
            });
  }

  /** Texts in a line, parted by commas that the texts may hold, too. */
  static Subject<Set<String>> unescapedCommas() {
    return Subject.of(Set.<String>of())
        .merging(BrokenSets::union)
        .edit("add", List.of("x", "y,z"), (set, me, e) -> union(set, Set.of(e)))
        .codec(
            set -> String.join(",", new TreeSet<>(set)),
            text -> text.isEmpty() ? Set.of() : Set.copyOf(Arrays.asList(text.split(",", -1))));
  }

  /** A map of sets, of which empty ones are not written. */
  static Subject<Map<String, Set<String>>> emptyPartsNotWritten() {
    return Subject.of(Map.<String, Set<String>>of())
        .merging(
            (a, b) -> {
              Map<String, Set<String>> merged = new TreeMap<>(a);
              b.forEach((key, set) -> merged.merge(key, set, BrokenSets::union));
              return merged;
            })
        .edit("create", List.of("k"), (map, me, key) -> with(map, key, Set.of()))
        .edit("add", List.of("k"), (map, me, key) -> with(map, key, Set.of("x")))
        .codec(
            map ->
                map.entrySet().stream()
                    .filter(entry -> !entry.getValue().isEmpty())
                    .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)),
            map -> map);
  }

  private static Map<String, Set<String>> with(
      Map<String, Set<String>> map, String key, Set<String> more) {
    Map<String, Set<String>> changed = new TreeMap<>(map);
    changed.merge(key, more, BrokenSets::union);
    return changed;
  }
}
