package dev.rejoin.crdt.sync;

import dev.rejoin.crdt.Crdt;

/** A state that a replica was in, which includes every update of that version. */
record Moment<S extends Crdt<S>>(Version version, S state) {

  /** Returns how many updates were made up to here. */
  long position() {
    return version.updates();
  }

  /** Returns what leads from {@code past}, an earlier moment, to this one. */
  Changes<S> since(Moment<S> past) {
    S delta = past.version.isEmpty() ? state : state.deltaSince(past.state);
    return new Changes<>(past.version, version, delta);
  }
}
