package dev.rejoin.crdt.testkit;

import dev.rejoin.crdt.ReplicaId;

/**
 * An edit that was made.
 *
 * @param <S> the type of the states
 * @param old the state that was edited
 * @param edited what came of it
 * @param replica who made it
 */
record Change<S>(Moment<S> old, Moment<S> edited, NamedEdit<S> edit, ReplicaId replica) {}
