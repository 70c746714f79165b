package dev.rejoin.crdt;

import java.util.Objects;

/**
 * The author of one update of a map: counts dots over all that is nested in it, so no two edits
 * share one. It serves the thread that updates, until the update ends; while an update within goes
 * on, that one's author mints.
 */
final class UpdateAuthor implements Author {

  private final Author outer;
  private final Thread thread = Thread.currentThread();
  private CausalContext seen; // what the map has, and what was minted since
  private CausalContext minted = CausalContext.empty();
  private boolean isLent;
  private boolean hasEnded;

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
    hasEnded = true;
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
    requireInTime();
    return outer.stamp();
  }

  @Override
  public HybridTimestamp stampAfter(HybridTimestamp replaced) {
    requireInTime();
    return outer.stampAfter(replaced);
  }

  private void requireUsable() {
    requireInTime();
    if (isLent) {
      throw new IllegalStateException(
          "an update within must use the author handed to it, not " + this);
    }
  }

  private void requireInTime() {
    if (hasEnded) {
      throw new IllegalStateException(
          this + " must not be used once the update has ended; edit within update");
    }
    if (Thread.currentThread() != thread) {
      throw new IllegalStateException(
          this
              + " must be used by the thread that updates, "
              + thread.getName()
              + ", was used by "
              + Thread.currentThread().getName());
    }
  }

  @Override
  public String toString() {
    return "author of an update by " + id();
  }
}
