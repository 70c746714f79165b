package dev.rejoin.crdt;

import java.util.Objects;

/** The author of whole states, lent for one update of them. */
record LentAuthor(LocalAuthor lender, Loan loan) implements Author {

  @Override
  public ReplicaId id() {
    return lender.id();
  }

  @Override
  public Dot nextDot(CausalContext seen) {
    loan.requireHolds(this);
    return lender.nextDot(Objects.requireNonNull(seen, "seen"));
  }

  @Override
  public HybridTimestamp stamp() {
    loan.requireHolds(this);
    return lender.stamp();
  }

  @Override
  public HybridTimestamp stampAfter(HybridTimestamp replaced) {
    loan.requireHolds(this);
    return lender.stampAfter(replaced);
  }

  @Override
  public String toString() {
    return "author of an update by " + id();
  }
}
