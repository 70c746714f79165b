package dev.rejoin.crdt;

import java.util.Objects;

/** The author of whole states: it takes dots from their contexts and stamps from its clock. */
record LocalAuthor(ReplicaId id, HybridClock clock) implements Author {

  LocalAuthor {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(clock, "clock");
  }

  @Override
  public Dot nextDot(CausalContext seen) {
    return seen.next(id);
  }

  @Override
  public HybridTimestamp stamp() {
    return clock.stamp(id);
  }

  @Override
  public HybridTimestamp stampAfter(HybridTimestamp replaced) {
    return clock.stampAfter(id, replaced);
  }

  @Override
  public String toString() {
    return "Author " + id;
  }
}
