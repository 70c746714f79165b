package dev.rejoin.crdt.testkit;

import io.vavr.control.Option;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Goes through all timelines of one scope, one length and one setting of clocks, in order.
 *
 * <p>Some are covered without being played, where the guide allows. Of those that differ only in
 * the order of steps that concern no replica in common, one is enough: the others have the same
 * states. And one with a message that brings nothing has the states of the one without it.
 *
 * @param <S> the type of the states
 */
final class Walk<S> {

  private final Subject<S> subject;
  private final Scope scope;
  private final int length;
  private final Timeline cast;
  private final Way way;
  private final Guide<S> guide;
  private final List<Step> steps = new ArrayList<>(); // those chosen so far
  private final List<Integer> numbers = new ArrayList<>(); // theirs in the scope
  private long covered;

  /** How timelines are played. */
  enum Way {
    /**
     * What timelines have in common is played once, and only what the last step of each brought is
     * to be judged: without that step it was judged before.
     */
    SHARED,
    /** Each is played from its start, so that nothing changed in place spoils another one. */
    APART,
    /** Each is played from its start and to be judged in full. */
    IN_FULL
  }

  /**
   * Who judges on the way.
   *
   * @param <S> the type of the states
   */
  interface Guide<S> {

    /** Returns whether to go on. */
    boolean goesOn();

    /** Returns whether so many timelines, known to lead to the same states, may be left out. */
    boolean leavesOut(long timelines);

    /** Judges a timeline that has been played. */
    void judge(History<S> played);

    /** Judges a timeline whose last step failed. */
    void judgeFailed(Timeline timeline);
  }

  Walk(
      Subject<S> subject,
      Scope scope,
      int length,
      List<WallClock> clocks,
      Way way,
      Guide<S> guide) {
    this.subject = subject;
    this.scope = scope;
    this.length = length;
    this.cast = new Timeline(scope.steps(), clocks);
    this.way = way;
    this.guide = guide;
  }

  /**
   * Goes through the timelines, until all are done or the guide has had enough.
   *
   * @return whether nothing that was shared has been changed in place
   */
  boolean go() {
    if (way != Way.SHARED) {
      descend(Option.none(), false);
      return true;
    }
    History<S> shared = History.open(subject, cast).watched();
    descend(Option.some(shared), false);
    return !shared.isChangedInPlace() && shared.changed().isEmpty();
  }

  /** Returns how many timelines were played, or are known to lead to the same states as one. */
  long covered() {
    return covered;
  }

  private void descend(Option<History<S>> shared, boolean isOfScope) {
    for (int i = 0; i < scope.steps().size() && guide.goesOn(); i++) {
      boolean isStill = isOfScope || i >= scope.plain();
      long below = scope.count(length - steps.size() - 1, isStill);
      if (below > 0) {
        numbers.add(i);
        steps.add(scope.steps().get(i));
        if (isReordered() && guide.leavesOut(below)) {
          covered += below;
        } else if (shared.isDefined()) {
          next(shared.get(), below, isStill);
        } else if (steps.size() < length) {
          descend(shared, isStill);
        } else {
          playApart();
        }
        steps.remove(steps.size() - 1);
        numbers.remove(numbers.size() - 1);
      }
    }
  }

  /** Returns whether the last two steps could as well come in the order of their numbers. */
  private boolean isReordered() {
    int last = steps.size() - 1;
    if (last == 0 || numbers.get(last - 1) < numbers.get(last)) {
      return false;
    }
    return Collections.disjoint(
        StepParts.of(steps.get(last - 1)).replicas(), StepParts.of(steps.get(last)).replicas());
  }

  private void next(History<S> shared, long below, boolean isStill) {
    boolean isLast = steps.size() == length;
    try {
      shared.push(steps.get(steps.size() - 1));
    } catch (NotTotal e) {
      covered += below;
      if (isLast) {
        guide.judgeFailed(timeline());
      }
      return;
    }
    if (shared.hasMessageInVain() && guide.leavesOut(below)) {
      covered += below;
    } else if (isLast) {
      covered++;
      guide.judge(shared);
    } else {
      prepare(shared);
      descend(Option.some(shared), isStill);
    }
    shared.pop();
  }

  /** Where that fails, it has failed before on the timeline that ends here. */
  private static void prepare(History<?> shared) {
    try {
      shared.prepare();
    } catch (NotTotal e) {
      return; // and will again where it is asked for
    }
  }

  private void playApart() {
    covered++;
    History<S> apart =
        way == Way.IN_FULL ? History.of(subject, timeline()) : History.open(subject, cast);
    apart.watched();
    try {
      steps.forEach(apart::push);
    } catch (NotTotal e) {
      guide.judgeFailed(timeline());
      return;
    }
    if (!apart.hasMessageInVain() || !guide.leavesOut(1)) {
      guide.judge(apart);
    }
  }

  private Timeline timeline() {
    return new Timeline(steps, cast.clocks());
  }
}
