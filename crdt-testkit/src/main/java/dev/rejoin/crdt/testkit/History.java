package dev.rejoin.crdt.testkit;

import io.vavr.control.Either;
import io.vavr.control.Option;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * What comes of a timeline when it is played on a subject: plays it, step by step, and tells what
 * is to be judged of the {@link Chronicle} that it keeps.
 *
 * <p>An open history has no timeline given: steps are pushed and popped, so that timelines which
 * begin alike share what they have in common. What is judged of it is what its last step brought.
 *
 * @param <S> the type of the states
 */
final class History<S> {

  private final Subject<S> subject;
  private final Subject<?> leader; // whose steps are played: those that it cannot make are none
  private final Timeline timeline;
  private final boolean isOpen;
  private final List<NamedEdit<S>> edits;
  private final Calls<S> calls;
  private final Answers<S> answers;
  private final Pools<S> pools;
  private final Chronicle<S> chronicle;
  private final Stage<S> stage;
  private final List<Frame> frames = new ArrayList<>(); // one for each step so far
  private final IdentityHashMap<Object, History<?>> beside = new IdentityHashMap<>();
  private final Map<Codec.Encoded, List<Either<Throwable, S>>> decoded = new HashMap<>();
  private Option<Watch<S>> watch = Option.none();
  private int deepest; // of how many steps the longest was since the last push
  private final BitSet inVain = new BitSet(); // the steps whose message brought nothing
  private boolean staleMessage;
  private boolean changedInPlace;

  /** What there was before a step. */
  private record Frame(int kept, int watched, boolean staleMessage, Stage.Trace trace) {}

  private History(Subject<S> subject, Subject<?> leader, Timeline timeline, boolean isOpen) {
    this.subject = subject;
    this.leader = leader;
    this.timeline = timeline;
    this.isOpen = isOpen;
    this.edits = subject.edits();
    this.calls = new Calls<>(subject);
    this.answers = new Answers<>(calls);
    this.pools = new Pools<>(answers);
    this.chronicle = new Chronicle<>(subject, timeline.replicas(), leader.startsDiffer(), isOpen);
    this.stage = new Stage<>(this);
    moments().forEach(start -> answers.keep(start.state()));
  }

  /** Sets the stage for a timeline; {@link #play} does the rest. */
  static <S> History<S> of(Subject<S> subject, Timeline timeline) {
    return new History<>(subject, subject, timeline, false);
  }

  /**
   * Sets the stage for steps to come.
   *
   * @param cast a timeline with the replicas and the clocks that there are to be; its steps are not
   *     played
   */
  static <S> History<S> open(Subject<S> subject, Timeline cast) {
    return new History<>(subject, subject, cast, true);
  }

  /** Returns the name of that replica: A, B, C and so on. */
  static String name(int replica) {
    return String.valueOf((char) ('A' + replica));
  }

  /**
   * Has every state written and read again as it comes to be; to be called before any step is
   * played.
   */
  History<S> recodingAlways() {
    stage.recodeAlways();
    return this;
  }

  /** Has everything watched that comes to be; to be called before any step is played. */
  History<S> watched() {
    Watch<S> started = new Watch<>(calls);
    edits.forEach(started::argument);
    moments().forEach(started::state);
    watch = Option.some(started);
    return this;
  }

  /** Returns what of all that was watched has changed since it came to be. */
  Option<Breach> changed() {
    return watch.flatMap(watching -> watching.changeSince(0));
  }

  /** Returns what has changed of that which the last step brought. */
  Option<Breach> newChanged() {
    int first = chronicle.hasSettled() ? frames.get(frames.size() - 1).watched() : 0;
    return watch.flatMap(watching -> watching.changeSince(first));
  }

  /** Returns whether something that was watched had changed by the time its step was popped. */
  boolean isChangedInPlace() {
    return changedInPlace;
  }

  /**
   * Plays all steps of the timeline.
   *
   * @throws NotTotal if an edit, a merge or a delta fails
   */
  void play() {
    timeline.steps().forEach(this::push);
  }

  /**
   * Plays one more step. If that fails, nothing has happened.
   *
   * @throws NotTotal if an edit, a merge or a delta fails
   */
  void push(Step step) {
    Stage.Trace trace = stage.trace(step);
    Frame frame =
        new Frame(answers.kept(), watch.map(Watch::size).getOrElse(0), staleMessage, trace);
    Played<S> outcome;
    try {
      outcome = stage.play(step);
      if (StepParts.of(step).isMessage()) {
        arrived(outcome);
      }
    } catch (NotTotal e) {
      stage.undo(trace);
      throw e;
    }
    frames.add(frame);
    deepest = frames.size();
    chronicle.add(outcome);
    for (Moment<S> result : outcome.result()) {
      answers.keep(result.state());
      watch.forEach(watching -> watching.state(result));
    }
  }

  private void arrived(Played<S> message) {
    StepParts ends = StepParts.of(message.step());
    Moment<S> now = chronicle.past(ends.to(), 0);
    inVain.set(
        played().size(),
        message.result().forAll(then -> then.visible().equals(now.visible()) && isSame(then, now)));
    staleMessage |=
        message.sent().exists(sent -> sent != chronicle.past(ends.from(), 0) || sent.isWithin(now));
  }

  /** States that were read are never the very same, but nothing tells them apart. */
  private boolean isSame(Moment<S> then, Moment<S> now) {
    return then.state() == now.state()
        || (stage.isRecoding() && answers.encode(then.state()).equals(answers.encode(now.state())));
  }

