package dev.rejoin.crdt.sync;

import dev.rejoin.crdt.Crdt;
import dev.rejoin.crdt.HybridTimestamp;
import dev.rejoin.crdt.ReplicaId;
import io.vavr.control.Option;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * Where a {@link Replica} keeps what it must not lose. {@link #append} is called with every change
 * before anybody can see it, so what was seen or sent is also kept; if it throws, the change has
 * not happened.
 *
 * <p>A store serves one replica, which calls it from one thread at a time, {@link #open} first.
 *
 * @param <S> the type of the whole state
 */
public interface Store<S extends Crdt<S>> extends AutoCloseable {

  /**
   * Who writes, and how far its clock has come.
   *
   * @param id under which updates are made from here on
   * @param clock the latest stamp of its clock, or none
   */
  record Writer(ReplicaId id, Option<HybridTimestamp> clock) {

    /**
     * Checks the components.
     *
     * @throws NullPointerException if a component is null
     */
    public Writer {
      Objects.requireNonNull(id, "id");
      Objects.requireNonNull(clock, "clock");
    }
  }

  /**
   * How a replica goes on after it was closed, or died.
   *
   * @param id the id to go on with, only if this is proven to be the very store that was written
   *     last under that id, with nothing lost; two writers under one id lose edits for good. If
   *     none, a fresh id is taken
   * @param clock the latest stamp of the clock, or none
   */
  record Opening(Option<ReplicaId> id, Option<HybridTimestamp> clock) {

    /**
     * Checks the components.
     *
     * @throws NullPointerException if a component is null
     */
    public Opening {
      Objects.requireNonNull(id, "id");
      Objects.requireNonNull(clock, "clock");
    }
  }

  /**
   * Hands all changes that are kept to {@code replay}, in their order, and says how to go on.
   *
   * @throws RuntimeException if they cannot be read; the replica is not opened then
   */
  Opening open(Consumer<? super Changes<S>> replay);

  /**
   * Keeps changes that follow all that are kept. They have not happened if this throws: then they
   * must not come back when the store is opened, or no more must be kept until that was done.
   *
   * @throws RuntimeException if they cannot be kept
   */
  void append(Writer writer, Changes<S> changes);

  /** Returns whether {@link #replace} is worth its while; asked before each change. */
  boolean isBulky();

  /**
   * Puts {@code changes} in the place of all that is kept, in one step: whatever happens, either
   * all or nothing of it is there afterwards.
   *
   * @param changes what leads from nothing to all that the replica has, the first since no update
   *     and each next since the one before
   * @throws RuntimeException if that fails; all is as before then
   */
  void replace(Writer writer, Iterable<Changes<S>> changes);

  /**
   * Lets go of the store.
   *
   * @throws RuntimeException if what was kept may not last
   */
  @Override
  void close();
}
