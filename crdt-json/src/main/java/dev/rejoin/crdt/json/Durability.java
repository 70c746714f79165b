package dev.rejoin.crdt.json;

/**
 * When what a {@link Journal} has written is forced out to the disk, where it outlasts a power
 * failure. What was written outlasts the death of the process either way.
 */
public enum Durability {
  /**
   * Before an update can be seen. Nothing that was seen or sent is ever lost, as long as the disk
   * keeps what it says it has kept. An update waits for the disk, often for milliseconds: do not
   * make it on the thread of a user interface.
   */
  EACH_UPDATE,

  /**
   * When the journal is closed. Updates take microseconds; a power failure may lose all of them
   * since the journal was opened, or damage it in the middle, which {@link Journal#salvage} cures.
   * Who did not close the journal goes on under a fresh id the next time.
   */
  ON_CLOSE
}
