package dev.rejoin.crdt.testkit;

import static java.util.Collections.unmodifiableList;

import dev.rejoin.crdt.ReplicaId;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What has happened on a timeline so far: every state that ever existed, every edit that was made,
 * and which edits had reached which state.
 *
 * <p>Where each replica starts at a state of its own, that one counts as an edit that made it: in
 * visible sets their numbers come before those of the edits.
 *
 * @param <S> the type of the states
 */
final class Chronicle<S> {

  private final List<List<Moment<S>>> replicas = new ArrayList<>(); // of each all states, in order
  private final List<Moment<S>> moments = new ArrayList<>(); // of all replicas, in order
  private final List<Played<S>> played = new ArrayList<>(); // one for each step
  private final List<Change<S>> changes = new ArrayList<>();
  private final boolean isOpen; // what is judged is what the last step brought
  private final int starts; // how many numbers come before the first edit's in a visible set

  /**
   * Begins where the replicas start.
   *
   * @param size how many there are
   * @param startsDiffer whether each starts at a state of its own
   * @param isOpen whether what came of earlier steps has been judged before the next one is added
   */
  Chronicle(Subject<S> subject, int size, boolean startsDiffer, boolean isOpen) {
    this.isOpen = isOpen;
    starts = startsDiffer ? size : 0;
    for (int replica = 0; replica < size; replica++) {
      if (replica == 0 || startsDiffer) {
        moments.add(start(subject, replica));
      }
      replicas.add(new ArrayList<>(List.of(moments.get(moments.size() - 1))));
    }
  }

  private Moment<S> start(Subject<S> subject, int replica) {
    S state = subject.initial(ReplicaId.of(History.name(replica)));
    BitSet visible = new BitSet();
    if (starts == 0) {
      return new Moment<>("initial state", state, visible);
    }
    visible.set(replica);
    return new Moment<>("initial state of " + History.name(replica), state, visible);
  }

  /** Writes down what a step came to. */
  void add(Played<S> step) {
    played.add(step);
    step.change().forEach(changes::add);
    for (Moment<S> result : step.result()) {
      moments.add(result);
      replicas.get(StepParts.of(step.step()).to()).add(result);
    }
  }

  /** Takes back what was written down last. */
  void removeLast() {
    Played<S> step = played.remove(played.size() - 1);
    step.change().forEach(change -> changes.remove(changes.size() - 1));
    if (step.result().isDefined()) {
      moments.remove(moments.size() - 1);
      List<Moment<S>> past = replicas.get(StepParts.of(step.step()).to());
      past.remove(past.size() - 1);
    }
  }

  /** Returns a state of that replica: the one it has, or so many before, modulo their count. */
  Moment<S> past(int replica, int howFarBack) {
    List<Moment<S>> past = replicas.get(replica);
    return past.get(past.size() - 1 - howFarBack % past.size());
  }

  /** Returns the visible set of an edit of that state. */
  BitSet oneMore(Moment<S> old) {
    BitSet visible = (BitSet) old.visible().clone();
    visible.set(starts + changes.size());
    return visible;
  }

  /** Returns every state that ever existed, in order, the initial one first. */
  List<Moment<S>> moments() {
    return unmodifiableList(moments);
  }

  /** Returns the initial states: one for all replicas, or one for each. */
  List<Moment<S>> starts() {
    return unmodifiableList(moments.subList(0, Math.max(1, starts)));
  }

  /** Returns the states of each replica in order, the initial one first. */
  List<List<Moment<S>>> replicas() {
    return unmodifiableList(replicas);
  }

  /** Returns every edit that was made, in order. */
  List<Change<S>> changes() {
    return unmodifiableList(changes);
  }

  /** Returns what each step came to. */
  List<Played<S>> played() {
    return unmodifiableList(played);
  }

  /** Returns the numbers of the edits that had reached that state, in order. */
  IntStream numbers(Moment<S> moment) {
    return moment.visible().stream().filter(bit -> bit >= starts).map(bit -> bit - starts);
  }

  /** Returns the numbers of the edits that had reached that state. */
  BitSet edits(Moment<?> moment) {
    return moment.visible().get(starts, Math.max(starts, moment.visible().length()));
  }

  /** Returns whether the edit of that number had reached the replica before the later edit. */
  boolean saw(int later, int earlier) {
    return changes.get(later).old().visible().get(starts + earlier);
  }

  /** Returns whether all that was seen by an edit that had reached that state had reached it. */
  boolean isCausallyClosed(Moment<S> moment) {
    return numbers(moment).allMatch(number -> changes.get(number).old().isWithin(moment));
  }

  /** Returns the states that are to be judged: all, or those that are new. */
  List<Moment<S>> newMoments() {
    return unmodifiableList(moments.subList(settledMoments(), moments.size()));
  }

  /** Returns whether a state is to be judged. */
  boolean isNew(Moment<S> moment) {
    return newMoments().stream().anyMatch(other -> other == moment);
  }

  /** Returns of the states of one replica those that are to be judged. */
  List<Moment<S>> newOf(List<Moment<S>> past) {
    if (!hasSettled()) {
      return unmodifiableList(past);
    }
    int last = past.size() - 1;
    return past.subList(isNew(past.get(last)) ? last : last + 1, last + 1);
  }

  /** Returns the edits that are to be judged. */
  List<Change<S>> newChanges() {
    return unmodifiableList(changes.subList(settledChanges(), changes.size()));
  }

  /** Returns how many of the states have been judged before. */
  int settledMoments() {
    return hasSettled() ? moments.size() - (last().result().isDefined() ? 1 : 0) : 0;
  }

  /** Returns how many of the edits have been judged before. */
  int settledChanges() {
    return hasSettled() ? changes.size() - (last().change().isDefined() ? 1 : 0) : 0;
  }

  /** Returns whether anything has been judged before. */
  boolean hasSettled() {
    return isOpen && played.size() > 1;
  }

  private Played<S> last() {
    return played.get(played.size() - 1);
  }
}
