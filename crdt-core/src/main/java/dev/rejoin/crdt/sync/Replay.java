package dev.rejoin.crdt.sync;

import dev.rejoin.crdt.Crdt;
import java.util.function.Consumer;

/** Goes through the history of a replica again, from the changes that a store has kept. */
final class Replay<S extends Crdt<S>> implements Consumer<Changes<S>> {

  private History<S> history;

  Replay(History<S> history) {
    this.history = history;
  }

  @Override
  public void accept(Changes<S> changes) {
    Moment<S> now = history.now();
    if (!changes.since().isAtMost(now.version())) {
      throw new IllegalArgumentException(
          "stored changes must build on those before them, "
              + now.version()
              + ", were since "
              + changes.since());
    }
    history =
        history.plus(now.version().merge(changes.version()), now.state().merge(changes.delta()));
  }

  History<S> history() {
    return history;
  }
}
