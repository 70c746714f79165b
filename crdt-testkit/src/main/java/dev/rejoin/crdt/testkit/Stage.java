package dev.rejoin.crdt.testkit;

import dev.rejoin.crdt.Author;
import dev.rejoin.crdt.HybridClock;
import dev.rejoin.crdt.HybridTimestamp;
import dev.rejoin.crdt.ReplicaId;
import io.vavr.control.Option;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Plays single steps: hands messages to merges, and authors to edits. Each replica has one author,
 * whose clock shows simulated time. The authors are all that it remembers of the steps so far; what
 * came of them it takes from the {@link Chronicle}.
 *
 * @param <S> the type of the states
 */
final class Stage<S> {

  private static final BitSet NONE = new BitSet(); // never changed

  private final History<S> history;
  private final Chronicle<S> chronicle;
  private final Calls<S> calls;
  private final List<Actor> actors = new ArrayList<>(); // of each replica one
  private final BitSet cut = new BitSet(); // the replicas that neither send nor receive
  private boolean recoding;
  private long readings; // how often the clock of any replica was read

  /** The author of a replica, and the clock that the author has. */
  private record Actor(Author author, HybridClock clock) {}

  /**
   * What a step changed here.
   *
   * @param replica whose author has made an edit, or was replaced
   * @param before the author before
   * @param latest the latest stamp that the author had given
   * @param cut the replicas that were cut off; never changed
   * @param readings how often clocks had been read
   */
  record Trace(
      int replica, Actor before, Option<HybridTimestamp> latest, BitSet cut, long readings) {}

  Stage(History<S> history) {
    this.history = history;
    this.chronicle = history.chronicle();
    this.calls = history.calls();
    for (int replica = 0; replica < history.size(); replica++) {
      actors.add(actor(replica, Option.none()));
    }
  }

  private Actor actor(int replica, Option<HybridTimestamp> latest) {
    SimulatedClock wall = new SimulatedClock(history.clock(replica), this::readStep);
    HybridClock clock =
        latest.map(stamp -> HybridClock.of(wall, stamp)).getOrElse(() -> HybridClock.of(wall));
    return new Actor(Author.of(ReplicaId.of(History.name(replica)), clock), clock);
  }

  private int readStep() {
    readings++;
    return chronicle.played().size() + 1;
  }

  /** Has every state written and read again as it comes to be. */
  void recodeAlways() {
    recoding = true;
  }

  boolean isRecoding() {
    return recoding;
  }

  /** Returns whether the clock of any replica has been read. */
  boolean clockRead() {
    return readings > 0;
  }

  /** Returns what is to be remembered before a step, so that {@link #undo} can take it back. */
  Trace trace(Step next) {
    int replica = StepParts.of(next).replicas().stream().reduce(0, Math::max);
    Actor before = actors.get(replica);
    BitSet off = cut.isEmpty() ? NONE : (BitSet) cut.clone();
    return new Trace(replica, before, before.clock().latest(), off, readings);
  }

  /** Takes back what the authors have come to know since that trace. */
  void undo(Trace trace) {
    readings = trace.readings();
    cut.clear();
    cut.or(trace.cut());
    Actor before = trace.before();
    actors.set(
        trace.replica(),
        before.clock().latest().equals(trace.latest())
            ? before
            : actor(trace.replica(), trace.latest()));
  }

  /**
   * Plays a step.
   *
   * @throws NotTotal if an edit, a merge or a delta fails
   */
  Played<S> play(Step next) {
    StepParts parts = StepParts.of(next);
    return switch (parts.kind()) {
      case EDIT -> edit((Step.Edit) next);
      case MERGE, STALE_MERGE -> merge(next, parts.from(), parts.to(), parts.number());
      case DELTA ->
          calls.hasDeltas() ? delta((Step.Delta) next) : merge(next, parts.from(), parts.to(), 0);
      case RECODE -> recode((Step.Recode) next);
      case RESTART -> restart((Step.Restart) next);
      case RESTORE -> restore((Step.Restore) next);
      case CUT -> cutOff((Step.Cut) next);
      case HEAL -> healed(next);
    };
  }

