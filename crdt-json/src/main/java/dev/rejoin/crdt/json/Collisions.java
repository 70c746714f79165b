package dev.rejoin.crdt.json;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/**
 * Watches that not too many contents of one state share a hash code: what is searched by {@code
 * equals} alone costs each of them a look at all others.
 */
final class Collisions {

  private final Map<Integer, Integer> counts = new HashMap<>();
  private final FormatReader in;
  private final boolean isOrdered;

  private Collisions(FormatReader in, boolean isOrdered) {
    this.in = in;
    this.isOrdered = isOrdered;
  }

  /** Returns one for elements or keys, which are searched by their order where they have one. */
  static Collisions ofKeys(FormatReader in) {
    return new Collisions(in, true);
  }

  /** Returns one for values of one timestamp, which are searched by {@code equals} alone. */
  static Collisions ofTies(FormatReader in) {
    return new Collisions(in, false);
  }

  /** Counts the next content, refuses it if it is one too many, and returns it. */
  Object next(Object content) throws IOException {
    if (!isOrdered || !isSearchedByOrder(content)) {
      int hash = in.built(content::hashCode);
      int count = counts.merge(hash, 1, Integer::sum);
      if (count > in.limits().collisions()) {
        throw in.refused(
            "contents of one hash code must be at most %s, were %s or more",
            in.limits().collisions(), count);
      }
    }
    return content;
  }

  /** Others have orders, too, but {@code HashMap} does not find out about that of all of them. */
  private static boolean isSearchedByOrder(Object content) {
    return content instanceof String || content instanceof Integer || content instanceof Long;
  }
}
