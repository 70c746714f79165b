package dev.rejoin.crdt.sync;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * What listeners are still to be told. Notices are added under the lock of the replica, which gives
 * them their order, and delivered without it, by whoever comes first. Thread-safe: the queue is
 * concurrent, and only the thread that has set {@code isDelivering} takes from it.
 */
final class Notices<S> {

  private final Queue<Notice<S>> queue = new ConcurrentLinkedQueue<>();
  private final AtomicBoolean isDelivering = new AtomicBoolean();

  private record Notice<S>(Listening<S> to, Consumer<Listener<S>> content) {}

  void add(Iterable<Listening<S>> listeners, Consumer<Listener<S>> content) {
    for (Listening<S> listening : listeners) {
      queue.add(new Notice<>(listening, content));
    }
  }

  /** Delivers what is there, unless another thread, or this one further up, is at it. */
  void deliver() {
    while (!queue.isEmpty() && isDelivering.compareAndSet(false, true)) {
      try {
        deliverAll();
      } finally {
        isDelivering.set(false);
      }
    }
  }

  private void deliverAll() {
    for (Notice<S> notice = queue.poll(); notice != null; notice = queue.poll()) {
      notice.to().tell(notice.content());
    }
  }
}
