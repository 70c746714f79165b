package dev.rejoin.crdt;

import java.util.Objects;

/**
 * The author of one update of a map: counts dots over all that is nested in it, so no two edits
 * share one. It serves the thread that updates, until the update ends; while an update within goes
 * on, that one's author mints.
 */
final class UpdateAuthor implements Author {

  private final Author outer;
  private final Loan loan = new Loan();
  private CausalContext seen; // what the map has, and what was minted since
  private CausalContext minted = CausalContext.empty();
  private boolean isLent;

  /** Begins an update of a map that has seen {@code seen}. */
  UpdateAuthor(Author outer, CausalContext seen) {
    this.outer = outer;
    this.seen = seen;
    if (outer instanceof UpdateAuthor around) {
      around.requireUsable();
      around.isLent = true;
    }
  }

  void end() {
    loan.end();
    if (outer instanceof UpdateAuthor around) {
      around.isLent = false;
    }
  }

  /** Returns what the map has seen, and what was minted since. */
  CausalContext seen() {
    return seen;
  }

  /** Returns the dots minted by this author and those of updates within. */
  CausalContext minted() {
    return minted;
  }

  @Override
  public ReplicaId id() {
    return outer.id();
  }

  @Override
  public Dot nextDot(CausalContext state) {
    Objects.requireNonNull(state, "seen");
    requireUsable();
    if (!state.isAtMost(seen)) {
      throw new IllegalArgumentException(
          "the author of an update must edit nothing but the value handed out with it,"
              + " but the state has also seen "
              + state.deltaSince(seen));
    }
    return mint();
  }

  private Dot mint() {
    Dot dot = outer instanceof UpdateAuthor around ? around.mintAfter(seen) : outer.nextDot(seen);
    seen = seen.add(dot);
    minted = minted.add(dot);
    return dot;
  }

  /** Mints for an update within. */
  private Dot mintAfter(CausalContext within) {
    seen = seen.merge(within);
    return mint();
  }

  @Override
  public HybridTimestamp stamp() {
    loan.requireHolds(this);
    return outer.stamp();
  }

  @Override
  public HybridTimestamp stampAfter(HybridTimestamp replaced) {
    loan.requireHolds(this);
    return outer.stampAfter(replaced);
  }

  private void requireUsable() {
    loan.requireHolds(this);
    if (isLent) {
      throw new IllegalStateException(
          "an update within must use the author handed to it, not " + this);
    }
  }

  @Override
  public String toString() {
    return "author of an update by " + id();
  }
}
