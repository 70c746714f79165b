package dev.rejoin.crdt;

/** The time for which an author is lent: one call, on one thread. */
final class Loan {

  private final Thread thread = Thread.currentThread();
  private volatile boolean hasEnded;

  void end() {
    hasEnded = true;
  }

  /**
   * Checks that {@code lent} is used within its time.
   *
   * @throws IllegalStateException if the call has ended, or another thread asks
   */
  void requireHolds(Author lent) {
    if (hasEnded) {
      throw new IllegalStateException(
          lent + " must not be used once the update has ended; edit within update");
    }
    if (Thread.currentThread() != thread) {
      throw new IllegalStateException(
          lent
              + " must be used by the thread that updates, "
              + thread.getName()
              + ", was used by "
              + Thread.currentThread().getName());
    }
  }
}
