package dev.rejoin.crdt.testkit;

import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.HashMap;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class BrokenCountersTest {

  static Stream<Arguments> brokenCounters() {
    return Stream.of(
        arguments("merge adds", Law.IDEMPOTENT, 1, counter(joining(Integer::sum))),
        arguments("the one merged wins", Law.COMMUTATIVE, 2, counter(joining((a, b) -> b))),
        arguments("the receiver wins", Law.COMMUTATIVE, 2, counter(joining((a, b) -> a))),
        arguments("merge intersects", Law.INFLATING, 1, counter(BrokenCountersTest::intersected)),
        arguments("merge intersects", Law.NEUTRAL, 1, counter(BrokenCountersTest::intersected)),
        arguments("merge adds and starts at one", Law.NEUTRAL, 0, startsAtOne()),
        arguments("entries overflow", Law.INFLATING, 2, overflowing()),
        arguments("prune forgets an entry", Law.INFLATING, 3, pruning()),
        arguments("prune takes an entry over", Law.INFLATING, 3, takingOver()),
        arguments(
            "reset starts anew", Law.INFLATING, 2, counter().edit("reset", (c, me) -> Map.of())),
        arguments("signed entries", Law.INFLATING, 2, signed()),
        arguments("net value", Law.INFLATING, 1, net()),
        arguments("own negatives only", Law.COMMUTATIVE, 1, ownNegatives()));
  }

  @ParameterizedTest
  @MethodSource("brokenCounters")
  void isRejectedOnASmallTimeline(String flaw, Law law, int steps, Subject<?> broken) {
    Counterexample.assertRejects(flaw, law, steps, broken);
  }

  private static Subject<Map<String, Integer>> counter() {
    return counter(joining(Math::max));
  }

  private static Subject<Map<String, Integer>> counter(BinaryOperator<Map<String, Integer>> merge) {
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

  private static Map<String, Integer> intersected(Map<String, Integer> a, Map<String, Integer> b) {
    Map<String, Integer> both = new HashMap<>(a);
    both.keySet().retainAll(b.keySet());
    both.replaceAll((id, count) -> Math.max(count, b.getOrDefault(id, 0)));
    return both;
  }

  private static Subject<Integer> startsAtOne() {
    return Subject.of(1).merging(Integer::sum).edit("increment", (sum, me) -> sum + 1);
  }

  private static Subject<Map<String, Integer>> overflowing() {
    return counter()
        .edit("most", (counter, me) -> plus(counter, me.id().value(), Integer.MAX_VALUE));
  }

  private static Subject<Map<String, Integer>> pruning() {
    return counter().edit("prune", (counter, me) -> own(counter, me.id().value()));
  }

  private static Map<String, Integer> own(Map<String, Integer> counter, String id) {
    Map<String, Integer> own = new HashMap<>(counter);
    own.keySet().retainAll(java.util.Set.of(id));
    return own;
  }

  private static Subject<Map<String, Integer>> takingOver() {
    return counter()
        .edit(
            "prune",
            (counter, me) -> {
              int sum = counter.values().stream().mapToInt(n -> n).sum();
              return sum == 0 ? counter : Map.of(me.id().value(), sum);
            });
  }

  private static Subject<Map<String, Integer>> signed() {
    return counter().edit("decrement", (counter, me) -> plus(counter, me.id().value(), -1));
  }

  private static Subject<Integer> net() {
    return Subject.of(0)
        .merging(Math::max)
        .edit("increment", (net, me) -> net + 1)
        .edit("decrement", (net, me) -> net - 1);
  }

  private record UpDown(Map<String, Integer> up, Map<String, Integer> down) {}

  private static Subject<UpDown> ownNegatives() {
    return Subject.of(new UpDown(Map.of(), Map.of()))
        .merging((a, b) -> new UpDown(joining(Math::max).apply(a.up(), b.up()), a.down()))
        .edit("increment", (c, me) -> new UpDown(plus(c.up(), me.id().value(), 1), c.down()))
        .edit("decrement", (c, me) -> new UpDown(c.up(), plus(c.down(), me.id().value(), 1)));
  }
}
