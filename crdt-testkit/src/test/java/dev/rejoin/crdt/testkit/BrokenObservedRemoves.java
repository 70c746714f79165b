package dev.rejoin.crdt.testkit;

import static dev.rejoin.crdt.testkit.BrokenSets.union;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BinaryOperator;

/** Broken observed-remove sets and maps. */
final class BrokenObservedRemoves {

  private BrokenObservedRemoves() {}

  static Subject<ObservedRemove> merging(BinaryOperator<ObservedRemove> merge) {
    return ObservedRemove.subject(ObservedRemove::oneMore, merge);
  }

  static Subject<ObservedRemove> dotsOfBoth() {
    return merging(BrokenObservedRemoves::allDots);
  }

  static Subject<ObservedRemove> greaterContextWins() {
    return merging(BrokenObservedRemoves::shortcut);
  }

  /** As riak_dt did: bug 82 of it. */
  static ObservedRemove allDots(ObservedRemove a, ObservedRemove b) {
    ObservedRemove right = a.merge(b);
    return a.merge(
        b,
        element ->
            a.dots(element).isEmpty() || b.dots(element).isEmpty()
                ? right.dots(element)
                : union(a.dots(element), b.dots(element)));
  }

  /** As riak_dt did: bug 78 of it. A remove leaves the context as it is. */
  static ObservedRemove shortcut(ObservedRemove a, ObservedRemove b) {
    if (a.seen().containsAll(b.seen())) {
      return a;
    }
    return b.seen().containsAll(a.seen()) ? b : a.merge(b);
  }

  static Subject<ObservedRemove> addUnseen() {
    return Subject.of(ObservedRemove.EMPTY)
        .merging(ObservedRemove::merge)
        .edit(
            "add",
            List.of("x", "y"),
            (set, me, e) ->
                new ObservedRemove(set.add(me, e, ObservedRemove::oneMore).live(), set.seen()))
        .edit("remove", List.of("x"), (set, me, e) -> set.remove(e));
  }

  static Subject<ObservedRemove> dotsBySize() {
    return ObservedRemove.subject(
        (set, replica) -> replica + (set.live().size() + 1), ObservedRemove::merge);
  }

  /**
   * A set with a version vector for a context.
   *
   * @param live the element of each dot
   * @param seen the greatest counter of each replica
   */
  private record Versioned(Map<String, String> live, Map<String, Integer> seen) {

    Versioned add(String replica, String element) {
      int counter = seen.getOrDefault(replica, 0) + 1;
      Map<String, String> more = new TreeMap<>(live);
      more.put(replica + counter, element);
      Map<String, Integer> later = new TreeMap<>(seen);
      later.put(replica, counter);
      return new Versioned(more, later);
    }

    Versioned remove(String element) {
      Map<String, String> left = new TreeMap<>(live);
      left.values().removeIf(element::equals);
      return new Versioned(left, seen);
    }

    private boolean hasSeen(String dot) {
      return seen.getOrDefault(dot.substring(0, 1), 0) > Integer.parseInt(dot.substring(1));
    }

    Versioned merge(Versioned other) {
      Map<String, String> merged = new TreeMap<>(live);
      merged.keySet().removeIf(dot -> other.hasSeen(dot) && !other.live.containsKey(dot));
      other.live.forEach(
          (dot, element) -> {
            if (!hasSeen(dot)) {
              merged.put(dot, element);
            }
          });
      Map<String, Integer> later = new TreeMap<>(seen);
      other.seen.forEach((replica, counter) -> later.merge(replica, counter, Math::max));
      return new Versioned(merged, later);
    }
  }

  static Subject<Versioned> seenTooLate() {
    return Subject.of(new Versioned(Map.of(), Map.of()))
        .merging(Versioned::merge)
        .edit("add", List.of("x"), (set, me, e) -> set.add(me.id().value(), e))
        .edit("remove", List.of("x"), (set, me, e) -> set.remove(e));
  }

  /** As Akka's map of counters did: issue 27428 of it. */
  static Subject<ObservedRemove.OfCounters> countersOfKeys() {
    return Subject.of(ObservedRemove.OfCounters.EMPTY)
        .merging(ObservedRemove.OfCounters::merge)
        .edit("increment", List.of("k"), (map, me, key) -> map.increment(me, key))
        .edit("remove", List.of("k"), (map, me, key) -> map.remove(key))
        .observing(map -> new HashMap<>(map.counters()));
  }

  /**
   * The context keeps each replica's last dot alone, so a remove of an earlier one is forgotten.
   */
  static Subject<ObservedRemove> newestOnly() {
    return Subject.of(ObservedRemove.EMPTY)
        .merging(ObservedRemove::merge)
        .edit(
            "add",
            List.of("x", "y"),
            (set, me, e) -> {
              String last =
                  me.id().value()
                      + (set.seen().stream()
                              .mapToInt(dot -> Integer.parseInt(dot.substring(1)))
                              .max()
                              .orElse(0)
                          + 1);
              ObservedRemove added = set.add(me, e, (any, replica) -> last);
              Set<String> seen = new TreeSet<>(added.seen());
              seen.removeIf(dot -> dot.charAt(0) == last.charAt(0) && !dot.equals(last));
              return new ObservedRemove(added.live(), seen);
            });
  }
}
