package dev.rejoin.crdt;

import java.util.HashSet;
import java.util.Objects;
import java.util.Set;

/**
 * Checks that the outcome of one update of a map follows from the value that was handed out, by
 * edits of the author that was handed out: what else could be put in would be lost or live twice.
 *
 * @param kind the kind of the value
 * @param seen what the map had seen
 * @param before the store of the value that was handed out
 * @param minted the dots of the author's edits
 */
record UpdateCheck<V, S extends DotStore<S>>(
    CausalKind<V, S> kind, CausalContext seen, S before, CausalContext minted) {

  /** Returns the store of the edited value. */
  S checked(V edited) {
    Objects.requireNonNull(edited, "edited value");
    CausalState<S> after = kind.state(CausalKinds.valueOf(kind, edited));
    CausalContext foreign = after.context().deltaSince(seen).deltaSince(minted);
    if (!foreign.isEmpty()) {
      throw new IllegalArgumentException(
          "an update must edit by the author handed to it and merge nothing in (merge whole maps"
              + " instead), but the value has also seen "
              + foreign);
    }
    if (!kind.everyContext(edited, seen::isAtMost)) {
      throw new IllegalArgumentException(
          "an update must edit the value handed to it, but returned one that has not seen all of "
              + seen);
    }
    Set<Dot> placed = new HashSet<>();
    after
        .store()
        .everyDotNotIn(
            before,
            dot -> {
              requireNew(dot, placed.add(dot));
              return true;
            });
    return after.store();
  }

  private void requireNew(Dot dot, boolean isFirst) {
    if (!minted.includes(dot)) {
      throw new IllegalArgumentException(
          "an update must leave edits where they are, but " + dot + " comes from another place");
    }
    if (!isFirst) {
      throw new IllegalArgumentException(
          "an update must put each edit at one place, but " + dot + " stands at two");
    }
  }
}
