package dev.rejoin.crdt.testkit;

import static java.util.Collections.unmodifiableList;

import dev.rejoin.crdt.Author;
import dev.rejoin.crdt.HybridClock;
import dev.rejoin.crdt.ReplicaId;
import io.vavr.control.Option;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What comes of a timeline when it is played on a subject: every state that ever existed, and
 * beside each the true set of edits that had reached it.
 *
 * <p>Every replica starts at the subject's initial state, or at one of its own, which then counts
 * as an edit that made it. Each has one author, whose clock shows simulated time.
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
  private final int starts; // how many numbers come before the first edit's in a visible set
  private boolean recoding;
  private Option<Watch<S>> watch = Option.none();
  private int step; // the one being played, from 1
  private int settledMoments; // the first so many have been judged before
  private int settledChanges;
  private boolean clockRead;
  private boolean messageInVain;

  /**
   * An edit that was made.
   *
   * @param <S> the type of the states
   */
  record Change<S>(Moment<S> old, Moment<S> edited, NamedEdit<S> edit, ReplicaId replica) {}

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
    this.starts = subject.startsDiffer() ? timeline.replicas() : 0;
    for (int replica = 0; replica < timeline.replicas(); replica++) {
      authors.add(author(replica));
      if (replica == 0 || subject.startsDiffer()) {
        moments.add(start(replica));
      }
      replicas.add(new ArrayList<>(List.of(moments.get(moments.size() - 1))));
    }
  }

  private Moment<S> start(int replica) {
    S state = subject.initial(ReplicaId.of(name(replica)));
    BitSet visible = new BitSet();
    if (!subject.startsDiffer()) {
      return new Moment<>("initial state", state, visible);
    }
    visible.set(replica);
    return new Moment<>("initial state of " + name(replica), state, visible);
  }

  /** Returns the name of that replica: A, B, C and so on. */
  static String name(int replica) {
    return String.valueOf((char) ('A' + replica));
  }

  /**
   * Has every state written and read again as it comes to be; to be called before {@link #play}.
   */
  void recodeAlways() {
    recoding = true;
  }

  /** Has everything watched that comes to be; to be called before {@link #play}. */
  void watch() {
    Watch<S> started = new Watch<>(calls);
    edits.forEach(started::argument);
    moments.forEach(started::state);
    watch = Option.some(started);
  }

  /** Returns what has changed since it came to be, as far as it was watched. */
  Option<Breach> changed() {
    return watch.flatMap(Watch::change);
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

  /**
   * Plays all steps, for laws that have been judged on the timeline without its last step: only
   * what that one brought is still to be judged.
   *
   * @throws NotTotal if an edit, a merge or a delta fails
   */
  void playNewest() {
    for (Step next : timeline.steps()) {
      settledMoments = moments.size();
      settledChanges = changes.size();
      step++;
      played.add(play(next));
    }
  }

  private int readStep() {
    clockRead = true;
    return step;
  }

  /** Returns whether the clock of any replica has been read. */
  boolean clockRead() {
    return clockRead;
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
    if (next instanceof Step.Recode recode) {
      return recode(recode);
    }
    if (next instanceof Step.Restart restart) {
      return restart(restart);
    }
    if (next instanceof Step.Restore restore) {
      return restore(restore);
    }
    Step.Delta delta = (Step.Delta) next;
    return calls.hasDeltas() ? delta(delta) : merge(next, delta.from(), delta.to(), 0);
  }

  private Played<S> edit(Step.Edit edit) {
    Moment<S> old = past(edit.replica(), 0);
    BitSet visible = (BitSet) old.visible().clone();
    visible.set(starts + changes.size());
    Author author = authors.get(edit.replica());
    S state = calls.edit(named(edit), old.state(), author);
    Moment<S> edited = happened(edit.replica(), state, visible);
    changes.add(new Change<>(old, edited, named(edit), author.id()));
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
    Moment<S> merged = received(to, now, calls.merge(now.state(), sent.state()), union(now, sent));
    return new Played<>(step, Option.some(sent), Option.none(), Option.some(merged));
  }

  private Played<S> delta(Step.Delta step) {
    if (step.from() == step.to()) {
      return Played.nothing(step);
    }
    Moment<S> sent = past(step.from(), 0);
    Moment<S> now = past(step.to(), 0);
    Moment<S> earlier = past(step.to(), step.howFarBack());
    Moment<S> base = earlier.isWithin(now) ? earlier : now; // what a restore has lost is no base
    S delta = calls.deltaSince(sent.state(), base.state());
    Moment<S> merged = received(step.to(), now, calls.merge(now.state(), delta), union(now, sent));
    return new Played<>(step, Option.some(sent), Option.some(base), Option.some(merged));
  }

  private Played<S> recode(Step.Recode step) {
    return calls.hasCodec()
        ? resumed(step, past(step.replica(), 0), step.replica())
        : Played.nothing(step);
  }

  private Played<S> restart(Step.Restart step) {
    if (!subject.options().restarts()) {
      return Played.nothing(step);
    }
    authors.set(step.replica(), author(step.replica()));
    return resumed(step, past(step.replica(), 0), step.replica());
  }

  private Played<S> restore(Step.Restore step) {
    if (!subject.options().restores()) {
      return Played.nothing(step);
    }
    authors.set(step.replica(), author(step.replica()));
    return resumed(step, past(step.replica(), step.howFarBack()), step.replica());
  }

  private Author author(int replica) {
    SimulatedClock clock = new SimulatedClock(timeline.clock(replica), this::readStep);
    return Author.of(ReplicaId.of(name(replica)), HybridClock.of(clock));
  }

  /** Goes on with a state of that replica, written and read again if that can be done. */
  private Played<S> resumed(Step step, Moment<S> kept, int replica) {
    S state = calls.hasCodec() ? calls.recode(kept.state()) : kept.state();
    Moment<S> moment = happened(replica, state, kept.visible());
    return new Played<>(step, Option.some(kept), Option.none(), Option.some(moment));
  }

  private Moment<S> past(int replica, int howFarBack) {
    List<Moment<S>> past = replicas.get(replica);
    return past.get(past.size() - 1 - howFarBack % past.size());
  }

  private Moment<S> received(int replica, Moment<S> now, S state, BitSet visible) {
    messageInVain |= state == now.state() && visible.equals(now.visible());
    return happened(replica, state, visible);
  }

  private static BitSet union(Moment<?> a, Moment<?> b) {
    BitSet union = (BitSet) a.visible().clone();
    union.or(b.visible());
    return union;
  }

  private Moment<S> happened(int replica, S state, BitSet visible) {
    S kept = recoding ? calls.recode(state) : state;
    Moment<S> moment = new Moment<>(name(replica) + " after step " + step, kept, visible);
    replicas.get(replica).add(moment);
    moments.add(moment);
    watch.forEach(watching -> watching.state(moment));
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

  /** Returns the initial states: one for all replicas, or one for each. */
  List<Moment<S>> starts() {
    return unmodifiableList(moments.subList(0, Math.max(1, starts)));
  }

  /** Returns whether all that was seen by an edit that had reached that state had reached it. */
  boolean isCausallyClosed(Moment<S> moment) {
    return numbers(moment).allMatch(number -> changes.get(number).old().isWithin(moment));
  }

  /** Returns whether a message brought no edit and left the very state that was there. */
  boolean hasMessageInVain() {
    return messageInVain;
  }

  /** Returns whether any two edits were made of which neither replica had seen the other's. */
  boolean hasConcurrentEdits() {
    for (int i = 0; i < changes.size(); i++) {
      if (numbers(changes.get(i).edited()).count() <= i) {
        return true; // one of those made earlier had not been seen
      }
    }
    return false;
  }

  /** Returns how many steps left every replica in the state that it was in. */
  int idleSteps() {
    int moves = 0;
    for (List<Moment<S>> past : replicas) {
      for (int i = 1; i < past.size(); i++) {
        moves += past.get(i).state().equals(past.get(i - 1).state()) ? 0 : 1;
      }
    }
    return played.size() - moves;
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
    return Calls.attempt("equals or hashCode", () -> Pool.of(moments, settledMoments));
  }

  /**
   * Returns the delta of each edit once.
   *
   * @throws NotTotal if a delta, a hash code or a comparison of states fails
   */
  Pool<S> deltaPool() {
    List<Moment<S>> deltas = deltas();
    return Calls.attempt("equals or hashCode", () -> Pool.of(deltas, settledChanges));
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
