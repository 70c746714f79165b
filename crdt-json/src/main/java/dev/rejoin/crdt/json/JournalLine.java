package dev.rejoin.crdt.json;

import dev.rejoin.crdt.HybridTimestamp;
import dev.rejoin.crdt.ReplicaId;
import dev.rejoin.crdt.sync.Version;
import io.vavr.control.Option;

/**
 * One line of a journal.
 *
 * @param <S> the type of the whole state
 */
sealed interface JournalLine<S> {

  /**
   * Somebody begins to write.
   *
   * @param replica under which id
   * @param clock the latest stamp of the clock, or none
   * @param durability when lines are forced
   * @param witness what proves later that these are the very files, if anything can
   */
  record Opened<S>(
      ReplicaId replica,
      Option<HybridTimestamp> clock,
      Durability durability,
      Option<Witness> witness)
      implements JournalLine<S> {}

  /**
   * An update.
   *
   * @param clock the latest stamp of the clock if it has moved
   * @param raised the entries of the version that exceed those that all lines before come to
   * @param delta what leads from what all lines before come to, to that version
   */
  record Changed<S>(Option<HybridTimestamp> clock, Version raised, S delta)
      implements JournalLine<S> {}

  /** All that was there before was put together up to here. */
  record Compacted<S>() implements JournalLine<S> {}

  /**
   * Everything has been forced, and nobody writes any more.
   *
   * @param witness what proves later that these are the very files, if anything can
   */
  record Closed<S>(Option<Witness> witness) implements JournalLine<S> {}
}
