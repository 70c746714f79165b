package dev.rejoin.crdt.testkit;

import io.vavr.control.Option;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

/**
 * The search for broken laws: first through all short timelines, then over random ones.
 *
 * <p>The short ones are gone through in the order of their length, so that what is found first is
 * as small as can be. What a {@link Walk} seems to find is played once more by itself: a type that
 * changes states in place may have spoilt what timelines share, and then they are played apart.
 *
 * @param <S> the type of the states
 */
final class Search<S> implements Walk.Guide<S> {

  private static final int LONGEST = 5;

  /** The length of random timelines. */
  private static final int ANY = Integer.MAX_VALUE;

  /** Up to so many steps, all kinds of timelines take turns; then the plain ones go ahead. */
  private static final int IN_TURN = 3;

  /** The share of the time, in percent, that is not kept for random timelines. */
  private static final int FOR_SHORT_ONES = 85;

  private final Subject<S> subject;
  private final boolean oneIsEnough;
  private final int longest;
  private final boolean isReduced;
  private final long time;
  private final long start = System.nanoTime();
  private final List<Law> laws;
  private final Scope plain;
  private final Scope wrongClocks;
  private final List<Scope> others;
  private final Map<Law, LawViolation> found = new EnumMap<>(Law.class);
  private final List<Coverage.Part> searched = new ArrayList<>();
  private final Tally tally = new Tally();
  private final Tally tallyAtRandom = new Tally();
  private Walk.Way way;
  private List<Law> wanted;
  private int length; // of the timelines being searched
  private boolean clockRead;
  private boolean isDoubtful; // whether what timelines share has been spoilt
  private Option<LawViolation> doubt = Option.none(); // what was broken once only
  private boolean isInVain; // whether timelines were left out that should not have been
  private long leftOut;
  private long nanosEach; // what a timeline took the last time

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
   * @param isReduced whether to leave out what is known to bring nothing new; without, every
   *     timeline is played and judged in full
   */
  Search(Subject<S> subject, boolean oneIsEnough, Duration within, int longest, boolean isReduced) {
    this.subject = subject;
    this.oneIsEnough = oneIsEnough;
    this.longest = longest;
    this.isReduced = isReduced;
    this.time = within.toNanos();
    this.laws = Stream.of(Law.values()).filter(law -> law.appliesTo(subject)).toList();
    this.wanted = laws;
    this.way = isReduced ? Walk.Way.SHARED : Walk.Way.IN_FULL;
    int edits = subject.plainEdits();
    this.plain = Scope.plain(edits);
    this.wrongClocks = Scope.wrongClocks(edits);
    this.others =
        List.of(Scope.lateMessages(edits, subject.delta() != null), Scope.thirdReplica(edits));
  }

  /**
   * Searches, and returns what was covered; what was found, {@link #found} tells.
   *
   * @throws IllegalStateException if the meaning of the subject fails
   */
  Coverage run(int random, long seed) {
    searchShortOnes();
    if (isInVain) {
      startAgain();
      searchShortOnes();
    }
    int atRandom = searchAtRandom(random, new Random(seed), seed);
    tally.add(tallyAtRandom);
    return new Coverage(searched, atRandom, random, seed, subject.silenced(), tally.activity());
  }

  /** Returns for each law that is broken how it is, on the smallest timeline met. */
  Map<Law, LawViolation> found() {
    return found;
  }

  /**
   * Checks that there was much for the laws to judge, if they found nothing.
   *
   * @throws IllegalStateException if there was not
   */
  void requireActivity() {
    if (found.isEmpty()) {
      tally.requireEffects(subject);
      tallyAtRandom.requireShares();
    }
  }

  /** Now that it is known that the clock is read. */
  private void startAgain() {
    isInVain = false;
    searched.clear();
  }

  private void searchShortOnes() {
    for (int steps = 1; steps <= IN_TURN; steps++) {
      search(plain, steps);
      search(wrongClocks, steps);
      for (Scope other : others) {
        search(other, steps);
      }
    }
    search(plain, IN_TURN + 1);
    search(plain, LONGEST);
    search(wrongClocks, IN_TURN + 1);
    for (Scope other : others) {
      search(other, IN_TURN + 1);
    }
    search(wrongClocks, LONGEST);
  }

  private void search(Scope scope, int steps) {
    length = steps;
    wanted = wanted(steps);
    if (steps > longest || wanted.isEmpty() || (scope == wrongClocks && !clockRead)) {
      return;
    }
    long total = scope.count(steps);
    long begun = elapsed();
    long done = isWithinReach(scope, total) ? walk(scope) : 0;
    nanosEach = done == 0 ? nanosEach : (elapsed() - begun) / done;
    searched.add(new Coverage.Part(scope.what(), steps, done, total));
  }

