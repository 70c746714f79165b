package dev.rejoin.crdt.testkit;

import static java.util.Collections.unmodifiableList;

import dev.rejoin.crdt.Author;
import dev.rejoin.crdt.HybridClock;
import dev.rejoin.crdt.ReplicaId;
import io.vavr.control.Option;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * What comes of a timeline when it is played on a subject: every state that ever existed, and
 * beside each the true set of edits that had reached it.
 *
 * <p>Every replica starts at the subject's initial state and has one author, whose clock shows
 * simulated time.
 *
 * @param <S> the type of the states
 */
final class History<S> {

  private final Subject<S> subject;
  private final Calls<S> calls;
  private final Timeline timeline;
  private final List<NamedEdit<S>> edits;
  private final List<Author> authors = new ArrayList<>();
  private final List<List<Moment<S>>> replicas = new ArrayList<>(); // of each all states, in order
  private final List<Moment<S>> moments = new ArrayList<>(); // of all replicas, in order
  private final List<Played<S>> played = new ArrayList<>(); // one for each step so far
  private final List<Change<S>> changes = new ArrayList<>();
  private int step; // the one being played, from 1

  /**
   * An edit that was made.
   *
   * @param <S> the type of the states
   */
  record Change<S>(Moment<S> old, Moment<S> edited) {}

  /**
   * What a step came to.
   *
   * @param <S> the type of the states
   * @param sent the state that was merged, or of which the delta was
   * @param base the state since which the delta was
   * @param result the state that the step led to, none if it changed nothing
   */
  record Played<S>(
      Step step, Option<Moment<S>> sent, Option<Moment<S>> base, Option<Moment<S>> result) {

    static <S> Played<S> nothing(Step step) {
      return new Played<>(step, Option.none(), Option.none(), Option.none());
    }
  }

  /** Sets the stage; {@link #play} does the rest. */
  History(Subject<S> subject, Timeline timeline) {
    this.subject = subject;
    this.calls = new Calls<>(subject);
    this.timeline = timeline;
    this.edits = subject.edits();
    Moment<S> start = new Moment<>("initial state", subject.initial(), new BitSet());
    moments.add(start);
    for (int replica = 0; replica < timeline.replicas(); replica++) {
      SimulatedClock clock = new SimulatedClock(timeline.clock(replica), () -> step);
      authors.add(Author.of(ReplicaId.of(name(replica)), HybridClock.of(clock)));
      replicas.add(new ArrayList<>(List.of(start)));
    }
  }

  /** Returns the name of that replica: A, B, C and so on. */
  static String name(int replica) {
    return String.valueOf((char) ('A' + replica));
  }

  /**
   * Plays all steps.
   *
   * @throws NotTotal if an edit, a merge or a delta fails
   */
  void play() {
    for (Step next : timeline.steps()) {
      step++;
      played.add(play(next));
    }
  }

  private Played<S> play(Step next) {
    if (next instanceof Step.Edit edit) {
      return edit(edit);
    }
    if (next instanceof Step.Merge merge) {
      return merge(next, merge.from(), merge.to(), 0);
    }
    if (next instanceof Step.StaleMerge merge) {
      return merge(next, merge.from(), merge.to(), merge.howFarBack());
    }
    Step.Delta delta = (Step.Delta) next;
    return calls.hasDeltas() ? delta(delta) : merge(next, delta.from(), delta.to(), 0);
  }

  private Played<S> edit(Step.Edit edit) {
    Moment<S> old = past(edit.replica(), 0);
    BitSet visible = (BitSet) old.visible().clone();
    visible.set(changes.size());
    S state = calls.edit(named(edit), old.state(), authors.get(edit.replica()));
    Moment<S> edited = happened(edit.replica(), state, visible);
    changes.add(new Change<>(old, edited));
    return new Played<>(edit, Option.none(), Option.none(), Option.some(edited));
  }

  /** Returns the edit that is meant by a step. */
  NamedEdit<S> named(Step.Edit edit) {
    return edits.get(edit.edit() % edits.size());
  }

  private Played<S> merge(Step step, int from, int to, int howFarBack) {
    if (from == to) {
      return Played.nothing(step);
    }
    Moment<S> sent = past(from, howFarBack);
    Moment<S> now = past(to, 0);
    Moment<S> merged = happened(to, calls.merge(now.state(), sent.state()), union(now, sent));
    return new Played<>(step, Option.some(sent), Option.none(), Option.some(merged));
  }

  private Played<S> delta(Step.Delta step) {
    if (step.from() == step.to()) {
      return Played.nothing(step);
    }
    Moment<S> sent = past(step.from(), 0);
    Moment<S> base = past(step.to(), step.howFarBack());
    Moment<S> now = past(step.to(), 0);
    S delta = calls.deltaSince(sent.state(), base.state());
    Moment<S> merged = happened(step.to(), calls.merge(now.state(), delta), union(now, sent));
    return new Played<>(step, Option.some(sent), Option.some(base), Option.some(merged));
  }

  private Moment<S> past(int replica, int howFarBack) {
    List<Moment<S>> past = replicas.get(replica);
    return past.get(past.size() - 1 - howFarBack % past.size());
  }

  private static BitSet union(Moment<?> a, Moment<?> b) {
    BitSet union = (BitSet) a.visible().clone();
    union.or(b.visible());
    return union;
  }

  private Moment<S> happened(int replica, S state, BitSet visible) {
    Moment<S> moment = new Moment<>(name(replica) + " after step " + step, state, visible);
    replicas.get(replica).add(moment);
    moments.add(moment);
    return moment;
  }

  Subject<S> subject() {
    return subject;
  }

  Calls<S> calls() {
    return calls;
  }

  Timeline timeline() {
    return timeline;
  }

  /** Returns every state that ever existed, in order, the initial one first. */
  List<Moment<S>> moments() {
    return unmodifiableList(moments);
  }

  /** Returns the states of each replica in order, the initial one first. */
  List<List<Moment<S>>> replicas() {
    return unmodifiableList(replicas);
  }

  /** Returns every edit that was made, in order. */
  List<Change<S>> changes() {
    return unmodifiableList(changes);
  }

  /** Returns what each step came to; fewer than the timeline has if one failed. */
  List<Played<S>> played() {
    return unmodifiableList(played);
  }

  /**
   * Returns every state once.
   *
   * @throws NotTotal if a hash code or a comparison of states fails
   */
  Pool<S> pool() {
    return Calls.attempt("equals or hashCode", () -> Pool.of(moments));
  }

  /**
   * Returns for each edit the delta from before to after it.
   *
   * @throws NotTotal if a delta fails
   */
  List<Moment<S>> deltas() {
    List<Moment<S>> deltas = new ArrayList<>();
    for (Change<S> change : changes) {
      S delta = calls.deltaSince(change.edited().state(), change.old().state());
      String label = "delta of " + change.edited().label() + " since before";
      deltas.add(new Moment<>(label, delta, change.edited().visible()));
    }
    return deltas;
  }
}
