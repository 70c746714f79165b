package dev.rejoin.crdt.sync;

import dev.rejoin.crdt.Crdt;
import dev.rejoin.crdt.HybridTimestamp;
import dev.rejoin.crdt.ReplicaId;
import io.vavr.control.Option;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** A store whose failures can be chosen. */
final class MemoryStore<S extends Crdt<S>> implements Store<S> {

  final List<Changes<S>> kept = new ArrayList<>();
  Option<ReplicaId> id = Option.none();
  Option<HybridTimestamp> clock = Option.none();
  boolean keepsId = true;
  boolean isBulky;
  int closed;
  Runnable opening = () -> {};
  Runnable onClose = () -> {};
  Consumer<Changes<S>> onAppend = changes -> {};

  @Override
  public Opening open(Consumer<? super Changes<S>> replay) {
    opening.run();
    kept.forEach(replay);
    return new Opening(keepsId ? id : Option.none(), clock);
  }

  @Override
  public void append(Writer writer, Changes<S> changes) {
    onAppend.accept(changes);
    kept.add(changes);
    keep(writer);
  }

  private void keep(Writer writer) {
    id = Option.of(writer.id());
    clock = writer.clock();
  }

  @Override
  public boolean isBulky() {
    return isBulky;
  }

  @Override
  public void replace(Writer writer, Iterable<Changes<S>> changes) {
    kept.clear();
    changes.forEach(kept::add);
    keep(writer);
  }

  @Override
  public void close() {
    closed++;
    onClose.run();
  }
}
