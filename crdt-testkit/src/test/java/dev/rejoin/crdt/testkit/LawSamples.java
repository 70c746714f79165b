package dev.rejoin.crdt.testkit;

import static dev.rejoin.crdt.testkit.Step.delta;
import static dev.rejoin.crdt.testkit.Step.edit;
import static dev.rejoin.crdt.testkit.Step.merge;
import static dev.rejoin.crdt.testkit.Step.staleMerge;

import dev.rejoin.crdt.VersionVector;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The broken types of the manual, one for each law, and a timeline on which the law breaks. */
final class LawSamples {

  private LawSamples() {}

  /** Returns how the law breaks: a new subject each time, since one of them changes its states. */
  static LawViolation violation(Law law) {
    try {
      law.check(subject(law), timeline(law));
    } catch (LawViolation e) {
      return e;
    }
    throw new AssertionError("law " + law + " holds for its sample");
  }

  static Subject<?> subject(Law law) {
    return switch (law) {
      case CONGRUENT -> shownInHashOrder();
      case TOTAL -> mergedByCollector();
      case IMMUTABLE -> mergedIntoThis();
      case IDEMPOTENT -> mergedBySum();
      case COMMUTATIVE -> tiesKeepThis();
      case ASSOCIATIVE -> mean();
      case NEUTRAL -> lowestBid();
      case INFLATING -> netCount();
      case STALE_MERGE -> union();
      case CONVERGENT -> lastToArrive();
      case BOUNDED -> logged();
      case MEANING -> oneNumberForAll();
      case ORDER -> orderedBySize();
      case DELTA -> difference();
      case CODEC -> oneByte();
    };
  }

  private static Timeline timeline(Law law) {
    return switch (law) {
      case CONGRUENT -> Timeline.of(edit(0, 0), edit(0, 1), edit(1, 1), edit(1, 0));
      case CODEC -> Timeline.of(edit(0, 1));
      case COMMUTATIVE, ORDER -> Timeline.of(edit(0, 0), edit(1, 1));
      case STALE_MERGE -> Timeline.of(edit(0, 0), merge(0, 1), edit(0, 1), merge(1, 0));
      case CONVERGENT -> Timeline.of(edit(0, 0), edit(1, 1), merge(0, 1), staleMerge(1, 0, 1));
      case MEANING -> Timeline.of(edit(0, 0), edit(1, 0), merge(0, 1));
      case INFLATING -> Timeline.of(edit(0, 0), edit(0, 1));
      case DELTA -> Timeline.of(edit(0, 0), merge(0, 1), edit(0, 0), delta(0, 1, 0));
      default -> Timeline.of(edit(0, 0));
    };
  }

  private static Subject<Set<String>> shownInHashOrder() {
    return Subject.<Set<String>>of(new HashSet<>())
        .merging((a, b) -> union(a, b))
        .edit("add", List.of("Aa", "BB"), (set, me, item) -> union(set, Set.of(item)))
        .observing(ArrayList::new);
  }

  private static Subject<Map<String, Integer>> mergedByCollector() {
    return Subject.of(Map.<String, Integer>of())
        .merging(
            (a, b) ->
                Stream.of(a, b)
                    .flatMap(counts -> counts.entrySet().stream())
                    .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)))
        .edit("increment", (counts, me) -> plusOne(counts, me.id().value()));
  }

  private static Subject<Set<String>> mergedIntoThis() {
    return Subject.<Set<String>>of(new TreeSet<>())
        .merging(
            (a, b) -> {
              a.addAll(b);
              return a;
            })
        .edit("add", List.of("milk", "tea"), (set, me, item) -> union(set, Set.of(item)));
  }

  private static Subject<Integer> mergedBySum() {
    return Subject.of(0).merging(Integer::sum).edit("increment", (count, me) -> count + 1);
  }

  private record Stamped(int time, String value) {}

  private static Subject<Stamped> tiesKeepThis() {
    return Subject.of(new Stamped(0, ""))
        .merging((a, b) -> a.time() >= b.time() ? a : b)
        .edit("assign", List.of("x", "y"), (old, me, v) -> new Stamped(old.time() + 1, v))
        .observing(Stamped::value);
  }

  private static Subject<Double> mean() {
    return Subject.of(0.0)
        .merging((a, b) -> (a + b) / 2)
        .edit("heat", (degrees, me) -> degrees + 1);
  }

  private static Subject<Integer> lowestBid() {
    return Subject.of(0)
        .merging(Math::min)
        .edit("bid", List.of(3, 5), (low, me, bid) -> low == 0 ? bid : Math.min(low, bid));
  }

  private static Subject<Integer> netCount() {
    return Subject.of(0)
        .merging(Math::max)
        .edit("increment", (count, me) -> count + 1)
        .edit("decrement", (count, me) -> count - 1);
  }

  private static Subject<Set<String>> union() {
    return Subject.of(Set.<String>of())
        .merging((a, b) -> union(a, b))
        .edit("add", List.of("milk"), (set, me, item) -> union(set, Set.of(item)))
        .edit("remove", List.of("milk"), (set, me, item) -> minus(set, item));
  }

  private static Subject<String> lastToArrive() {
    return Subject.of("")
        .merging((a, b) -> b)
        .edit("assign", List.of("x", "y"), (old, me, value) -> value);
  }

  private static final class Logged {

    private final int highest;
    private final List<Integer> log;

    Logged(int highest, List<Integer> log) {
      this.highest = highest;
      this.log = List.copyOf(log);
    }

    Logged merge(Logged other) {
      List<Integer> longer = new ArrayList<>(log);
      longer.add(other.highest);
      return new Logged(Math.max(highest, other.highest), longer);
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Logged that && highest == that.highest;
    }

    @Override
    public int hashCode() {
      return highest;
    }

    @Override
    public String toString() {
      return highest + " " + log;
    }
  }

  private static Subject<Logged> logged() {
    return Subject.of(new Logged(0, List.of()))
        .merging(Logged::merge)
        .edit("raise", (score, me) -> new Logged(score.highest + 1, score.log));
  }

  private static Subject<Integer> oneNumberForAll() {
    return Subject.of(0)
        .merging(Math::max)
        .edit("increment", (count, me) -> count + 1)
        .meaning(Meanings.counter("increment"));
  }

  private static Subject<VersionVector> orderedBySize() {
    return Subject.of(VersionVector.empty())
        .merging(VersionVector::merge)
        .edit("increment", VersionVector::increment)
        .isAtMost((a, b) -> a.size() <= b.size());
  }

  private static Subject<Integer> difference() {
    return Subject.of(0)
        .merging(Math::max)
        .edit("raise", (highest, me) -> highest + 1)
        .deltaSince((highest, base) -> highest - base);
  }

  private static Subject<Integer> oneByte() {
    return Subject.of(0)
        .merging(Math::max)
        .edit("raise", List.of(1, 200), (highest, me, by) -> highest + by)
        .codec(Integer::byteValue, Byte::intValue);
  }

  private static Set<String> union(Set<String> a, Set<String> b) {
    Set<String> union = a instanceof HashSet ? new HashSet<>(a) : new TreeSet<>(a);
    union.addAll(b);
    return union;
  }

  private static Set<String> minus(Set<String> set, String item) {
    Set<String> left = new TreeSet<>(set);
    left.remove(item);
    return left;
  }

  private static Map<String, Integer> plusOne(Map<String, Integer> counts, String id) {
    Map<String, Integer> more = new TreeMap<>(counts);
    more.merge(id, 1, Integer::sum);
    return more;
  }
}
