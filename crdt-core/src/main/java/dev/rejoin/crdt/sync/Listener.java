package dev.rejoin.crdt.sync;

import dev.rejoin.crdt.ReplicaId;

/**
 * Is told what happens to a {@link Replica}: everything once, in order, by one thread at a time,
 * each {@code before} being the last {@code after}. That thread is one that changes the replica,
 * and holds no lock, so a listener may change it, too. What a listener throws goes to the handler
 * of uncaught exceptions of that thread.
 *
 * @param <S> the type of the whole state
 */
@FunctionalInterface
public interface Listener<S> {

  /** Takes note that the state has changed; {@code after.changesFrom(before, ...)} says how. */
  void changed(S before, S after);

  /**
   * Takes note that another replica was found to use this one's id, so this one goes on under a
   * fresh one: {@link Outcome#NEW_ID}. By itself this does nothing.
   */
  default void renamed(ReplicaId before, ReplicaId after) {}
}
