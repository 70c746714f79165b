package dev.rejoin.crdt.testkit;

import static dev.rejoin.crdt.testkit.Step.edit;
import static dev.rejoin.crdt.testkit.Step.merge;

import dev.rejoin.crdt.Author;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BinaryOperator;

/** Five broken types, each with a small timeline on which a law breaks. */
@SuppressWarnings("ImmutableEnumChecker") // subjects and timelines are immutable
enum BrokenSample {
  /** A grow-only counter whose merge adds. */
  COUNTER_MERGED_BY_SUM(Law.IDEMPOTENT, counter(Integer::sum), Timeline.of(edit(0, 0))),
  /** A register that keeps its own value where the stamps are equal. */
  REGISTER_WHOSE_TIES_KEEP_THIS(Law.COMMUTATIVE, register(), Timeline.of(edit(0, 0), edit(1, 1))),
  /** A set whose merge is the union. */
  SET_MERGED_BY_UNION(
      Law.STALE_MERGE, set(), Timeline.of(edit(0, 0), merge(0, 1), edit(0, 1), merge(1, 0))),
  /** An observed-remove set whose merge does not ask what has been seen. */
  OR_SET_THAT_IGNORES_THE_CONTEXT(
      Law.CONVERGENT,
      orSet(),
      Timeline.of(edit(0, 0), edit(0, 1), Step.staleMerge(0, 1, 1), merge(0, 1))),
  /** A grow-only counter whose deltas hold the increment and not the new count. */
  DELTA_COUNTER_OF_INCREMENTS(
      Law.DELTA,
      counter(Math::max).deltaSince(BrokenSample::difference),
      Timeline.of(edit(0, 0), merge(0, 1), edit(0, 0), Step.delta(0, 1, 0)));

  private final Law law;
  private final Subject<?> subject;
  private final Timeline timeline;

  BrokenSample(Law law, Subject<?> subject, Timeline timeline) {
    this.law = law;
    this.subject = subject;
    this.timeline = timeline;
  }

  Law law() {
    return law;
  }

  Subject<?> subject() {
    return subject;
  }

  LawViolation violation() {
    try {
      law.check(subject, timeline);
    } catch (LawViolation e) {
      return e;
    }
    throw new AssertionError("law " + law + " holds for " + this);
  }

  private static Subject<Map<String, Integer>> counter(BinaryOperator<Integer> entries) {
    return Subject.<Map<String, Integer>>of(new TreeMap<>())
        .merging((a, b) -> joined(a, b, entries))
        .edit("increment", (c, me) -> joined(c, Map.of(me.id().value(), 1), Integer::sum))
        .observing(c -> c.values().stream().mapToInt(n -> n).sum());
  }

  private static Map<String, Integer> joined(
      Map<String, Integer> a, Map<String, Integer> b, BinaryOperator<Integer> entries) {
    Map<String, Integer> joined = new TreeMap<>(a);
    b.forEach((id, count) -> joined.merge(id, count, entries));
    return joined;
  }

  private static Map<String, Integer> difference(
      Map<String, Integer> state, Map<String, Integer> base) {
    Map<String, Integer> difference = new TreeMap<>();
    state.forEach((id, count) -> difference.put(id, count - base.getOrDefault(id, 0)));
    difference.values().removeIf(more -> more <= 0);
    return difference;
  }

  private record Register(int stamp, String value) {}

  private static Subject<Register> register() {
    return Subject.of(new Register(0, ""))
        .merging((a, b) -> a.stamp() >= b.stamp() ? a : b)
        .edit("assign", List.of("x", "y"), (old, me, v) -> new Register(old.stamp() + 1, v))
        .observing(Register::value);
  }

  private static Subject<Set<String>> set() {
    return Subject.<Set<String>>of(new TreeSet<>())
        .merging(BrokenSample::union)
        .edit("add", List.of("milk"), (set, me, item) -> union(set, Set.of(item)))
        .edit("remove", List.of("milk"), (set, me, item) -> minus(set, item));
  }

  private static Set<String> union(Set<String> a, Set<String> b) {
    Set<String> union = new TreeSet<>(a);
    union.addAll(b);
    return union;
  }

  private static Set<String> minus(Set<String> set, String item) {
    Set<String> left = new TreeSet<>(set);
    left.remove(item);
    return left;
  }

  private record OrSet(Map<String, String> live, Set<String> seen) {

    OrSet add(Author me, String item) {
      String dot = me.id().value() + (seen.size() + 1);
      Map<String, String> more = new TreeMap<>(live);
      more.put(dot, item);
      return new OrSet(more, union(seen, Set.of(dot)));
    }

    OrSet remove(String item) {
      Map<String, String> left = new TreeMap<>(live);
      left.values().removeIf(item::equals);
      return new OrSet(left, seen);
    }

    OrSet merge(OrSet other) {
      Map<String, String> all = new TreeMap<>(live);
      all.putAll(other.live);
      return new OrSet(all, union(seen, other.seen));
    }
  }

  private static Subject<OrSet> orSet() {
    return Subject.of(new OrSet(new TreeMap<>(), new TreeSet<>()))
        .merging(OrSet::merge)
        .edit("add", List.of("x"), OrSet::add)
        .edit("remove", List.of("x"), (set, me, item) -> set.remove(item))
        .observing(set -> new TreeSet<>(set.live().values()));
  }
}
