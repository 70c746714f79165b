package dev.rejoin.crdt;

import java.util.function.Function;

/**
 * Who makes an edit, and when: a {@link ReplicaId} with the clock of its replica. It is the first
 * argument of every edit that mints a dot, a count or a timestamp.
 *
 * <p>One replica, one author: keep it as long as the replica, and use it for all its states. As
 * thread-safe as {@link HybridClock}; the states that it edits are immutable.
 */
public sealed interface Author permits LentAuthor, LocalAuthor, UpdateAuthor {

  /**
   * Returns the author of that id over a new {@linkplain HybridClock#system() system clock}. An app
   * that restarts hands in a clock of its own instead, which it can save.
   *
   * @throws NullPointerException if {@code id} is null
   */
  static Author of(ReplicaId id) {
    return new LocalAuthor(id, HybridClock.system());
  }

  /**
   * Returns the author of that id over {@code clock}.
   *
   * @throws NullPointerException if an argument is null
   */
  static Author of(ReplicaId id, HybridClock clock) {
    return new LocalAuthor(id, clock);
  }

  /**
   * Returns the outcome of an edit by the author of that id, which is lent for that call: once it
   * has ended, or on another thread, the author throws {@code IllegalStateException}. This is for
   * what keeps a state and lets others edit it, one edit after the other, as {@code
   * dev.rejoin.crdt.sync.Replica} does.
   *
   * @throws NullPointerException if an argument is null
   */
  static <T> T lend(ReplicaId id, HybridClock clock, Function<? super Author, ? extends T> edit) {
    Loan loan = new Loan();
    try {
      return edit.apply(new LentAuthor(new LocalAuthor(id, clock), loan));
    } finally {
      loan.end();
    }
  }

  /** Returns the id under which all edits of this author are made. */
  ReplicaId id();

  /**
   * Returns the dot for this author's next edit of a state that has seen {@code seen}: one past the
   * greatest counter ever seen of this author, gaps included.
   *
   * @throws NullPointerException if {@code seen} is null
   * @throws ArithmeticException if the counter would exceed {@link Dot#MAX_COUNTER}
   */
  Dot nextDot(CausalContext seen);

  /**
   * Returns a timestamp greater than every one this author's clock gave by its own reading.
   *
   * @throws ArithmeticException if it would exceed the greatest timestamp
   */
  HybridTimestamp stamp();

  /**
   * Returns a timestamp as {@link #stamp} does, greater than {@code replaced} as well.
   *
   * @throws NullPointerException if {@code replaced} is null
   * @throws ArithmeticException if it would exceed the greatest timestamp
   */
  HybridTimestamp stampAfter(HybridTimestamp replaced);
}