  private Played<S> edit(Step.Edit edit) {
    Moment<S> old = chronicle.past(edit.replica(), 0);
    NamedEdit<S> named = history.named(edit);
    Author author = actors.get(edit.replica()).author();
    S state;
    try {
      state = calls.edit(named, old.state(), author);
    } catch (NotTotal e) {
      return refused(edit, old, e);
    }
    Moment<S> edited = moment(edit.replica(), state, chronicle.oneMore(old));
    Change<S> change = new Change<>(old, edited, named, author.id());
    return new Played<>(
        edit, Option.none(), Option.none(), Option.some(edited), Option.some(change));
  }

  private Played<S> refused(Step.Edit edit, Moment<S> old, NotTotal failure) {
    if (!history.subject().options().refusesBy(failure.getCause())) {
      throw failure;
    }
    Moment<S> same = moment(edit.replica(), old.state(), old.visible());
    return new Played<>(edit, Option.some(old), Option.none(), Option.some(same), Option.none());
  }

  private Played<S> cutOff(Step.Cut step) {
    cut.set(step.replica());
    return Played.nothing(step);
  }

  private Played<S> healed(Step step) {
    cut.clear();
    return Played.nothing(step);
  }

  private boolean isLost(int from, int to) {
    return cut.get(from) || cut.get(to);
  }

  private Played<S> merge(Step step, int from, int to, int howFarBack) {
    if (from == to || isLost(from, to)) {
      return Played.nothing(step);
    }
    Moment<S> sent = chronicle.past(from, howFarBack);
    Moment<S> now = chronicle.past(to, 0);
    Moment<S> merged = moment(to, calls.merge(now.state(), sent.state()), union(now, sent));
    return new Played<>(step, Option.some(sent), Option.none(), Option.some(merged), Option.none());
  }

  private Played<S> delta(Step.Delta step) {
    if (step.from() == step.to() || isLost(step.from(), step.to())) {
      return Played.nothing(step);
    }
    Moment<S> sent = chronicle.past(step.from(), 0);
    Moment<S> now = chronicle.past(step.to(), 0);
    Moment<S> earlier = chronicle.past(step.to(), step.howFarBack());
    Moment<S> base = earlier.isWithin(now) ? earlier : now; // what a restore has lost is no base
    S delta = calls.deltaSince(sent.state(), base.state());
    Moment<S> merged = moment(step.to(), calls.merge(now.state(), delta), union(now, sent));
    return new Played<>(
        step, Option.some(sent), Option.some(base), Option.some(merged), Option.none());
  }

  private Played<S> recode(Step.Recode step) {
    return history.stepsOf().codec() != null
        ? resumed(step, chronicle.past(step.replica(), 0), step.replica())
        : Played.nothing(step);
  }

  private Played<S> restart(Step.Restart step) {
    if (!history.stepsOf().restarts()) {
      return Played.nothing(step);
    }
    actors.set(step.replica(), actor(step.replica(), Option.none()));
    return resumed(step, chronicle.past(step.replica(), 0), step.replica());
  }

  private Played<S> restore(Step.Restore step) {
    if (!history.stepsOf().restores()) {
      return Played.nothing(step);
    }
    actors.set(step.replica(), actor(step.replica(), Option.none()));
    return resumed(step, chronicle.past(step.replica(), step.howFarBack()), step.replica());
  }

  /** Goes on with a state of that replica, written and read again if that can be done. */
  private Played<S> resumed(Step step, Moment<S> kept, int replica) {
    S state = calls.hasCodec() ? calls.recode(kept.state()) : kept.state();
    Moment<S> moment = moment(replica, state, kept.visible());
    return new Played<>(step, Option.some(kept), Option.none(), Option.some(moment), Option.none());
  }

  private static BitSet union(Moment<?> a, Moment<?> b) {
    BitSet union = (BitSet) a.visible().clone();
    union.or(b.visible());
    return union;
  }

  private Moment<S> moment(int replica, S state, BitSet visible) {
    String label = History.name(replica) + " after step " + (chronicle.played().size() + 1);
    return new Moment<>(label, recoding ? calls.recode(state) : state, visible);
  }
}
