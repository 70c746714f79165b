package dev.rejoin.crdt;

import java.util.ArrayList;
import java.util.List;

/**
 * The product of the lattices that the components of a record are: whatever is asked is asked
 * component by component.
 *
 * @param shape the record
 */
record RecordProduct<R>(RecordShape<R> shape) {

  /** Returns the product that records of the class of {@code instance} belong to. */
  static <R> RecordProduct<R> of(R instance) {
    return new RecordProduct<>(RecordShape.ofRecord(instance));
  }

  /** Merges component by component; returns one of the operands where that is the result. */
  R merge(R mine, R theirs) {
    List<Object> merged = new ArrayList<>();
    boolean allMine = true;
    boolean allTheirs = true;
    for (int i = 0; i < shape.size(); i++) {
      Object here = shape.part(mine, i);
      Object there = shape.part(theirs, i);
      Object both = merged(here, there);
      merged.add(both);
      allMine &= both == here;
      allTheirs = allTheirs && (both == there || both.equals(there));
    }
    if (allMine) {
      return mine;
    }
    return allTheirs ? theirs : shape.make(merged);
  }

  /** Returns the deltas of the components; {@code mine} where that is the result. */
  R deltaSince(R mine, R base) {
    List<Object> delta = new ArrayList<>();
    boolean isAll = true;
    for (int i = 0; i < shape.size(); i++) {
      Object here = shape.part(mine, i);
      Object news = delta(here, shape.part(base, i));
      delta.add(news);
      isAll &= news == here;
    }
    return isAll ? mine : shape.make(delta);
  }

  /** Returns whether each component is at most the other's. */
  boolean isAtMost(R mine, R other) {
    for (int i = 0; i < shape.size(); i++) {
      if (!isAtMostPart(shape.part(mine, i), shape.part(other, i))) {
        return false;
      }
    }
    return true;
  }

  // A component meets the same one of the same record alone, so its type is the other's, too.

  @SuppressWarnings("unchecked")
  private static <S extends Crdt<S>> Object merged(Object mine, Object theirs) {
    return ((S) mine).merge((S) theirs);
  }

  @SuppressWarnings("unchecked")
  private static <S extends Crdt<S>> Object delta(Object mine, Object base) {
    return ((S) mine).deltaSince((S) base);
  }

  @SuppressWarnings("unchecked")
  private static <S extends Crdt<S>> boolean isAtMostPart(Object mine, Object other) {
    return ((S) mine).isAtMost((S) other);
  }
}
