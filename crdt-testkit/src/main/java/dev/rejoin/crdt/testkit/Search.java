package dev.rejoin.crdt.testkit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * The search for broken laws: first through all short timelines, then over random ones.
 *
 * <p>The short ones are gone through in the order of their length, so that what is found first is
 * as small as can be. Every timeline is played afresh, but on one of <i>n</i> steps the laws are
 * judged on what its last step brought only: without that step it was judged before. Of timelines
 * that differ only in the order of edits on different replicas, with no other step between them,
 * one is played, as long as no clock has been read: the others have the same states. So has one
 * without the messages that bring nothing, for which reason timelines with such are not judged.
 *
 * @param <S> the type of the states
 */
final class Search<S> {

  private static final int LONGEST = 5;

  /** Up to so many steps, all kinds of timelines take turns; then the plain ones go ahead. */
  private static final int IN_TURN = 3;

  /** The share of the time, in percent, that is not kept for random timelines. */
  private static final int FOR_SHORT_ONES = 80;

  /** Watching every state for changes is dear: timelines longer than that go unwatched. */
  private static final int LONGEST_WATCHED = 3;

  private final Subject<S> subject;
  private final boolean oneIsEnough;
  private final int longest;
  private final boolean reduced;
  private final Map<Law, LawViolation> found = new EnumMap<>(Law.class);
  private final List<Law> laws;
  private final Scope plain;
  private final Scope wrongClocks;
  private final List<Scope> others;
  private final List<Coverage.Part> searched = new ArrayList<>();
  private final long start = System.nanoTime();
  private final long time;
  private List<Law> wanted;
  private boolean clockRead;
  private long covered;
  private long played;
  private long concurrent;
  private long steps;
  private long idle;

  /**
   * Makes ready for one search.
   *
   * @param oneIsEnough whether to look for the smallest timeline on which any law breaks, not for
   *     the smallest for every law
   */
  Search(Subject<S> subject, boolean oneIsEnough, Duration within) {
    this(subject, oneIsEnough, within, LONGEST, true);
  }

  /**
   * Makes ready for one search.
   *
   * @param longest how many steps the short timelines have at most
   * @param reduced whether to leave out what is known to bring nothing new; without, every timeline
   *     is played and judged in full
   */
  Search(Subject<S> subject, boolean oneIsEnough, Duration within, int longest, boolean reduced) {
    this.longest = longest;
    this.reduced = reduced;
    this.subject = subject;
    this.oneIsEnough = oneIsEnough;
    this.laws = List.of(Law.values()).stream().filter(law -> law.appliesTo(subject)).toList();
    this.wanted = laws;
    int edits = subject.edits().size();
    this.plain = Scope.plain(edits);
    this.wrongClocks = Scope.wrongClocks(edits);
    this.others =
        List.of(Scope.lateMessages(edits, subject.delta() != null), Scope.thirdReplica(edits));
    this.time = within.toNanos();
  }

  /** Searches, and returns what was covered; what was found, {@link #found} tells. */
  Coverage run(int random, long seed) {
    searchShortOnes();
    int atRandom = searchAtRandom(random, new Random(seed), seed);
    return new Coverage(searched, atRandom, random, seed, played, concurrent, steps, idle);
  }

  /** Returns for each law that is broken how it is, on the smallest timeline met. */
  Map<Law, LawViolation> found() {
    return found;
  }

  private void searchShortOnes() {
    for (int length = 1; length <= IN_TURN; length++) {
      search(plain, length);
      search(wrongClocks, length);
      for (Scope other : others) {
        search(other, length);
      }
    }
    search(plain, IN_TURN + 1);
    search(wrongClocks, IN_TURN + 1);
    search(plain, LONGEST);
    for (Scope other : others) {
      search(other, IN_TURN + 1);
    }
    search(wrongClocks, LONGEST);
  }

  private void search(Scope scope, int length) {
    wanted = wanted(length);
    if (length > longest || wanted.isEmpty() || (scope == wrongClocks && !clockRead)) {
      return;
    }
    long total = scope.count(length);
    long before = covered;
    if (isWithinReach(scope, length, total)) {
      scope.forEach(length, timeline -> goOn(timeline, length));
    }
    searched.add(new Coverage.Part(scope.what(), length, covered - before, total));
  }

