package dev.rejoin.crdt.sync;

import java.util.function.Consumer;

/** One listener, until it is taken off. */
final class Listening<S> {

  private final Listener<S> listener;
  private volatile boolean isOver;

  Listening(Listener<S> listener) {
    this.listener = listener;
  }

  void end() {
    isOver = true;
  }

  /** Tells the listener; a failure of its own must keep nobody else from being told. */
  void tell(Consumer<Listener<S>> content) {
    if (isOver) {
      return;
    }
    try {
      content.accept(listener);
    } catch (RuntimeException | Error failure) {
      Thread thread = Thread.currentThread();
      thread.getUncaughtExceptionHandler().uncaughtException(thread, failure);
    }
  }
}
