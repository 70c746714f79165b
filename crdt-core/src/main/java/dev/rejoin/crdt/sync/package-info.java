/**
 * Replicas that sync only what changed, and can survive a crash.
 *
 * <p>{@link dev.rejoin.crdt.sync.Replica} is the one thing here that changes. It holds a state,
 * hands out an author for each update, and answers a peer's {@link dev.rejoin.crdt.sync.Version}
 * with the {@link dev.rejoin.crdt.sync.Changes} that the peer lacks. How they travel is up to the
 * app, which may lose, repeat and reorder them. A {@link dev.rejoin.crdt.sync.Store} makes it
 * durable.
 *
 * <p>No argument or result may be null.
 */
@NullMarked
package dev.rejoin.crdt.sync;

import org.jspecify.annotations.NullMarked;
