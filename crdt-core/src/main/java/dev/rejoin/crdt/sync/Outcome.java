package dev.rejoin.crdt.sync;

/** What became of {@link Changes} that a {@link Replica} was to merge. */
public enum Outcome {
  /** The replica has all of them now. */
  APPLIED,

  /** The replica had all of them before. */
  KNOWN,

  /**
   * They build on updates that this replica lacks, and nothing has changed. Ask the sender for its
   * {@linkplain Replica#changesSince changes since} this replica's version, or for its {@linkplain
   * Replica#snapshot() snapshot}.
   */
  MISSING,

  /**
   * They hold updates that were made under this replica's id, but not by it. It goes on under a
   * fresh id, under which all of its state counts as one new update; the changes have not been
   * merged, and may be merged now. What the two wrote under the shared id after they parted may be
   * lost.
   */
  NEW_ID
}
