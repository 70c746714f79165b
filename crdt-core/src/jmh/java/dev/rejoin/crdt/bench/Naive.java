package dev.rejoin.crdt.bench;

import dev.rejoin.crdt.Dot;
import dev.rejoin.crdt.ReplicaId;
import io.vavr.Tuple;
import io.vavr.collection.HashMap;
import io.vavr.collection.HashSet;
import io.vavr.collection.Set;

/**
 * An observed-remove set the way it stands in the papers, on vavr's maps and their own merge: each
 * element with its live dots, and how many edits of each replica were seen.
 */
record Naive(HashMap<String, Set<Dot>> live, HashMap<ReplicaId, Long> seen) {

  static final Naive EMPTY = new Naive(HashMap.empty(), HashMap.empty());

  Naive add(ReplicaId me, String element) {
    long next = seen.getOrElse(me, 0L) + 1;
    return new Naive(live.put(element, HashSet.of(new Dot(me, next))), seen.put(me, next));
  }

  Naive merge(Naive other) {
    return new Naive(
        surviving(other).merge(other.surviving(this), Set::union),
        seen.merge(other.seen, Math::max));
  }

  /** Returns the dots that the other holds live, too, or has not seen. */
  private HashMap<String, Set<Dot>> surviving(Naive other) {
    return live.map((element, dots) -> Tuple.of(element, other.keeps(element, dots)))
        .filterValues(dots -> !dots.isEmpty());
  }

  private Set<Dot> keeps(String element, Set<Dot> dots) {
    Set<Dot> here = live.getOrElse(element, HashSet.empty());
    return dots.filter(dot -> here.contains(dot) || !hasSeen(dot));
  }

  private boolean hasSeen(Dot dot) {
    return dot.counter() <= seen.getOrElse(dot.replica(), 0L);
  }
}
