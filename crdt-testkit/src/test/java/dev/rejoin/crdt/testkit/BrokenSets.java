package dev.rejoin.crdt.testkit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BinaryOperator;

/** Broken sets, and what all sets of the tests are made with. */
final class BrokenSets {

  private BrokenSets() {}

  static Subject<Set<String>> removeDeletes() {
    return Subject.of(Set.<String>of())
        .merging(BrokenSets::union)
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

  static Subject<Dots> dots(BinaryOperator<Dots> merge) {
    return Dots.subject(merge);
  }

  private static Dots inBoth(Dots a, Dots b) {
    Map<String, String> both = new HashMap<>(a.live());
    both.keySet().retainAll(b.live().keySet());
    return new Dots(both, union(a.seen(), b.seen()));
  }

  static Subject<Dots> ownContext() {
    return dots((a, b) -> new Dots(a.merge(b).live(), a.seen()));
  }

  static Subject<Dots> missingOnesDropped() {
    return dots(BrokenSets::inBoth);
  }

  static Subject<Dots> forgetful() {
    return Subject.of(new Dots(Map.of(), Set.of()))
        .merging(Dots::merge)
        .edit("add", List.of("x", "y"), Dots::add)
        .edit(
            "remove",
            List.of("x"),
            (set, me, element) -> {
              Map<String, String> left = set.remove(element).live();
              Set<String> gone = minus(set.live().keySet(), left.keySet());
              return new Dots(left, minus(set.seen(), gone));
            });
  }

  private record TwoPhase(Set<String> added, Set<String> removed) {

    TwoPhase merge(TwoPhase other) {
      return new TwoPhase(union(added, other.added), union(removed, other.removed));
    }
  }

  static Subject<TwoPhase> clearedTombstones() {
    return Subject.of(new TwoPhase(Set.of(), Set.of()))
        .merging(TwoPhase::merge)
        .edit(
            "add",
            (set, me) ->
                new TwoPhase(union(set.added(), Set.of("x")), minus(set.removed(), Set.of("x"))))
        .edit("remove", (set, me) -> new TwoPhase(set.added(), union(set.removed(), Set.of("x"))));
  }

  /** A set that is equal to another when it shows the same elements. */
  private record Shallow(Dots set) {

    Set<String> elements() {
      return Set.copyOf(set.live().values());
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

  static Subject<Shallow> shallowEquals() {
    return Subject.of(new Shallow(new Dots(Map.of(), Set.of())))
        .merging((a, b) -> new Shallow(a.set().merge(b.set())))
        .edit("add", List.of("x", "y"), (s, me, e) -> new Shallow(s.set().add(me, e)))
        .edit("remove", List.of("x"), (s, me, e) -> new Shallow(s.set().remove(e)))
        .observing(Shallow::elements);
  }

  static Subject<Set<String>> hashOrder() {
    return Subject.of(Set.<String>of())
        .merging(BrokenSets::union)
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

  static Subject<HashedByIdentity> hashedByIdentity() {
    return Subject.of(new HashedByIdentity(Set.of()))
        .merging((a, b) -> new HashedByIdentity(union(a.elements, b.elements)))
        .edit("add", (set, me) -> new HashedByIdentity(union(set.elements, Set.of("x"))));
  }
}
