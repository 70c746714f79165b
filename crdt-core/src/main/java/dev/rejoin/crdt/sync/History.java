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
 *
 * <p>Beside them stand the last few states that others were heard to have. Who edits and then syncs
 * is not behind any past state of its peer, since that lacks the edits that it has just been sent;
 * without these it would be sent its own edits again.
 */
final class History<S extends Crdt<S>> {

  private static final int MAX_HEARD = 8;

  private final List<Moment<S>> moments;
  private final List<Moment<S>> heard; // the latest first

  private History(List<Moment<S>> moments, List<Moment<S>> heard) {
    this.moments = moments;
    this.heard = heard;
  }

  /** Returns the history of a replica that knows of no update. */
  static <S extends Crdt<S>> History<S> startingAt(S empty) {
    return new History<>(List.of(new Moment<>(Version.empty(), empty)), List.of());
  }

  /** Returns this history up to its first moment. */
  History<S> start() {
    return new History<>(List.of(moments.get(0)), List.of());
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
    return new History<>(kept, heard);
  }

  /** Returns this history and what another replica has that sent {@code changes}. */
  History<S> hearing(Changes<S> changes) {
    if (changes.version().includes(now().version())) {
      return this; // it will be a moment of this replica
    }
    Moment<S> base = latestAtMost(changes.since());
    List<Moment<S>> all = new ArrayList<>(MAX_HEARD);
    all.add(new Moment<>(changes.version(), base.state().merge(changes.delta())));
    for (Moment<S> other : heard) {
      if (all.size() < MAX_HEARD && !changes.version().includes(other.version())) {
        all.add(other);
      }
    }
    return new History<>(moments, all);
  }

  /**
   * Returns the latest moment all of whose updates {@code version} includes, of this replica or of
   * another that was heard.
   */
  Moment<S> latestAtMost(Version version) {
    Moment<S> latest = ownLatestAtMost(version);
    for (Moment<S> other : heard) {
      if (other.position() > latest.position() && version.includes(other.version())) {
        latest = other;
      }
    }
    return latest;
  }

  private Moment<S> ownLatestAtMost(Version version) {
    int low = 0;
    int high = moments.size() - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (version.includes(moments.get(middle).version())) {
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
