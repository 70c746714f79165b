package dev.rejoin.crdt;

import static dev.rejoin.crdt.Replicas.ANN;
import static dev.rejoin.crdt.Replicas.BEN;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What two documents share is skipped, at every level: told by how often keys are looked at. */
class ORMapCostTest {

  private static final int ROWS = 2_000;

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
}
