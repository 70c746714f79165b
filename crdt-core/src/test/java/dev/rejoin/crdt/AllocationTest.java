package dev.rejoin.crdt;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What is asked all the time, and a merge that brings nothing, allocate nothing or the same few
 * bytes at any size. Measured after a few calls, while they are interpreted, so that it does not
 * rest on what the compiler leaves out; and as the least of several rounds, since the virtual
 * machine allocates at times on its own account.
 */
class AllocationTest {

  private static final int WARM_UP = 10;
  private static final int ROUNDS = 5;
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private static final ORSet<String> SMALL = set(100);
  private static final ORSet<String> SMALL_TOO = set(100);
  private static final ORSet<String> BIG = set(100_000);
  private static final ORSet<String> BIG_TOO = set(100_000);

  /** What is measured; the boxes of its truth values are there already. */
  private interface Action {
    Object run();
  }

  private static long bytes(Action action) {
    return measured(action) - measured(() -> THREADS);
  }

  private static long measured(Action action) {
    long least = Long.MAX_VALUE;
    for (int i = 0; i < WARM_UP + ROUNDS; i++) {
      long before = THREADS.getCurrentThreadAllocatedBytes();
      action.run();
      long after = THREADS.getCurrentThreadAllocatedBytes();
      least = i < WARM_UP ? least : Math.min(least, after - before);
    }
    return least;
  }

  @Test
  void whatIsAllocatedIsMeasured() {
    assertThat(bytes(() -> List.of(1, 2, 3).iterator())).isPositive();
    assertThat(bytes(() -> new int[1000].clone())).isGreaterThanOrEqualTo(4000);
  }

  private static ReplicaId id(int number) {
    return ReplicaId.of(String.format("replica %06d", number));
  }

  /** Returns a vector built anew, with names of its own. */
  private static VersionVector vector(int replicas, int more) {
    return VersionVector.of(counts(replicas, more));
  }