  /**
   * Returns whether to begin at all. Timelines of a scope build on shorter ones, so those must be
   * complete; and all but the plain ones are left out rather than cut short.
   */
  private boolean isWithinReach(Scope scope, int length, long total) {
    boolean gap =
        searched.stream()
            .filter(part -> part.kind().equals(scope.what()) || part.kind().equals(plain.what()))
            .anyMatch(part -> part.length() < length && !part.isComplete());
    double expected = scope == plain || covered == 0 ? 0 : (double) elapsed() / covered * total;
    return !gap && elapsed() + expected < time / 100 * FOR_SHORT_ONES;
  }

  private long elapsed() {
    return System.nanoTime() - start;
  }

  /** Returns the laws of which no violation is known on a timeline of at most that length. */
  private List<Law> wanted(int length) {
    boolean enough = oneIsEnough && found.values().stream().anyMatch(v -> length(v) <= length);
    return enough
        ? List.of()
        : laws.stream()
            .filter(law -> !found.containsKey(law) || length(found.get(law)) > length)
            .toList();
  }

  private static int length(LawViolation violation) {
    return violation.timeline().steps().size();
  }

  private boolean goOn(Timeline timeline, int length) {
    if (elapsed() >= time / 100 * FOR_SHORT_ONES) {
      return false;
    }
    covered++;
    if (reduced && !clockRead && isReordered(timeline.steps())) {
      return true;
    }
    if (isBroken(timeline)) {
      wanted = wanted(length);
    }
    return !wanted.isEmpty();
  }

  /** Returns whether the same edits in another order have been played before. */
  private static boolean isReordered(List<Step> steps) {
    for (int i = 1; i < steps.size(); i++) {
      if (steps.get(i - 1) instanceof Step.Edit earlier
          && steps.get(i) instanceof Step.Edit later
          && earlier.replica() > later.replica()) {
        return true;
      }
    }
    return false;
  }

  private boolean isBroken(Timeline timeline) {
    History<S> history = new History<>(subject, timeline);
    List<Law> broken = wanted;
    try {
      if (timeline.steps().size() <= LONGEST_WATCHED && wanted.contains(Law.IMMUTABLE)) {
        history.watch();
      }
      if (reduced) {
        history.playNewest();
      } else {
        history.play();
      }
      boolean nothingNew = reduced && !clockRead && !history.clockRead();
      broken =
          nothingNew && history.hasMessageInVain()
              ? List.of()
              : wanted.stream().filter(law -> law.isBrokenBy(history)).toList();
    } catch (NotTotal e) {
      // so no law can be judged, and the check of each says why
    }
    for (Law law : broken) {
      found.put(law, violation(law, timeline).orElseGet(() -> fickle(law, timeline)));
      if (oneIsEnough) {
        break;
      }
    }
    count(history);
    return !broken.isEmpty();
  }

  private Optional<LawViolation> violation(Law law, Timeline timeline) {
    try {
      law.check(subject, timeline);
      return Optional.empty();
    } catch (LawViolation e) {
      return Optional.of(e);
    }
  }

  private LawViolation fickle(Law law, Timeline timeline) {
    String claim =
        "a timeline must give the same whenever it is played, but %s was broken only once"
            .formatted(law);
    return new Report<>(new History<>(subject, timeline)).of(NotTotal.that(claim));
  }

  private void count(History<S> history) {
    played++;
    clockRead |= history.clockRead();
    if (found.isEmpty()) {
      concurrent += history.hasConcurrentEdits() ? 1 : 0;
      steps += history.timeline().steps().size();
      idle += history.idleSteps();
    }
  }

  private int searchAtRandom(int most, Random random, long seed) {
    int tried = 0;
    while (tried < most && elapsed() < time && !wanted(Integer.MAX_VALUE).isEmpty()) {
      Timeline timeline = RandomTimelines.next(random);
      for (Law law : wanted(Integer.MAX_VALUE)) {
        violation(law, timeline)
            .ifPresent(violation -> found.put(law, withSeed(smallest(law, violation), seed)));
      }
      if (found.isEmpty()) {
        History<S> history = new History<>(subject, timeline);
        history.play();
        count(history);
      }
      tried++;
    }
    return tried;
  }

  private LawViolation smallest(Law law, LawViolation violation) {
    return SmallerTimelines.of(violation.timeline())
        .flatMap(timeline -> violation(law, timeline).stream())
        .filter(smaller -> smaller.law() == violation.law())
        .findFirst()
        .map(smaller -> smallest(law, smaller))
        .orElse(violation);
  }

  private static LawViolation withSeed(LawViolation violation, long seed) {
    return violation.saying("Found at random with seed " + seed + ", then made smaller.");
  }
}