  private long walk(Scope scope) {
    long done = 0;
    isDoubtful = false;
    for (List<WallClock> clocks : scope.clocks()) {
      Walk<S> walk = new Walk<>(subject, scope, length, clocks, way, this);
      boolean isUnspoilt = walk.go(); // first: it may set isDoubtful itself
      isDoubtful |= !isUnspoilt;
      done += walk.covered();
    }
    if (!isDoubtful || way != Walk.Way.SHARED) {
      return done;
    }
    way = Walk.Way.APART;
    done = walk(scope);
    if (found.isEmpty()) {
      doubt.forEach(violation -> found.put(violation.law(), violation));
    }
    return done;
  }

  /**
   * Returns whether to begin at all. Timelines of a scope build on shorter ones, so those must be
   * complete; and all but the plain ones are left out rather than cut short.
   */
  private boolean isWithinReach(Scope scope, long total) {
    boolean gap =
        searched.stream()
            .filter(part -> part.kind().equals(scope.what()) || part.kind().equals(plain.what()))
            .anyMatch(part -> part.length() < length && !part.isComplete());
    long expected = scope == plain ? 0 : nanosEach * total;
    return !gap && elapsed() + expected < time / 100 * FOR_SHORT_ONES;
  }

  private long elapsed() {
    return System.nanoTime() - start;
  }

  /** Returns the laws of which no violation is known on a timeline of at most that length. */
  private List<Law> wanted(int steps) {
    boolean enough = oneIsEnough && found.values().stream().anyMatch(v -> length(v) <= steps);
    return enough
        ? List.of()
        : laws.stream()
            .filter(law -> !found.containsKey(law) || length(found.get(law)) > steps)
            .toList();
  }

  private static int length(LawViolation violation) {
    return violation.timeline().steps().size();
  }

  @Override
  public boolean goesOn() {
    return !isInVain
        && !(isDoubtful && way == Walk.Way.SHARED)
        && !wanted.isEmpty()
        && elapsed() < time / 100 * FOR_SHORT_ONES;
  }

  @Override
  public boolean leavesOut(long timelines) {
    boolean may = isReduced && !clockRead;
    leftOut += may ? timelines : 0;
    return may;
  }

  @Override
  public void judge(History<S> played) {
    if (played.clockRead() && !clockRead) {
      clockRead = true;
      isInVain = leftOut > 0;
    }
    count(played);
    List<Law> broken =
        wanted.stream().filter(law -> law != Law.IMMUTABLE && law.isBrokenBy(played)).toList();
    // Last: what is looked for there is tried out, and may spoil the states.
    Option<LawViolation> change = wanted.contains(Law.IMMUTABLE) ? change(played) : Option.none();
    if (change.isDefined()) {
      isDoubtful = true;
      found.put(Law.IMMUTABLE, change.get());
      wanted = wanted(length);
    }
    judge(wanted.stream().filter(broken::contains).toList(), played.timeline());
  }

  /**
   * Returns how states were changed in place, which cannot be played again as it was. Looks at
   * older states too, if nobody else has or will.
   */
  private Option<LawViolation> change(History<S> played) {
    return Law.IMMUTABLE
        .violationBy(played)
        .orElse(
            () ->
                way != Walk.Way.SHARED && length != ANY
                    ? played.changed().map(breach -> new Report<>(played).of(Law.IMMUTABLE, breach))
                    : Option.none());
  }

  @Override
  public void judgeFailed(Timeline timeline) {
    judge(wanted, timeline); // no law can be judged, and the check of each says why
  }

  private void judge(List<Law> broken, Timeline timeline) {
    for (Law law : broken) {
      Optional<LawViolation> violation = violation(law, timeline);
      isDoubtful |= violation.isEmpty();
      if (violation.isEmpty() && way == Walk.Way.SHARED) {
        doubt = doubt.orElse(Option.some(fickle(law, timeline)));
        continue;
      }
      found.put(law, violation.orElseGet(() -> fickle(law, timeline)));
      wanted = wanted(length);
      if (oneIsEnough) {
        return;
      }
    }
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
    History<S> history = History.of(subject, timeline);
    try {
      history.play();
    } catch (NotTotal e) {
      return new Report<>(history).of(e); // this time it fails
    }
    return new Report<>(history).of(NotTotal.that(claim));
  }

  private void count(History<S> played) {
    if (found.isEmpty()) {
      (length == ANY ? tallyAtRandom : tally).count(played);
    }
  }

  private int searchAtRandom(int most, Random random, long seed) {
    length = ANY;
    wanted = wanted(length);
    way = Walk.Way.APART;
    int tried = 0;
    while (tried < most && elapsed() < time && !wanted.isEmpty()) {
      Timeline timeline = RandomTimelines.next(random, subject);
      History<S> history = History.of(subject, timeline).watched();
      List<Law> before = List.copyOf(found.keySet());
      try {
        history.play();
        judge(history);
      } catch (NotTotal e) {
        judgeFailed(timeline);
      }
      found.replaceAll(
          (law, violation) ->
              before.contains(law) ? violation : withSeed(smallest(law, violation), seed));
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
