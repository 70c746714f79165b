package dev.rejoin.crdt.sync;

import dev.rejoin.crdt.Crdt;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The states that a replica has been through, each at most the next, thinned out the further back
 * they lie: of n updates O(log n) states are kept, and who is k updates behind finds one that is
 * less than 2k back, wherever there ever was one. The first state, which includes no update, stays.
 *
 * <p>A moment goes when the one before it is less than twice as far back as anybody can be who
 * needs it (exponential thinning, as in Braverman, Ostrovsky: Smooth histograms for sliding
 * windows, 2007). Time only brings the two closer, so that stays true.
 */
final class History<S extends Crdt<S>> {

  private final List<Moment<S>> moments;

  private History(List<Moment<S>> moments) {
    this.moments = moments;
  }

  /** Returns the history of a replica that knows of no update. */
  static <S extends Crdt<S>> History<S> startingAt(S empty) {
    return new History<>(List.of(new Moment<>(Version.empty(), empty)));
  }

  /** Returns this history up to its first moment. */
  History<S> start() {
    return new History<>(List.of(moments.get(0)));
  }

  Moment<S> now() {
    return moments.get(moments.size() - 1);
  }

  /** Returns this history and the moment that follows it. */
  History<S> plus(Version version, S state) {
    Moment<S> now = new Moment<>(version, state);
    List<Moment<S>> kept = new ArrayList<>(moments.size() + 1);
    kept.add(now);
    Moment<S> later = now;
    for (int i = moments.size() - 1; i > 0; i--) {
      long nearest = now.position() - later.position() + 1;
      long furthest = now.position() - moments.get(i - 1).position();
      if (furthest - nearest >= nearest) {
        later = moments.get(i);
        kept.add(later);
      }
    }
    kept.add(moments.get(0));
    Collections.reverse(kept);
    return new History<>(kept);
  }

  /** Returns the latest moment all of whose updates {@code version} includes. */
  Moment<S> latestAtMost(Version version) {
    int low = 0;
    int high = moments.size() - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (moments.get(middle).version().isAtMost(version)) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return moments.get(low);
  }

  /** Returns what leads from the first moment to the second, from there to the third, and so on. */
  List<Changes<S>> changes() {
    List<Changes<S>> changes = new ArrayList<>(moments.size() - 1);
    for (int i = 1; i < moments.size(); i++) {
      changes.add(moments.get(i).since(moments.get(i - 1)));
    }
    return changes;
  }

  List<Moment<S>> moments() {
    return moments;
  }
}
