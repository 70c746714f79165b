package dev.rejoin.crdt.sync;

import dev.rejoin.crdt.Crdt;
import io.vavr.control.Option;
import java.util.function.Consumer;

/** Keeps nothing, for a replica that lives no longer than its process. */
record NoStore<S extends Crdt<S>>(Writer writer) implements Store<S> {

  @Override
  public Opening open(Consumer<? super Changes<S>> replay) {
    return new Opening(Option.of(writer.id()), writer.clock());
  }

  @Override
  public void append(Writer who, Changes<S> changes) {}

  @Override
  public boolean isBulky() {
    return false;
  }

  @Override
  public void replace(Writer who, Iterable<Changes<S>> changes) {}

  @Override
  public void close() {}
}
