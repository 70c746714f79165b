package dev.rejoin.crdt.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.rejoin.crdt.CausalOrder;
import dev.rejoin.crdt.Crdt;
import dev.rejoin.crdt.VersionVector;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class BrokenOrdersTest {

  static Stream<Arguments> brokenOrders() {
    return Stream.of(
        arguments("by the sum", 2, vector((a, b) -> sum(a) <= sum(b))),
        arguments("by the number of replicas", 2, vector((a, b) -> a.size() <= b.size())),
        arguments("the wrong way round", 1, vector((a, b) -> b.isAtMost(a))),
        arguments("strict", 0, vector((a, b) -> a.isAtMost(b) && !a.equals(b))),
        arguments("compare never says concurrent", 2, totallyCompared()));
  }

  @ParameterizedTest
  @MethodSource("brokenOrders")
  void areRejectedOnASmallTimeline(String flaw, int steps, Subject<?> broken) {
    LawViolation violation = Counterexample.of(Law.ORDER, broken);

    assertThat(violation.law()).as(flaw).isEqualTo(Law.ORDER);
    assertThat(violation.timeline().steps()).as(flaw).hasSizeLessThanOrEqualTo(steps);
  }

  private static Subject<VersionVector> vector(BiPredicate<VersionVector, VersionVector> atMost) {
    return Subject.of(VersionVector.empty())
        .merging(VersionVector::merge)
        .edit("increment", VersionVector::increment)
        .isAtMost(atMost);
  }

  private static long sum(VersionVector vector) {
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

  private static Subject<TotallyCompared> totallyCompared() {
    return Subject.startingAt(new TotallyCompared(VersionVector.empty()))
        .edit("increment", (state, me) -> new TotallyCompared(state.vector().increment(me)));
  }
}