  private static Map<ReplicaId, Long> counts(int replicas, int more) {
    Map<ReplicaId, Long> counts = new TreeMap<>();
    for (int i = 0; i < replicas; i++) {
      counts.put(id(i), (long) i + 1 + more);
    }
    return counts;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 100, 1_000})
  void vectorsAreComparedAndMergedWithoutAllocating(int replicas) {
    VersionVector one = vector(replicas, 0);
    VersionVector same = vector(replicas, 0);
    VersionVector more = vector(replicas, 1);
    VersionVector other = one.increment(Author.of(id(-1)));

    assertThat(one.compare(same)).isEqualTo(CausalOrder.EQUAL);
    assertThat(other.compare(more)).isEqualTo(CausalOrder.CONCURRENT);
    assertNothing(() -> one.isAtMost(one), () -> one.isAtMost(same), () -> more.isAtMost(one));
    assertNothing(() -> one.isAtMost(more), () -> other.isAtMost(more));
    assertNothing(() -> one.compare(one), () -> one.compare(same), () -> more.compare(one));
    assertNothing(() -> one.compare(more), () -> other.compare(more), () -> more.compare(other));
    assertNothing(() -> one.merge(one), () -> one.merge(same), () -> more.merge(one));
    assertNothing(() -> one.merge(more));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 100, 1_000})
  void countersAreComparedAndMergedWithoutAllocating(int replicas) {
    GCounter one = GCounter.of(counts(replicas, 0));
    GCounter same = GCounter.of(counts(replicas, 0));
    GCounter more = GCounter.of(counts(replicas, 1));
    PNCounter pair = PNCounter.of(one, one);
    PNCounter samePair = PNCounter.of(same, same);
    PNCounter morePair = PNCounter.of(more, same);

    assertNothing(() -> one.isAtMost(one), () -> one.isAtMost(same), () -> one.compare(more));
    assertNothing(() -> one.merge(one), () -> one.merge(same), () -> more.merge(one));
    assertNothing(() -> one.merge(more), () -> pair.merge(morePair));
    assertNothing(() -> pair.isAtMost(pair), () -> pair.isAtMost(samePair));
    assertNothing(() -> pair.merge(pair), () -> pair.merge(samePair), () -> morePair.merge(pair));
    assertThat(pair.merge(morePair)).isSameAs(morePair);
  }

  private static CausalContext context(int replicas, int counters) {
    List<CausalContext.Range> ranges = new ArrayList<>();
    for (int i = 0; i < replicas; i++) {
      ranges.add(new CausalContext.Range(id(i), 1, counters));
      ranges.add(new CausalContext.Range(id(i), counters + 2, counters + 3));
    }
    return CausalContext.of(ranges);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 100, 1_000})
  void contextsAreComparedAndMergedWithoutAllocating(int replicas) {
    CausalContext one = context(replicas, 9);
    CausalContext same = context(replicas, 9);
    CausalContext more = one.add(new Dot(id(-1), 1));

    assertNothing(() -> one.isAtMost(one), () -> one.isAtMost(same), () -> more.isAtMost(one));
    assertNothing(() -> one.isAtMost(more), () -> one.compare(more));
    assertNothing(() -> one.merge(one), () -> one.merge(same), () -> more.merge(one));
    assertNothing(() -> one.merge(more));
  }

  private static void assertNothing(Action... actions) {
    for (Action action : actions) {
      assertThat(bytes(action)).isZero();
    }
  }

  /** Returns a set built anew, a tenth of whose elements has two dots. */
  private static ORSet<String> set(int size) {
    List<ReplicaId> ids = List.of(id(0), id(1), id(2));
    ORSet.Builder<String> builder = ORSet.builder(context(3, size));
    for (int i = 0; i < size; i++) {
      Dot first = new Dot(ids.get(i % 3), i + 1);
      Dot second = new Dot(ids.get((i + 1) % 3), i + 1);
      builder.live("element " + i, i % 10 == 0 ? List.of(first, second) : List.of(first));
    }
    return builder.build();
  }

  @Test
  void aSetIsAskedWithoutAllocating() {
    assertThat(BIG.contains("element 99999")).isTrue();
    assertAskedForNothing(SMALL, SMALL_TOO);
    assertAskedForNothing(BIG, BIG_TOO);
  }

  private static void assertAskedForNothing(ORSet<String> set, ORSet<String> same) {
    assertNothing(() -> set.contains("element 77"), () -> set.contains("element 80"));
    assertNothing(() -> set.contains("absent"), () -> set.size() == 0);
    assertNothing(() -> set.isAtMost(set), () -> set.merge(set), () -> set.equals(same));
    assertNothing(() -> set.isAtMost(same), () -> set.compare(same));
  }

  @Test
  void aMergeOfEqualSetsBuiltApartTakesTheSameFewBytesAtAnySize() {
    assertThat(bytes(() -> BIG.merge(BIG_TOO)))
        .isEqualTo(bytes(() -> SMALL.merge(SMALL_TOO)))
        .isLessThanOrEqualTo(64);
  }

  @Test
  void aDeltaThatIsKnownTakesFewBytesAtAnySize() {
    assertThat(bytesOfKnownDelta(SMALL)).isLessThanOrEqualTo(4096);
    assertThat(bytesOfKnownDelta(BIG)).isLessThanOrEqualTo(4096);
  }

  /** Both a merge of that delta and a comparison with it. */
  private static long bytesOfKnownDelta(ORSet<String> base) {
    ORSet<String> now = base.add(Author.of(id(9)), "element 5").remove("element 7");
    ORSet<String> delta = now.deltaSince(base);

    assertThat(now.merge(delta)).isSameAs(now);
    assertThat(delta.isAtMost(now)).isTrue();
    return bytes(() -> now.merge(delta)) + bytes(() -> delta.isAtMost(now));
  }

  /** Where one side has an element and the other a node, the walk makes a node of the element. */
  @Test
  void forksTakeFewBytesAtAnySize() {
    assertForksTakeFewBytes(SMALL);
    assertForksTakeFewBytes(BIG);
  }

  private static void assertForksTakeFewBytes(ORSet<String> base) {
    ORSet<String> ahead = base.add(Author.of(id(9)), "another").remove("element 0");

    assertThat(bytes(() -> base.isAtMost(ahead))).isLessThanOrEqualTo(512);
    assertThat(bytes(() -> ahead.isAtMost(base))).isLessThanOrEqualTo(512);
    assertThat(bytes(() -> ahead.merge(base))).isLessThanOrEqualTo(512);
    assertThat(bytes(() -> base.merge(ahead))).isLessThanOrEqualTo(512);
  }
}
