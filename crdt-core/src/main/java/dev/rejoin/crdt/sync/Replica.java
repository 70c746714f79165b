package dev.rejoin.crdt.sync;

import dev.rejoin.crdt.Author;
import dev.rejoin.crdt.Crdt;
import dev.rejoin.crdt.HybridClock;
import dev.rejoin.crdt.ReplicaId;
import io.vavr.collection.List;
import io.vavr.control.Option;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiFunction;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * What an app holds: the one place where a state of any {@link Crdt} is edited under one id, and
 * which syncs it with other such places by sending what changed.
 *
 * <pre>{@code
 * Replica<ORSet<String>> phone = Replica.of(ReplicaId.random(), ORSet.<String>empty());
 * phone.update((list, me) -> list.add(me, "milk"));
 * Changes<ORSet<String>> changes = phone.changesSince(laptop.version());
 * laptop.merge(changes);
 * }</pre>
 *
 * <p><b>Versions.</b> A {@link Version} counts updates of the whole state, and a state includes all
 * updates of its version. So replicas of equal versions have equal states and need no message, and
 * a version is all that a peer must say to be sent what it lacks. Changes that build on updates
 * which a replica lacks are not merged ({@link Outcome#MISSING}), or this would not hold any more.
 *
 * <p><b>One writer.</b> Edits of two forks of a state under one id destroy each other. Here every
 * edit goes through {@link #update}, one after the other, the author is lent for that call only,
 * and what comes back must include the state that was handed out. Within one update make one edit
 * after another, too, and do not merge forks of the state. Ids must be used by one replica only:
 * take {@link ReplicaId#random()} for one that lives as long as its process, and let a {@link
 * Store} keep it otherwise.
 *
 * <p><b>Threads.</b> Safe to use from any thread. Updates and merges wait for each other, and for
 * the store; queries wait for nothing, they read one {@code volatile} field. Listeners are told
 * afterwards, without a lock.
 *
 * <p><b>Cost.</b> {@link #update} takes the edit and a comparison of two forks, {@link
 * #changesSince} the delta and O(r log log n) for r replicas after n updates. O(log n) past states
 * are kept, which share what did not change: who is k updates behind is sent less than 2k of them.
 * Further back than what the store had kept, and after {@link Outcome#NEW_ID}, the answer is the
 * whole state.
 *
 * @param <S> the type of the whole state
 */
public final class Replica<S extends Crdt<S>> implements AutoCloseable {

  /** All that can be seen, replaced as one. */
  private record Held<S extends Crdt<S>>(ReplicaId id, History<S> history) {

    S state() {
      return history.now().state();
    }

    Version version() {
      return history.now().version();
    }
  }

  private final HybridClock clock;
  private final RandomGenerator ids;
  private final SplittableRandom tags; // guarded by lock
  private final @Nullable Store<S> store; // called under lock; null if kept in memory only
  private final Notices<S> notices = new Notices<>();
  private final ReentrantLock lock = new ReentrantLock();

  private List<Listening<S>> listeners = List.empty(); // guarded by lock
  private boolean isClosed; // guarded by lock
  private volatile Held<S> held; // written under lock

  private Replica(
      @Nullable Store<S> store,
      Store.Opening opening,
      History<S> history,
      Clock wall,
      RandomGenerator random) {
    this.store = store;
    this.ids = random;
    this.tags = new SplittableRandom(random.nextLong());
    ReplicaId id = opening.id().getOrElse(() -> ReplicaId.random(random));
    this.held = new Held<>(id, history);
    this.clock =
        opening
            .clock()
            .map(last -> HybridClock.of(wall, last))
            .getOrElse(() -> HybridClock.of(wall));
  }

  private static <S extends Crdt<S>> History<S> startingBefore(S initial) {
    return History.startingAt(Objects.requireNonNull(initial, "initial").deltaSince(initial));
  }

  /** Makes {@code initial} the first update, if there was none and there is something in it. */
  private Replica<S> startingWith(S initial) {
    if (held.version().isEmpty() && !initial.equals(held.state())) {
      advance(held.history(), held.version().next(held.id(), tag()), initial);
    }
    return this;
  }

  /**
   * Returns a replica of that id, kept in memory only. What {@code initial} holds counts as its
   * first update.
   *
   * @param initial where it starts: the empty state of its type. A type of an app's own that does
   *     not override {@link Crdt#deltaSince} must start with equal states on all replicas
   * @throws NullPointerException if an argument is null
   */
  public static <S extends Crdt<S>> Replica<S> of(ReplicaId id, S initial) {
    return of(id, initial, Clock.systemUTC(), new SecureRandom());
  }

  /**
   * Returns a replica as {@link #of(ReplicaId, Crdt)} does, over {@code wall}, with tags and fresh
   * ids drawn from {@code random}. Two of equal seeds draw alike: that is for tests.
   *
   * @throws NullPointerException if an argument is null
   */
  public static <S extends Crdt<S>> Replica<S> of(
      ReplicaId id, S initial, Clock wall, RandomGenerator random) {
    Store.Opening opening = new Store.Opening(Option.of(id), Option.none());
    return new Replica<>(null, opening, startingBefore(initial), wall, random)
        .startingWith(initial);
  }

  /**
   * Returns the replica that is kept in {@code store}, or a new one with a fresh id if there is
   * none; then what {@code initial} holds counts as its first update. Closing it closes the store,
   * which is closed as well if this throws.
   *
   * @param initial where it started: the empty state of its type
   * @throws NullPointerException if an argument is null
   * @throws RuntimeException if the store cannot be read or written
   */
  public static <S extends Crdt<S>> Replica<S> open(Store<S> store, S initial) {
    return open(store, initial, Clock.systemUTC(), new SecureRandom());
  }

  /**
   * Returns a replica as {@link #open(Store, Crdt)} does, over {@code wall}, with tags and fresh
   * ids drawn from {@code random}. Two of equal seeds draw alike: that is for tests.
   *
   * @throws NullPointerException if an argument is null
   * @throws RuntimeException if the store cannot be read or written
   */
  public static <S extends Crdt<S>> Replica<S> open(
      Store<S> store, S initial, Clock wall, RandomGenerator random) {
    try {
      Replay<S> replay = new Replay<>(startingBefore(initial));
      Store.Opening opening = store.open(replay);
      return new Replica<>(store, opening, replay.history(), wall, random).startingWith(initial);
    } catch (RuntimeException | Error failure) {
      try {
        store.close();
      } catch (RuntimeException | Error another) {
        failure.addSuppressed(another);
      }
      throw failure;
    }
  }

  /** Returns the id under which updates are made; it changes at {@link Outcome#NEW_ID} only. */
  public ReplicaId id() {
    return held.id();
  }

  /** Returns the state. */
  public S state() {
    return held.state();
  }

  /** Returns which updates the state includes. */
  public Version version() {
    return held.version();
  }

  /**
   * Edits the state, and returns it as it is then. If nothing was added to it, nothing has
   * happened.
   *
   * @param edit is given the state and the author to edit it by, which serves for this call only;
   *     is run once, and must not change this replica by another call
   * @throws NullPointerException if {@code edit} or what it returns is null
   * @throws IllegalArgumentException if what it returns does not include the state it was given
   * @throws IllegalStateException if this replica is closed, or being changed by this very thread
   * @throws RuntimeException if {@code edit} or the store throws; nothing has changed then
   */
  public S update(BiFunction<? super S, ? super Author, ? extends S> edit) {
    Objects.requireNonNull(edit, "edit");
    S after = updated(edit);
    notices.deliver();
    return after;
  }

  private S updated(BiFunction<? super S, ? super Author, ? extends S> edit) {
    begin();
    try {
      S before = held.state();
      S after = Author.lend(held.id(), clock, me -> edited(before, edit.apply(before, me)));
      if (isSame(before, after)) {
        return before;
      }
      advance(held.history(), held.version().next(held.id(), tag()), after);
      tellOfChange(before, after);
      return after;
    } finally {
      lock.unlock();
    }
  }

  private static <S extends Crdt<S>> S edited(S before, S after) {
    Objects.requireNonNull(after, "edited state");
    if (!before.isAtMost(after)) {
      throw new IllegalArgumentException(
          "an update must return what follows from the state handed to it, but "
              + after
              + " does not include "
              + before);
    }
    return after;
  }

  /**
   * Takes in what another replica sent, in whatever order and however often, and says what became
   * of it. After {@link Outcome#NEW_ID} merge the same changes once more, before what they came
   * from is overwritten.
   *
   * @throws NullPointerException if {@code changes} is null
   * @throws IllegalStateException if this replica is closed, or being changed by this very thread
   * @throws RuntimeException if the store throws; nothing has changed then
   */
  public Outcome merge(Changes<S> changes) {
    Objects.requireNonNull(changes, "changes");
    Outcome outcome;
    begin();
    try {
      outcome = judge(changes);
      if (outcome == Outcome.NEW_ID) {
        rename();
      } else if (outcome == Outcome.APPLIED) {
        S before = held.state();
        S after = before.merge(changes.delta());
        advance(held.history().hearing(changes), held.version().merge(changes.version()), after);
        if (!isSame(before, after)) {
          tellOfChange(before, after);
        }
      }
    } finally {
      lock.unlock();
    }
    notices.deliver();
    return outcome;
  }

  private Outcome judge(Changes<S> changes) {
    Version mine = held.version();
    if (changes.version().differsBeyond(mine, held.id())) {
      return Outcome.NEW_ID;
    }
    if (mine.includes(changes.version())) {
      return Outcome.KNOWN;
    }
    return mine.includes(changes.since()) ? Outcome.APPLIED : Outcome.MISSING;
  }

  /**
   * Returns what somebody of that version lacks, or a little more: built on the latest state that
   * is still kept and that {@code version} includes, a past one or one that a peer was heard to
   * have.
   *
   * @throws NullPointerException if {@code version} is null
   */
  public Changes<S> changesSince(Version version) {
    Objects.requireNonNull(version, "version");
    History<S> history = held.history();
    Moment<S> now = history.now();
    Moment<S> past = history.latestAtMost(version);
    return past == now
        ? new Changes<>(now.version(), now.version(), history.start().now().state())
        : now.since(past);
  }

  /** Returns all there is, as the changes since no update: what anybody can merge. */
  public Changes<S> snapshot() {
    Moment<S> now = held.history().now();
    return new Changes<>(Version.empty(), now.version(), now.state());
  }

  /**
   * Lets {@code listener} know of everything that happens from now on, until what is returned is
   * run.
   *
   * @throws NullPointerException if {@code listener} is null
   */
  public Runnable listen(Listener<S> listener) {
    Listening<S> listening = new Listening<>(Objects.requireNonNull(listener, "listener"));
    lock.lock();
    try {
      listeners = listeners.append(listening);
    } finally {
      lock.unlock();
    }
    return () -> end(listening);
  }

  private void end(Listening<S> listening) {
    listening.end();
    lock.lock();
    try {
      listeners = listeners.remove(listening);
    } finally {
      lock.unlock();
    }
  }

  /**
   * Closes the store. What was read before can still be read.
   *
   * @throws IllegalStateException if this replica is being changed by this very thread
   * @throws RuntimeException if what the store kept may not last
   */
  @Override
  public void close() {
    requireNotChanging();
    lock.lock();
    try {
      if (!isClosed) {
        isClosed = true;
        if (store != null) {
          store.close();
        }
      }
    } finally {
      lock.unlock();
    }
  }

  private void begin() {
    requireNotChanging();
    lock.lock();
    if (isClosed) {
      lock.unlock();
      throw new IllegalStateException("replica " + held.id() + " is closed");
    }
  }

  private void requireNotChanging() {
    if (lock.isHeldByCurrentThread()) {
      throw new IllegalStateException(
          "replica " + held.id() + " must not be changed from within an update of itself");
    }
  }

  private int tag() {
    return tags.nextInt() >>> 1;
  }

  /** Goes on to that state, once the store has it. */
  private void advance(History<S> past, Version version, S state) {
    Held<S> before = held;
    History<S> history = past.plus(version, state);
    if (store != null) {
      Store.Writer writer = new Store.Writer(before.id(), clock.latest());
      if (store.isBulky()) {
        store.replace(writer, before.history().changes());
      }
      store.append(writer, history.now().since(before.history().now()));
    }
    held = new Held<>(before.id(), history);
  }

  private void tellOfChange(S before, S after) {
    notices.add(listeners, listener -> listener.changed(before, after));
  }

  /** Goes on under a fresh id, under which all that is here is one update. */
  private void rename() {
    Held<S> before = held;
    ReplicaId fresh = ReplicaId.random(ids);
    History<S> history =
        before.history().start().plus(before.version().next(fresh, tag()), before.state());
    if (store != null) {
      store.replace(new Store.Writer(fresh, clock.latest()), history.changes());
    }
    held = new Held<>(fresh, history);
    notices.add(listeners, listener -> listener.renamed(before.id(), fresh));
  }

  private static <S> boolean isSame(S before, S after) {
    return before == after || before.equals(after);
  }

  /** Returns id, version and state, as in {@code Replica phone {phone=2}: ORSet[eggs, milk]}. */
  @Override
  public String toString() {
    Held<S> now = held;
    return "Replica " + now.id() + " " + now.version() + ": " + now.state();
  }
}
