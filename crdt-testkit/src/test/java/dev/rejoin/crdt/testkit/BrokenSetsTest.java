package dev.rejoin.crdt.testkit;

import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class BrokenSetsTest {

  static Stream<Arguments> brokenSets() {
    return Stream.of(
        arguments("remove deletes", Law.INFLATING, 2, removeDeletes()),
        arguments("remove deletes", Law.STALE_MERGE, 2, removeDeletes()),
        arguments("no question to the context", Law.INFLATING, 1, dots(BrokenSetsTest::inBoth)),
        arguments("union of entries", Law.INFLATING, 2, dots(BrokenSetsTest::inAny)),
        arguments("merge keeps its own context", Law.COMMUTATIVE, 1, ownContext()),
        arguments("clear forgets the context", Law.INFLATING, 2, forgetful()),
        arguments("re-add clears the tombstone", Law.INFLATING, 2, clearedTombstones()),
        arguments("equals looks at elements only", Law.CONGRUENT, 2, shallowEquals()),
        arguments("hash code by identity", Law.CONGRUENT, 1, hashedByIdentity()),
        arguments("elements in hash order", Law.CONGRUENT, 4, hashOrder()));
  }

  @ParameterizedTest
  @MethodSource("brokenSets")
  void isRejectedOnASmallTimeline(String flaw, Law law, int steps, Subject<?> broken) {
    Counterexample.assertRejects(flaw, law, steps, broken);
  }

  private static Subject<Set<String>> removeDeletes() {
    return Subject.of(Set.<String>of())
        .merging(BrokenSetsTest::union)
        .edit("add", List.of("x", "y"), (set, me, e) -> union(set, Set.of(e)))
        .edit("remove", List.of("x"), (set, me, e) -> minus(set, Set.of(e)));
  }

  static <E> Set<E> union(Set<E> a, Set<E> b) {
    Set<E> union = new HashSet<>(a);
    union.addAll(b);
    return union;
  }

  static <E> Set<E> minus(Set<E> a, Set<E> b) {
    Set<E> left = new HashSet<>(a);
    left.removeAll(b);
    return left;
  }

  private static Subject<Dots> dots(BinaryOperator<Dots> merge) {
    return Dots.subject(merge);
  }

  private static Dots inBoth(Dots a, Dots b) {
    Map<String, String> both = new HashMap<>(a.live());
    both.keySet().retainAll(b.live().keySet());
    return new Dots(both, union(a.seen(), b.seen()));
  }

  private static Dots inAny(Dots a, Dots b) {
    Map<String, String> any = new HashMap<>(a.live());
    any.putAll(b.live());
    return new Dots(any, union(a.seen(), b.seen()));
  }

  private static Subject<Dots> ownContext() {
    return dots((a, b) -> new Dots(a.merge(b).live(), a.seen()));
  }

  private static Subject<Dots> forgetful() {
    return dots(Dots::merge).edit("clear", (set, me) -> new Dots(Map.of(), Set.of()));
  }

  private record TwoPhase(Set<String> added, Set<String> removed) {

    TwoPhase merge(TwoPhase other) {
      return new TwoPhase(union(added, other.added), union(removed, other.removed));
    }
  }

  private static Subject<TwoPhase> clearedTombstones() {
    return Subject.of(new TwoPhase(Set.of(), Set.of()))
        .merging(TwoPhase::merge)
        .edit(
            "add",
            (set, me) ->
                new TwoPhase(union(set.added(), Set.of("x")), minus(set.removed(), Set.of("x"))))
        .edit("remove", (set, me) -> new TwoPhase(set.added(), union(set.removed(), Set.of("x"))));
  }

  /** A two-phase set that is equal to another when it shows the same elements. */
  private record Shallow(TwoPhase set) {

    Set<String> elements() {
      return minus(set.added(), set.removed());
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Shallow that && elements().equals(that.elements());
    }

    @Override
    public int hashCode() {
      return elements().hashCode();
    }
  }

  private static Subject<Shallow> shallowEquals() {
    return Subject.of(new Shallow(new TwoPhase(Set.of(), Set.of())))
        .merging((a, b) -> new Shallow(a.set().merge(b.set())))
        .edit(
            "add",
            (s, me) ->
                new Shallow(new TwoPhase(union(s.set().added(), Set.of("x")), s.set().removed())))
        .edit(
            "remove",
            (s, me) ->
                new Shallow(new TwoPhase(s.set().added(), union(s.set().removed(), s.elements()))));
  }

  private static Subject<Set<String>> hashOrder() {
    return Subject.of(Set.<String>of())
        .merging(BrokenSetsTest::union)
        .edit("add", List.of("Aa", "BB"), (set, me, e) -> union(set, Set.of(e)))
        .observing(ArrayList::new);
  }

  private static final class HashedByIdentity {

    private final Set<String> elements;

    HashedByIdentity(Set<String> elements) {
      this.elements = elements;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof HashedByIdentity that && elements.equals(that.elements);
    }

    @Override
    public int hashCode() {
      return System.identityHashCode(this);
    }
  }

  private static Subject<HashedByIdentity> hashedByIdentity() {
    return Subject.of(new HashedByIdentity(Set.of()))
        .merging((a, b) -> new HashedByIdentity(union(a.elements, b.elements)))
        .edit("add", (set, me) -> new HashedByIdentity(union(set.elements, Set.of("x"))));
  }
}
