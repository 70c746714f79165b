package dev.rejoin.crdt;

import static dev.rejoin.crdt.Replicas.ANN;
import static dev.rejoin.crdt.Replicas.BEN;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Forks of a big set are compared and merged without a look at what they share. */
class BigForksTest {

  /** Four changes, each on a path of its own, whose nodes hold 32 entries at the most. */
  private static final int MOST_LOOKS = 4 * 32;

  private final AtomicInteger looks = new AtomicInteger();
  private final ORSet<Counted> base = hundredThousand();
  private final ORSet<Counted> ann = base.add(ANN, element(-1)).remove(element(7));
  private final ORSet<Counted> ben = base.add(BEN, element(8)).remove(element(70_000));

  /** An element that counts how often it is looked at. */
  private record Counted(int id, AtomicInteger looks) {

    @Override
    public boolean equals(Object other) {
      looks.incrementAndGet();
      return other instanceof Counted that && id == that.id;
    }

    @Override
    public int hashCode() {
      looks.incrementAndGet();
      return id * 0x9e3779b9;
    }
  }

  private Counted element(int id) {
    return new Counted(id, looks);
  }

  private ORSet<Counted> hundredThousand() {
    ORSet<Counted> set = ORSet.empty();
    for (int i = 0; i < 100_000; i++) {
      set = set.add(ANN, element(i));
    }
    return set;
  }

  @Test
  void changesAreToldWithoutLookingThroughTheRest() {
    ORSet<Counted> merged = ann.merge(ben);
    List<Integer> told = new ArrayList<>();
    looks.set(0);

    merged.changesFrom(base, added -> told.add(added.id()), removed -> told.add(removed.id()));

    assertThat(looks).hasValueBetween(1, MOST_LOOKS);
    assertThat(told).containsExactlyInAnyOrder(-1, 7, 70_000);
  }

  @Test
  void forksAreMergedWithoutLookingThroughTheRest() {
    looks.set(0);

    ORSet<Counted> merged = ann.merge(ben);

    assertThat(looks).hasValueBetween(1, MOST_LOOKS);
    assertThat(merged.size()).isEqualTo(99_999);
  }

  @Test
  void forksAreOrderedWithoutLookingThroughTheRest() {
    ORSet<Counted> merged = ann.merge(ben);
    looks.set(0);

    boolean below = ann.isAtMost(merged) && ben.isAtMost(merged);

    assertThat(looks).hasValueBetween(1, 2 * MOST_LOOKS);
    assertThat(below).isTrue();
  }

  @Test
  void aDeltaIsMadeWithoutLookingThroughTheRest() {
    ORSet<Counted> merged = ann.merge(ben);
    looks.set(0);

    ORSet<Counted> delta = merged.deltaSince(base);

    assertThat(looks).hasValueBetween(1, 2 * MOST_LOOKS);
    assertThat(delta.size()).isEqualTo(2);
    assertThat(base.merge(delta)).isEqualTo(merged);
  }
}
