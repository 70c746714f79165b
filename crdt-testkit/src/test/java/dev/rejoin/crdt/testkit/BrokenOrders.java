package dev.rejoin.crdt.testkit;

import dev.rejoin.crdt.CausalOrder;
import dev.rejoin.crdt.Crdt;
import dev.rejoin.crdt.VersionVector;
import java.util.function.BiPredicate;

/** Broken orders of states. */
final class BrokenOrders {

  private BrokenOrders() {}

  static Subject<VersionVector> vector(BiPredicate<VersionVector, VersionVector> atMost) {
    return Subject.of(VersionVector.empty())
        .merging(VersionVector::merge)
        .edit("increment", VersionVector::increment)
        .isAtMost(atMost);
  }

  static long sum(VersionVector vector) {
    return vector.counts().values().sum().longValue();
  }

  /** Falls back on the sum where the vectors are concurrent. */
  private record TotallyCompared(VersionVector vector) implements Crdt<TotallyCompared> {

    @Override
    public TotallyCompared merge(TotallyCompared other) {
      return new TotallyCompared(vector.merge(other.vector));
    }

    @Override
    public CausalOrder compare(TotallyCompared other) {
      CausalOrder order = vector.compare(other.vector);
      return order == CausalOrder.CONCURRENT ? CausalOrder.BEFORE : order;
    }
  }

  static Subject<TotallyCompared> totallyCompared() {
    return Subject.startingAt(new TotallyCompared(VersionVector.empty()))
        .edit("increment", (state, me) -> new TotallyCompared(state.vector().increment(me)));
  }
}
