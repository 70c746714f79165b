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

  Collisions(FormatReader in) {
    this.in = in;
  }

  /** Counts the next content, refuses it if it is one too many, and returns it. */
  Object next(Object content) throws IOException {
    if (!isSearchedByOrder(content)) {
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
