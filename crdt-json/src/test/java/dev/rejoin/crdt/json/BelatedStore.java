package dev.rejoin.crdt.json;

import dev.rejoin.crdt.Crdt;
import dev.rejoin.crdt.sync.Changes;
import dev.rejoin.crdt.sync.Store;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;

/** A store that is two updates behind what it says it has kept. */
final class BelatedStore<S extends Crdt<S>> implements Store<S> {

  private record Late<S extends Crdt<S>>(Writer writer, Changes<S> changes) {}

  private final Store<S> store;
  private final Deque<Late<S>> late = new ArrayDeque<>();

  BelatedStore(Store<S> store) {
    this.store = store;
  }

  @Override
  public Opening open(Consumer<? super Changes<S>> replay) {
    return store.open(replay);
  }

  @Override
  public void append(Writer writer, Changes<S> changes) {
    late.add(new Late<>(writer, changes));
    if (late.size() > 2) {
      Late<S> first = late.remove();
      store.append(first.writer(), first.changes());
    }
  }

  @Override
  public boolean isBulky() {
    return false;
  }

  @Override
  public void replace(Writer writer, Iterable<Changes<S>> changes) {
    late.clear();
    store.replace(writer, changes);
  }

  @Override
  public void close() {
    store.close();
  }
}
