package dev.rejoin.crdt.testkit;

import static java.util.Collections.unmodifiableList;

import java.util.ArrayList;
import java.util.List;

/**
 * The pools of one history: of its states, and of the deltas of its edits. Each is filled up when
 * it is asked for, and shrinks when steps are taken back.
 *
 * @param <S> the type of the states
 */
final class Pools<S> {

  private final Answers<S> answers;
  private final Distinct<S> states;
  private final Distinct<S> distinctDeltas;
  private final List<Moment<S>> deltas = new ArrayList<>(); // of the edits, as far as asked for

  Pools(Answers<S> answers) {
    this.answers = answers;
    this.states = new Distinct<>(answers);
    this.distinctDeltas = new Distinct<>(answers);
  }

  /**
   * Returns the pool of those states.
   *
   * @param settled how many of them have been judged before
   * @throws NotTotal if a comparison of states fails
   */
  Pool<S> ofStates(List<Moment<S>> moments, int settled) {
    moments.subList(states.added(), moments.size()).forEach(states::add);
    return Pool.of(states, settled);
  }

  /**
   * Returns the pool of the deltas of those edits.
   *
   * @param settled how many of them have been judged before
   * @throws NotTotal if a delta or a comparison of states fails
   */
  Pool<S> ofDeltas(List<Change<S>> changes, int settled) {
    deltas(changes).subList(distinctDeltas.added(), changes.size()).forEach(distinctDeltas::add);
    return Pool.of(distinctDeltas, settled);
  }

  /**
   * Returns for each of those edits the delta from before to after it.
   *
   * @throws NotTotal if a delta fails
   */
  List<Moment<S>> deltas(List<Change<S>> changes) {
    for (Change<S> change : changes.subList(deltas.size(), changes.size())) {
      S delta = answers.deltaSince(change.edited().state(), change.old().state());
      String label = "delta of " + change.edited().label() + " since before";
      answers.keep(delta);
      deltas.add(new Moment<>(label, delta, change.edited().visible()));
    }
    return unmodifiableList(deltas);
  }

  /** Forgets all but the first so many states and edits. */
  void keepFirst(int moments, int changes) {
    states.keepFirst(moments);
    distinctDeltas.keepFirst(changes);
    if (deltas.size() > changes) {
      deltas.subList(changes, deltas.size()).clear();
    }
  }
}
