package dev.rejoin.crdt;

import static dev.rejoin.crdt.Replicas.A;
import static dev.rejoin.crdt.Replicas.ANN;
import static dev.rejoin.crdt.Replicas.B;
import static dev.rejoin.crdt.Replicas.dot;
import static dev.rejoin.crdt.Replicas.missing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import dev.rejoin.crdt.CausalContext.Range;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CausalContextTest {

  @Test
  void aGapIsNotSeen() {
    CausalContext context = CausalContext.of(dot(A, 1), dot(A, 3));

    assertThat(context.includes(dot(A, 1))).isTrue();
    assertThat(context.includes(dot(A, 2))).isFalse();
    assertThat(context.includes(dot(A, 3))).isTrue();
    assertThat(context.includes(dot(A, 4))).isFalse();
    assertThat(context.includes(dot(B, 1))).isFalse();
  }

  @Test
  void theNextDotIsAboveGaps() {
    CausalContext context = CausalContext.of(dot(A, 1), dot(A, 7));

    assertThat(context.next(A)).isEqualTo(dot(A, 8));
    assertThat(ANN.nextDot(context)).isEqualTo(dot(A, 8));
    assertThat(context.next(B)).isEqualTo(dot(B, 1));
  }

  @Test
  void thereIsNoDotAboveTheGreatest() {
    CausalContext context = CausalContext.of(dot(A, Dot.MAX_COUNTER));

    assertThatExceptionOfType(ArithmeticException.class)
        .isThrownBy(() -> context.next(A))
        .withMessage(
            "counter of replica A must not exceed 9007199254740991, was 9007199254740991 + 1");
  }

  @Test
  void rangesThatTouchOrOverlapBecomeOne() {
    CausalContext context =
        CausalContext.of(
            List.of(
                new Range(A, 4, 6), new Range(A, 1, 3), new Range(A, 5, 9), new Range(B, 2, 2)));

    assertThat(context.ranges()).containsExactly(new Range(A, 1, 9), new Range(B, 2, 2));
    assertThat(context).hasToString("{A: 1-9, B: 2}");
  }

  @Test
  void aDotThatFillsAGapJoinsItsNeighbours() {
    CausalContext gap = CausalContext.of(dot(A, 1), dot(A, 3));

    CausalContext filled = gap.add(dot(A, 2));

    assertThat(filled.ranges()).containsExactly(new Range(A, 1, 3));
    assertThat(filled.add(dot(A, 2))).isSameAs(filled);
    assertThat(gap).hasToString("{A: 1 3}");
  }

  @Test
  void aDeltaHoldsWhatTheBaseHasNotSeen() {
    CausalContext now = CausalContext.of(List.of(new Range(A, 1, 9), new Range(B, 1, 2)));
    CausalContext base = CausalContext.of(List.of(new Range(A, 2, 3), new Range(A, 8, 12)));

    assertThat(now.deltaSince(base)).hasToString("{A: 1 4-7, B: 1-2}");
    assertThat(base.deltaSince(now)).hasToString("{A: 10-12}");
    assertThat(now.deltaSince(now)).isSameAs(CausalContext.empty());
  }

  @Test
  void contextsAreOrderedByInclusion() {
    CausalContext less = CausalContext.of(dot(A, 1), dot(A, 3));
    CausalContext more = CausalContext.of(List.of(new Range(A, 1, 3)));
    CausalContext other = CausalContext.of(dot(B, 1));

    assertThat(less.compare(more)).isEqualTo(CausalOrder.BEFORE);
    assertThat(more.compare(less)).isEqualTo(CausalOrder.AFTER);
    assertThat(more.compare(other)).isEqualTo(CausalOrder.CONCURRENT);
    assertThat(less.merge(other)).hasToString("{A: 1 3, B: 1}");
  }

  @Test
  void rangesOutOfRangeAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Range(A, 0, 1))
        .withMessage("range of dots must rise within 1 to 9007199254740991, was 0 to 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Range(A, 3, 2))
        .withMessage("range of dots must rise within 1 to 9007199254740991, was 3 to 2");
  }

  @Test
  void rangesEndWhereTheyEnd() {
    Iterator<Range> ranges = CausalContext.of(dot(A, 1)).ranges().iterator();

    assertThat(ranges.next()).isEqualTo(new Range(A, 1, 1));
    assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(ranges::next);
  }

  @Test
  void nullsAreRefused() {
    CausalContext context = CausalContext.empty();

    assertThatNullPointerException().isThrownBy(() -> context.includes(missing()));
    assertThatNullPointerException().isThrownBy(() -> context.next(missing()));
    assertThatNullPointerException().isThrownBy(() -> context.add(missing()));
    assertThatNullPointerException().isThrownBy(() -> context.merge(missing()));
    assertThatNullPointerException().isThrownBy(() -> new Range(missing(), 1, 1));
  }

  @Test
  void aRangeInsideAnotherAddsNothing() {
    CausalContext nested =
        CausalContext.of(List.of(new Range(A, 2, 3), new Range(A, 1, 9), new Range(A, 1, 2)));

    assertThat(nested).hasToString("{A: 1-9}");
  }

  @Test
  void rangesAreOrderedByReplicaThenFirstThenLast() {
    assertThat(
            Stream.of(
                    new Range(B, 1, 1), new Range(A, 2, 2), new Range(A, 1, 9), new Range(A, 1, 3))
                .sorted())
        .containsExactly(
            new Range(A, 1, 3), new Range(A, 1, 9), new Range(A, 2, 2), new Range(B, 1, 1));
  }

  @Test
  void rangesPastTheGreatestCounterAreRefused() {
    assertThat(new Range(A, 1, Dot.MAX_COUNTER).last()).isEqualTo(Dot.MAX_COUNTER);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Range(A, 1, Dot.MAX_COUNTER + 1))
        .withMessage(
            "range of dots must rise within 1 to 9007199254740991, was 1 to 9007199254740992");
  }

  @Test
  void nullIsRefusedByTheEmptyContext() {
    assertThatNullPointerException().isThrownBy(() -> CausalContext.empty().isAtMost(missing()));
    assertThatNullPointerException().isThrownBy(() -> CausalContext.empty().deltaSince(missing()));
  }
}
