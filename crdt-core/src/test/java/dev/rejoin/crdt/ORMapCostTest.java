package dev.rejoin.crdt;

import static dev.rejoin.crdt.Replicas.ANN;
import static dev.rejoin.crdt.Replicas.BEN;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What two documents share is skipped, at every level: told by how often keys are looked at. */
class ORMapCostTest {

  private static final int ROWS = 2_000;
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private final AtomicInteger looks = new AtomicInteger();
  private final ORMap<Counted, ORMap<Counted, ORSet<Counted>>> document = document();

  /** A key or an element that counts how often it is looked at. */
  private record Counted(int id, AtomicInteger looks) {

    @Override
    public boolean equals(Object other) {
      looks.incrementAndGet();
      return other instanceof Counted that && id == that.id;
    }

    @Override
    public int hashCode() {
      looks.incrementAndGet();
      return id * 0x9E3779B9;
    }
  }

  private ORMap<Counted, ORMap<Counted, ORSet<Counted>>> document() {
    ORMap<Counted, ORMap<Counted, ORSet<Counted>>> map = ORMap.empty();
    for (int i = 0; i < ROWS; i++) {
      map = edited(map, ANN, i, i % 7, i);
    }
    return map;
  }

  private ORMap<Counted, ORMap<Counted, ORSet<Counted>>> edited(
      ORMap<Counted, ORMap<Counted, ORSet<Counted>>> map, Author me, int k, int l, int x) {
    return map.update(
        me,
        key(k),
        ORMap.empty(),
        (inner, author) ->
            inner.update(author, key(l), ORSet.empty(), (set, last) -> set.add(last, key(x))));
  }

  private Counted key(int id) {
    return new Counted(id, looks);
  }

  @Test
  void whatIsSharedIsNotLookedAt() {
    ORMap<Counted, ORMap<Counted, ORSet<Counted>>> ann = edited(document, ANN, 42, 0, -1);
    ORMap<Counted, ORMap<Counted, ORSet<Counted>>> ben = edited(document, BEN, 43, 1, -2);
    looks.set(0);

    ORMap<Counted, ORMap<Counted, ORSet<Counted>>> delta = ann.deltaSince(document);
    ORMap<Counted, ORMap<Counted, ORSet<Counted>>> merged = ann.merge(ben);
    boolean isAtMost = ben.isAtMost(merged);
    int[] told = {0};
    merged.changesFrom(document, key -> told[0]++, key -> told[0]++, key -> told[0]++);

    assertThat(looks.get()).isLessThan(ROWS / 10);
    assertThat(isAtMost).isTrue();
    assertThat(told[0]).isEqualTo(2);
    assertThat(delta.size()).isEqualTo(1);
    assertThat(document.merge(delta)).isEqualTo(ann);
  }

  @Test
  void equalDotsAreNotLookedBehindWhereNothingIsShared() {
    ORMap<Counted, ORMap<Counted, ORSet<Counted>>> apart = document();
    looks.set(0);

    ORMap<Counted, ORMap<Counted, ORSet<Counted>>> merged = document.merge(apart);

    assertThat(looks.get()).isZero();
    assertThat(merged).isSameAs(document);
  }

  @Test
  void otherDotsAreFoundAmongEqualOnes() {
    ORMap<Counted, ORMap<Counted, ORSet<Counted>>> apart = document();
    for (int i = 0; i < ROWS; i += 100) {
      apart = edited(apart, BEN, i, i % 7, i);
    }

    assertThat(document.merge(apart)).isEqualTo(apart);
    assertThat(apart.merge(document)).isSameAs(apart);
  }

  /** A walk through all rows allocates for each of them. */
  @Test
  void theDeltaOfAnUpdateIsMergedWithoutAWalkThroughTheRest() {
    ORMap<String, Todo> todos = ORMap.empty();
    for (int i = 0; i < 10 * ROWS; i++) {
      todos = todos.update(ANN, "t" + i, Todo.EMPTY, (todo, me) -> todo.tagged(me, "red"));
    }
    ORMap<String, Todo> before =
        todos.update(ANN, "t7", Todo.EMPTY, (it, me) -> it.titled(me, "x"));
    ORMap<String, Todo> after =
        before.update(BEN, "t7", Todo.EMPTY, (it, me) -> it.titled(me, "y"));
    ORMap<String, Todo> delta = after.deltaSince(before);
    List<ORMap<String, Todo>> merged = new ArrayList<>(10);

    long least = Long.MAX_VALUE;
    for (int i = 0; i < 10; i++) {
      long start = THREADS.getCurrentThreadAllocatedBytes();
      merged.add(before.merge(delta));
      least = Math.min(least, THREADS.getCurrentThreadAllocatedBytes() - start);
    }

    assertThat(least).isBetween(100L, 10L * ROWS);
    assertThat(merged).allMatch(after::equals);
    assertThat(delta.context()).hasToString("{A: 20001, B: 1}");
  }
}