  /** Takes the last step back, and all that came of it. */
  void pop() {
    int last = frames.size() - 1;
    Frame frame = frames.remove(last);
    boolean others = deepest > last + 1; // whoever judged this state has looked at it himself
    watch.forEach(
        watching -> {
          changedInPlace |= others && watching.changeSince(frame.watched()).isDefined();
          watching.keepFirst(frame.watched());
        });
    chronicle.removeLast();
    pools.keepFirst(moments().size(), changes().size());
    answers.forgetAllBut(frame.kept());
    inVain.clear(last);
    staleMessage = frame.staleMessage();
    stage.undo(frame.trace());
    beside.values().stream().filter(other -> other.played().size() > last).forEach(History::pop);
  }

  /**
   * Returns another history, with the same steps played.
   *
   * @param key tells it from others beside this one; by identity
   * @param start makes it, with no step played
   * @throws NotTotal if an edit, a merge or a delta fails in it
   */
  <R> History<R> beside(Object key, Supplier<History<R>> start) {
    @SuppressWarnings("unchecked") // what stands under a key was made by the same supplier
    History<R> other = (History<R>) beside.computeIfAbsent(key, k -> start.get());
    while (other.played().size() < played().size()) {
      other.push(played().get(other.played().size()).step());
    }
    return other;
  }

  /**
   * Returns an open history of that subject with as many replicas and the same clocks, in which the
   * same steps lead to states.
   */
  <R> History<R> alike(Subject<R> other) {
    return new History<>(other, subject, timeline, true);
  }

  /** Returns the edit that is meant by a step. */
  NamedEdit<S> named(Step.Edit edit) {
    return edits.get(edit.edit() % edits.size());
  }

  Subject<S> subject() {
    return subject;
  }

  /** Returns what the subject has whose steps are played. */
  Options<?> stepsOf() {
    return leader.options();
  }

  /** Returns the functions of the subject, to be asked anew. */
  Calls<S> calls() {
    return calls;
  }

  /** Returns what the functions of the subject say, each thing asked for once. */
  Answers<S> answers() {
    return answers;
  }

  /** Returns the timeline; that of an open history has the steps that were pushed. */
  Timeline timeline() {
    return isOpen
        ? new Timeline(played().stream().map(Played::step).toList(), timeline.clocks())
        : timeline;
  }

  /** Returns how many replicas there are. */
  int size() {
    return timeline.replicas();
  }

  /** Returns how the clock of that replica goes. */
  WallClock clock(int replica) {
    return timeline.clock(replica);
  }

  /** Returns what has happened so far. */
  Chronicle<S> chronicle() {
    return chronicle;
  }

  /** Returns every state that ever existed, in order, the initial one first. */
  List<Moment<S>> moments() {
    return chronicle.moments();
  }

  /** Returns the states of each replica in order, the initial one first. */
  List<List<Moment<S>>> replicas() {
    return chronicle.replicas();
  }

  /** Returns every edit that was made, in order. */
  List<Change<S>> changes() {
    return chronicle.changes();
  }

  /** Returns what each step came to; fewer than the timeline has if one failed. */
  List<Played<S>> played() {
    return chronicle.played();
  }

  /** Returns the states that are to be judged: all, or of an open history those that are new. */
  List<Moment<S>> newMoments() {
    return chronicle.newMoments();
  }

  /** Returns whether the edit of that number had reached the replica before the later edit. */
  boolean saw(int later, int earlier) {
    return chronicle.saw(later, earlier);
  }

  /** Returns whether the clock of any replica has been read. */
  boolean clockRead() {
    return stage.clockRead() || beside.values().stream().anyMatch(History::clockRead);
  }

  /**
   * Returns whether a message brought no edit and left the very state that was there, also where
   * states are written and read again as they come to be.
   */
  boolean hasMessageInVain() {
    return !inVain.isEmpty() && (!calls.hasCodec() || isRecodedInVain());
  }

  private boolean isRecodedInVain() {
    try {
      return recoded().inVain.intersects(inVain);
    } catch (NotTotal e) {
      return false; // which is for the laws to judge
    }
  }

  /**
   * Returns what comes of damaged encodings, as {@link Decoding#all} does. What is pushed and
   * popped leads to the same ones again and again: so of an open history they are read once.
   *
   * @param encoded what they all were before, damaged in the same ways whenever it comes up
   */
  List<Either<Throwable, S>> decoded(Codec.Encoded encoded, List<Mangled> mangled) {
    Codec<S> codec = Objects.requireNonNull(subject.options().codec());
    return decoded.computeIfAbsent(encoded, first -> Decoding.all(codec, mangled));
  }

  /**
   * Returns this history as it is if every state is written and read again as it comes to be.
   *
   * @throws NotTotal if an edit, a merge, a delta or the codec fails in it
   */
  History<S> recoded() {
    return beside(Law.CODEC, () -> alike(subject).recodingAlways());
  }

  /** Returns whether a message was older than what its sender had, or held nothing new. */
  boolean hasStaleMessage() {
    return staleMessage;
  }

  /** Asks at once for all that is kept of the states so far, for the timelines that begin so. */
  void prepare() {
    pool();
    if (calls.hasDeltas()) {
      deltaPool();
    }
  }

  /**
   * Returns every state once.
   *
   * @throws NotTotal if a comparison of states fails
   */
  Pool<S> pool() {
    return pools.ofStates(moments(), chronicle.settledMoments());
  }

  /**
   * Returns the delta of each edit once.
   *
   * @throws NotTotal if a delta or a comparison of states fails
   */
  Pool<S> deltaPool() {
    return pools.ofDeltas(changes(), chronicle.settledChanges());
  }

  /**
   * Returns for each edit the delta from before to after it.
   *
   * @throws NotTotal if a delta fails
   */
  List<Moment<S>> deltas() {
    return pools.deltas(changes());
  }
}
