package dev.rejoin.crdt.testkit;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;

/** Broken counters: maps from replicas to counts, most of them. */
final class BrokenCounters {

  private BrokenCounters() {}

  static Subject<Map<String, Integer>> counter() {
    return counter(joining(Math::max));
  }

  static Subject<Map<String, Integer>> counter(BinaryOperator<Map<String, Integer>> merge) {
    return Subject.of(Map.<String, Integer>of())
        .merging(merge)
        .edit("increment", (counter, me) -> plus(counter, me.id().value(), 1))
        .observing(counter -> counter.values().stream().mapToInt(n -> n).sum());
  }

  private static BinaryOperator<Map<String, Integer>> joining(BinaryOperator<Integer> entries) {
    return (a, b) -> {
      Map<String, Integer> joined = new HashMap<>(a);
      b.forEach((id, count) -> joined.merge(id, count, entries));
      return joined;
    };
  }

  private static Map<String, Integer> plus(Map<String, Integer> counter, String id, int amount) {
    Map<String, Integer> more = new HashMap<>(counter);
    more.merge(id, amount, Integer::sum);
    return more;
  }

  static Subject<Map<String, Integer>> merging(BinaryOperator<Integer> entries) {
    return counter(joining(entries));
  }

  static Subject<Map<String, Integer>> intersecting() {
    return counter(BrokenCounters::intersected);
  }

  static Subject<Map<String, Integer>> reset() {
    return counter().edit("reset", (counter, me) -> Map.of());
  }

  private static Map<String, Integer> intersected(Map<String, Integer> a, Map<String, Integer> b) {
    Map<String, Integer> both = new HashMap<>(a);
    both.keySet().retainAll(b.keySet());
    both.replaceAll((id, count) -> Math.max(count, b.getOrDefault(id, 0)));
    return both;
  }

  static Subject<Integer> startsAtOne() {
    return Subject.of(1).merging(Integer::sum).edit("increment", (sum, me) -> sum + 1);
  }

  static Subject<Map<String, Integer>> overflowing() {
    return Subject.of(Map.<String, Integer>of())
        .merging(joining(Math::max))
        .edit(
            "increment",
            List.of(1, Integer.MAX_VALUE),
            (counter, me, amount) -> plus(counter, me.id().value(), amount))
        .observing(counter -> counter.values().stream().mapToLong(n -> n).sum())
        .meaning(Meanings.counter("increment"));
  }

  static Subject<Map<String, Integer>> pruning() {
    return counter().edit("prune", (counter, me) -> own(counter, me.id().value()));
  }

  private static Map<String, Integer> own(Map<String, Integer> counter, String id) {
    Map<String, Integer> own = new HashMap<>(counter);
    own.keySet().retainAll(java.util.Set.of(id));
    return own;
  }

  static Subject<Map<String, Integer>> takingOver() {
    return counter()
        .edit(
            "prune",
            (counter, me) -> {
              int sum = counter.values().stream().mapToInt(n -> n).sum();
              return sum == 0 ? counter : Map.of(me.id().value(), sum);
            });
  }

  static Subject<Map<String, Integer>> signed() {
    return counter().edit("decrement", (counter, me) -> plus(counter, me.id().value(), -1));
  }

  private record UpDown(Map<String, Integer> up, Map<String, Integer> down) {}

  static Subject<UpDown> ownNegatives() {
    return Subject.of(new UpDown(Map.of(), Map.of()))
        .merging((a, b) -> new UpDown(joining(Math::max).apply(a.up(), b.up()), a.down()))
        .edit("increment", (c, me) -> new UpDown(plus(c.up(), me.id().value(), 1), c.down()))
        .edit("decrement", (c, me) -> new UpDown(c.up(), plus(c.down(), me.id().value(), 1)));
  }
}
