package dev.rejoin.crdt.testkit;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Types that keep to the laws of merge, or nearly, and do not mean what they should. */
final class BrokenMeanings {

  private BrokenMeanings() {}

  private record Totals(int up, int down) {}

  private record TwoPhase(Set<String> added, Set<String> removed) {}

  private record Written(int stamp, String value) {}

  static Subject<Integer> netValue() {
    return Subject.of(0)
        .merging(Math::max)
        .edit("increment", (net, me) -> net + 1)
        .edit("decrement", (net, me) -> net - 1)
        .meaning(Meanings.counter("increment", "decrement"));
  }

  static Subject<Totals> globalTotals() {
    return Subject.of(new Totals(0, 0))
        .merging((a, b) -> new Totals(Math.max(a.up(), b.up()), Math.max(a.down(), b.down())))
        .edit("increment", List.of(1), (c, me, n) -> new Totals(c.up() + n, c.down()))
        .edit("decrement", List.of(1), (c, me, n) -> new Totals(c.up(), c.down() + n))
        .observing(c -> c.up() - c.down())
        .meaning(Meanings.counter("increment", "decrement"));
  }

  static Subject<Totals> totalsBesideRightOnes() {
    return globalTotals().meaning(Meaning.like(totals()));
  }

  /** A set of tagged amounts: slow, and right. */
  static Subject<Map<String, Integer>> totals() {
    return Subject.of(Map.<String, Integer>of())
        .merging(BrokenMeanings::joined)
        .edit("increment", List.of(1), (c, me, n) -> plus(c, me.stamp().toString(), n))
        .edit("decrement", List.of(1), (c, me, n) -> plus(c, me.stamp().toString(), -n))
        .observing(c -> c.values().stream().mapToInt(n -> n).sum());
  }

  static Subject<Map<String, Integer>> sharedId() {
    return Subject.of(Map.<String, Integer>of())
        .merging(BrokenMeanings::joined)
        .edit("increment", (counter, me) -> plus(counter, "phone", 1))
        .observing(counter -> counter.values().stream().mapToInt(n -> n).sum())
        .meaning(Meanings.counter("increment"));
  }

  private static Map<String, Integer> joined(Map<String, Integer> a, Map<String, Integer> b) {
    Map<String, Integer> joined = new HashMap<>(a);
    b.forEach((id, count) -> joined.merge(id, count, Math::max));
    return joined;
  }

  private static Map<String, Integer> plus(Map<String, Integer> counter, String id, int amount) {
    Map<String, Integer> more = new HashMap<>(counter);
    more.merge(id, amount, Integer::sum);
    return more;
  }

  static Subject<TwoPhase> twoPhase() {
    return Subject.of(new TwoPhase(Set.of(), Set.of()))
        .merging(
            (a, b) ->
                new TwoPhase(
                    BrokenSets.union(a.added(), b.added()),
                    BrokenSets.union(a.removed(), b.removed())))
        .edit(
            "add",
            List.of("x", "y"),
            (s, me, e) -> new TwoPhase(BrokenSets.union(s.added(), Set.of(e)), s.removed()))
        .edit(
            "remove",
            List.of("x"),
            (s, me, e) -> new TwoPhase(s.added(), BrokenSets.union(s.removed(), Set.of(e))))
        .observing(s -> BrokenSets.minus(s.added(), s.removed()))
        .meaning(Meanings.addWinsSet("add", "remove"));
  }

  static Subject<Dots> ownDotsOnly() {
    return Subject.of(new Dots(Map.of(), Set.of()))
        .merging(Dots::merge)
        .edit("add", List.of("x"), Dots::add)
        .edit(
            "remove",
            List.of("x"),
            (set, me, element) -> {
              Map<String, String> left = new HashMap<>(set.live());
              left.keySet().removeIf(dot -> dot.startsWith(me.id().value()));
              return new Dots(left, set.seen());
            })
        .observing(set -> new TreeSet<>(set.live().values()))
        .meaning(Meanings.addWinsSet("add", "remove"));
  }

  static Subject<Dots> unionOfEntries() {
    return Dots.subject(
            (a, b) -> {
              Map<String, String> any = new HashMap<>(a.live());
              any.putAll(b.live());
              return new Dots(any, BrokenSets.union(a.seen(), b.seen()));
            })
        .meaning(Meanings.addWinsSet("add", "remove"));
  }

  /** Each sibling under the clock that it was written with. */
  static Subject<Map<Map<String, Integer>, String>> orderedBySum() {
    return Subject.of(Map.<Map<String, Integer>, String>of())
        .merging(
            (a, b) -> {
              Map<Map<String, Integer>, String> merged = new HashMap<>(a);
              merged.putAll(b);
              int greatest = merged.keySet().stream().mapToInt(clock -> sum(clock)).max().orElse(0);
              merged.keySet().removeIf(clock -> sum(clock) < greatest);
              return merged;
            })
        .edit(
            "assign",
            List.of("x", "y"),
            (register, me, value) ->
                Map.of(
                    plus(
                        register.keySet().stream().reduce(Map.of(), BrokenMeanings::joined),
                        me.id().value(),
                        1),
                    value))
        .observing(register -> Set.copyOf(register.values()))
        .meaning(Meanings.multiValue("assign"));
  }

  private static int sum(Map<String, Integer> clock) {
    return clock.values().stream().mapToInt(n -> n).sum();
  }

  static Subject<Boolean> stuckFlag() {
    return Subject.of(false)
        .merging(Boolean::logicalOr)
        .edit("enable", (on, me) -> true)
        .edit("disable", (on, me) -> on)
        .meaning(Meanings.enableWinsFlag("enable", "disable"));
  }

  static Subject<String> onlyTheGreatest() {
    return Subject.of("")
        .merging((a, b) -> a.compareTo(b) >= 0 ? a : b)
        .edit("add", List.of("x", "y"), (old, me, e) -> e.compareTo(old) >= 0 ? e : old)
        .observing(e -> e.isEmpty() ? Set.of() : Set.of(e))
        .meaning(Meanings.growOnlySet("add"));
  }

  static Subject<Written> firstWriter() {
    return Subject.of(new Written(0, ""))
        .merging((a, b) -> a.stamp() >= b.stamp() ? a : b)
        .edit(
            "assign",
            List.of("x", "y"),
            (old, me, value) -> old.stamp() == 0 ? new Written(1, value) : old)
        .observing(Written::value)
        .meaning(Meanings.lastWriterWins("assign", ""));
  }
}
