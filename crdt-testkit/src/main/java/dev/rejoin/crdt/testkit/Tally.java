package dev.rejoin.crdt.testkit;

import dev.rejoin.crdt.ReplicaId;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Counts what happened on the timelines that were played, to tell whether the laws had anything to
 * judge.
 */
final class Tally {

  /** What is too rare on fewer timelines than that may be so by chance. */
  private static final int ENOUGH = 500;

  private static final int THOUSAND = 1000;

  private static final int HUNDRED = 100;

  /** What must be so of so many in a hundred at least. */
  private static final int FLOOR = 5;

  private final Set<String> effective = new HashSet<>(); // names of edits that changed a state
  private final Set<ReplicaId> writers = new HashSet<>(); // who changed a state by an edit
  private long timelines;
  private long concurrent;
  private long stale;
  private long removing;
  private long steps;
  private long idle;
  private boolean isSeen; // whether any edit changed what is observed

  /** Returns what happens on a thousand random timelines, always the same. */
  static <S> Tally of(Subject<S> subject) {
    Tally tally = new Tally();
    Random random = new Random(1);
    for (int i = 0; i < THOUSAND; i++) {
      History<S> history = History.of(subject, RandomTimelines.next(random, subject));
      tally.count(history, history::play);
    }
    return tally;
  }

  /** Counts what happened on a timeline. */
  void count(History<?> history) {
    count(history, () -> {});
  }

  /** A timeline on which a function of the subject fails is for {@link Law#TOTAL} to judge. */
  private <S> void count(History<S> history, Runnable play) {
    try {
      play.run();
      add(history);
    } catch (NotTotal e) {
      return; // and is not counted
    }
  }

  private <S> void add(History<S> history) {
    BitSet effects = new BitSet();
    boolean removes = false;
    for (int i = 0; i < history.changes().size(); i++) {
      Change<S> change = history.changes().get(i);
      if (!history.answers().areEqual(change.old().state(), change.edited().state())) {
        effects.set(i);
        effective.add(change.edit().name());
        writers.add(change.replica());
        removes |= removes(history.answers(), change);
      }
    }
    int idleSteps = idle(history);
    timelines++;
    concurrent += hasConcurrent(history, effects) ? 1 : 0;
    stale += history.hasStaleMessage() ? 1 : 0;
    removing += removes ? 1 : 0;
    steps += history.played().size();
    idle += idleSteps;
  }

  private static boolean hasConcurrent(History<?> history, BitSet effects) {
    return effects.stream()
        .anyMatch(later -> effects.stream().anyMatch(e -> e < later && !history.saw(later, e)));
  }

  private <S> boolean removes(Answers<S> in, Change<S> change) {
    Object before = PlainValue.of(in.observe(change.old().state()));
    Object after = PlainValue.of(in.observe(change.edited().state()));
    isSeen |= !Calls.attempt("equals of values", () -> Objects.equals(before, after));
    return isLess(before, after);
  }

  /** Returns whether the later value lacks something: an element, a key, an amount, a yes. */
  @SuppressWarnings("unchecked") // numbers of one class are compared with each other only
  private static boolean isLess(@Nullable Object before, @Nullable Object after) {
    if (before instanceof Collection<?> all && after instanceof Collection<?> left) {
      return !left.containsAll(all);
    }
    if (before instanceof Map<?, ?> all && after instanceof Map<?, ?> left) {
      return !left.keySet().containsAll(all.keySet());
    }
    if (before instanceof Number
        && before instanceof Comparable<?>
        && after != null
        && before.getClass() == after.getClass()) {
      return ((Comparable<Object>) before).compareTo(after) > 0;
    }
    return Boolean.TRUE.equals(before) && Boolean.FALSE.equals(after);
  }

  private static <S> int idle(History<S> history) {
    int moves = 0;
    for (List<Moment<S>> past : history.replicas()) {
      for (int i = 1; i < past.size(); i++) {
        moves += history.answers().areEqual(past.get(i).state(), past.get(i - 1).state()) ? 0 : 1;
      }
    }
    return history.played().size() - moves;
  }

  /** Returns what was counted. */
  Coverage.Activity activity() {
    return new Coverage.Activity(timelines, concurrent, stale, removing, steps, idle);
  }

  /** Adds what another one has counted. */
  void add(Tally other) {
    effective.addAll(other.effective);
    writers.addAll(other.writers);
    timelines += other.timelines;
    concurrent += other.concurrent;
    stale += other.stale;
    removing += other.removing;
    steps += other.steps;
    idle += other.idle;
    isSeen |= other.isSeen;
  }

  /**
   * Checks that there was something for the laws to judge: that every edit changed some state, that
   * something of it was seen, and that some edits were concurrent.
   *
   * @throws IllegalStateException if there was not
   */
  void requireEffects(Subject<?> subject) {
    if (timelines >= ENOUGH) {
      for (NamedEdit<?> edit : subject.edits()) {
        require(effective.contains(edit.name()), "edit " + edit.name() + " never changed a state");
      }
      require(isSeen, "no edit ever changed what is observed");
      require(concurrent > 0 || hasOneWriter(), "no edits that changed a state were concurrent");
    }
  }

  /**
   * Checks that there was much of it, as is to be expected of random timelines.
   *
   * @throws IllegalStateException if there was not
   */
  void requireShares() {
    if (timelines >= ENOUGH) {
      require(
          isAtLeast(concurrent) || hasOneWriter(), "only " + concurrent + " had concurrent edits");
      require(isAtLeast(stale), "only " + stale + " had a message that came late or again");
      require(
          idle * HUNDRED <= steps * (HUNDRED - FLOOR),
          "only " + (steps - idle) + " of " + steps + " steps changed a state");
    }
  }

  /** Returns whether edits of one replica alone do anything, so that none can be concurrent. */
  private boolean hasOneWriter() {
    return writers.size() == 1;
  }

  private boolean isAtLeast(long some) {
    return some * HUNDRED >= timelines * FLOOR;
  }

  private void require(boolean condition, String what) {
    if (!condition) {
      throw new IllegalStateException(
          String.format(Locale.ROOT, "the laws were hardly tested: on %,d timelines ", timelines)
              + what);
    }
  }
}
