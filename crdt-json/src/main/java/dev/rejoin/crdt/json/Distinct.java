package dev.rejoin.crdt.json;

import java.io.IOException;
import java.util.HashSet;
import java.util.Set;

/** Watches that the keys of a map are read once each, and that few of them share a hash code. */
final class Distinct {

  private final Set<Object> known = new HashSet<>();
  private final Collisions collisions;
  private final FormatReader in;

  Distinct(FormatReader in) {
    this.collisions = Collisions.ofKeys(in);
    this.in = in;
  }

  /** Takes the next key, refuses it if it was there before, and returns it. */
  Object next(Object key) throws IOException {
    if (!in.built(() -> known.add(key))) {
      throw in.refused("a key must be given once, but this one was given before");
    }
    return collisions.next(key);
  }
}
