package dev.rejoin.crdt.testkit;

import java.util.BitSet;

/**
 * A state that existed on a timeline, and the truth about it.
 *
 * @param <S> the type of the states
 * @param label where on the timeline it was
 * @param visible the numbers of the edits that had reached the replica, after those of the replicas
 *     whose own initial states had; never changed
 */
record Moment<S>(String label, S state, BitSet visible) {

  /** Returns whether every edit that had reached this state had reached the other one, too. */
  boolean isWithin(Moment<S> other) {
    BitSet more = (BitSet) visible.clone();
    more.andNot(other.visible);
    return more.isEmpty();
  }
}
