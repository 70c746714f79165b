package dev.rejoin.crdt.testkit;

import dev.rejoin.crdt.Author;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;

/** More broken counters, registers and flags. */
final class BrokenNumbers {

  private BrokenNumbers() {}

  private static Map<String, Integer> plus(Map<String, Integer> counts, Author who, int amount) {
    Map<String, Integer> more = new TreeMap<>(counts);
    more.merge(who.id().value(), amount, Integer::sum);
    return more;
  }

  private static Map<String, Integer> greatest(Map<String, Integer> a, Map<String, Integer> b) {
    Map<String, Integer> joined = new TreeMap<>(a);
    b.forEach((id, count) -> joined.merge(id, count, Math::max));
    return joined;
  }

  private static int sum(Map<String, Integer> counts) {
    return counts.values().stream().mapToInt(n -> n).sum();
  }

  /** What each may still spend, merged by the greatest: a transfer lowers here and raises there. */
  static Subject<Map<String, Integer>> mintingTransfers() {
    return Subject.ofEach(replica -> Map.of(replica.value(), replica.value().equals("A") ? 2 : 0))
        .merging(BrokenNumbers::greatest)
        .edit(
            "transfer",
            (rights, me) -> {
              Map<String, Integer> moved = new TreeMap<>(plus(rights, me, -1));
              moved.merge(me.id().value().equals("A") ? "B" : "A", 1, Integer::sum);
              return rights.getOrDefault(me.id().value(), 0) > 0 ? moved : rights;
            })
        .observing(BrokenNumbers::sum)
        .meaning(visible -> visible.edits().isEmpty() ? null : 2);
  }

  /** A counter that shows nothing below zero, and keeps nothing below zero either. */
  static Subject<Map<String, Integer>> clampedAtZero() {
    return Subject.of(Map.<String, Integer>of())
        .merging(BrokenNumbers::greatest)
        .edit("increment", (counts, me) -> plus(counts, me, 1))
        .edit("decrement", (counts, me) -> sum(counts) > 0 ? plus(counts, me, -1) : counts)
        .observing(BrokenNumbers::sum);
  }

  /** A hit counter of which every merge lets the arrived half fade. */
  static Subject<Map<String, Integer>> decaying() {
    return Subject.of(Map.<String, Integer>of())
        .merging(
            (a, b) -> {
              Map<String, Integer> faded = new TreeMap<>(b);
              faded.replaceAll((id, count) -> (count + 1) / 2);
              return greatest(a, faded);
            })
        .edit("hit", (counts, me) -> plus(counts, me, 2))
        .observing(BrokenNumbers::sum);
  }

  /** A counter of which the vector with the greater sum is taken for the later one. */
  static Subject<Map<String, Integer>> greaterSumWins() {
    Comparator<Map<String, Integer>> order =
        Comparator.<Map<String, Integer>>comparingInt(BrokenNumbers::sum)
            .thenComparing(Map::toString);
    return Subject.of(Map.<String, Integer>of())
        .merging(BinaryOperator.maxBy(order))
        .edit("increment", (counts, me) -> plus(counts, me, 1))
        .observing(BrokenNumbers::sum)
        .meaning(Meanings.counter("increment"));
  }

  private record Stamped(float stamp, String value) {}

  /** A register whose stamps are kept as floats: near times are one. */
  static Subject<Stamped> stampsAsFloats() {
    return Subject.of(new Stamped(0, ""))
        .merging((a, b) -> a.stamp() >= b.stamp() ? a : b)
        .edit("assign", List.of("x", "y"), (old, me, v) -> new Stamped(me.stamp().millis(), v))
        .observing(Stamped::value);
  }

  private record Sibling(String value, Map<String, Integer> clock) {}

  /** A multi-value register that keeps one sibling only of those with one value. */
  static Subject<Map<String, Sibling>> siblingsDedupedByValue() {
    return Subject.of(Map.<String, Sibling>of())
        .merging(
            (a, b) -> {
              Map<String, Sibling> all = new TreeMap<>(a);
              b.forEach((value, s) -> all.merge(value, s, BrokenNumbers::ofSmallerText));
              Set<Sibling> siblings = Set.copyOf(all.values());
              all.values().removeIf(s -> siblings.stream().anyMatch(o -> dominates(o, s)));
              return all;
            })
        .edit(
            "assign",
            List.of("x", "y"),
            (siblings, me, value) -> {
              Map<String, Integer> seen = new TreeMap<>();
              siblings
                  .values()
                  .forEach(s -> s.clock().forEach((i, n) -> seen.merge(i, n, Math::max)));
              return Map.of(value, new Sibling(value, plus(seen, me, 1)));
            })
        .observing(siblings -> siblings.keySet().stream().collect(Collectors.toSet()))
        .meaning(Meanings.multiValue("assign"));
  }

  private static Sibling ofSmallerText(Sibling a, Sibling b) {
    return a.toString().compareTo(b.toString()) <= 0 ? a : b;
  }

  private static boolean dominates(Sibling a, Sibling b) {
    return !a.equals(b) && greatest(a.clock(), b.clock()).equals(a.clock());
  }

  /** Counts of both; disabling wins, but only over what arrives. */
  private record Flag(Map<String, Integer> on, Map<String, Integer> off) {

    boolean isOn() {
      return sum(on) > sum(off);
    }

    Flag merge(Flag other) {
      Map<String, Integer> joined = greatest(on, other.on);
      return new Flag(joined, isOn() ? greatest(off, other.off) : joined);
    }
  }

  static Subject<Flag> disableWinsOnOneSide() {
    return Subject.of(new Flag(Map.of(), Map.of()))
        .merging(Flag::merge)
        .edit("enable", (f, me) -> f.isOn() ? f : new Flag(plus(f.on(), me, 1), f.off()))
        .edit("disable", (f, me) -> f.isOn() ? new Flag(f.on(), plus(f.off(), me, 1)) : f)
        .observing(Flag::isOn);
  }
}
