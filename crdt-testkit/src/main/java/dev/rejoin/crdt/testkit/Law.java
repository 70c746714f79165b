package dev.rejoin.crdt.testkit;

import io.vavr.control.Option;
import java.util.Objects;

/**
 * What must hold on every timeline. The laws know no test framework: {@link #check} plays one
 * timeline on one subject and judges it.
 *
 * <p>The states judged are all that ever existed on the timeline. What is said of two states is
 * tried on all pairs of up to 16 different ones, what is said of three on all triples of up to 6;
 * where there are more, on 256 pairs and 216 triples, always the same for the same timeline. What
 * is said of the edits and of what has been seen is tried on every edit and every state.
 */
public enum Law {
  /** Every function answers on every state, and answers the same when the timeline is repeated. */
  TOTAL(FunctionLaws::total),
  /** Equal states have equal hash codes and values, and merge alike with every state. */
  CONGRUENT(FunctionLaws::congruent),
  /** Merging a state with itself, or the same state twice, changes nothing. */
  IDEMPOTENT(MergeLaws::idempotent),
  /** Merging gives the same either way round. */
  COMMUTATIVE(MergeLaws::commutative),
  /** Merging three states gives the same whichever two are merged first. */
  ASSOCIATIVE(MergeLaws::associative),
  /** An edit only adds: merging its outcome with the state before it, either way, gives it back. */
  INFLATING(HistoryLaws::inflating),
  /** Merging a state whose edits have all been seen changes neither state nor value. */
  STALE_MERGE(HistoryLaws::staleMerge),
  /**
   * States that the same edits have reached are equal and show equal values; so do all replicas
   * once each has what all others have, in whatever order and however often it came.
   */
  CONVERGENT(HistoryLaws::convergent),
  /** {@code isAtMost} and {@code compare} are the partial order of merge. */
  ORDER(OrderLaws::order) {
    @Override
    public boolean appliesTo(Subject<?> subject) {
      return subject.atMost() != null;
    }
  },
  /**
   * A delta brings its base as far as the whole state does and holds nothing else, also out of
   * order, repeated, or after others were lost.
   */
  DELTA(DeltaLaws::delta) {
    @Override
    public boolean appliesTo(Subject<?> subject) {
      return subject.delta() != null;
    }
  };

  @SuppressWarnings("ImmutableEnumChecker") // references to static methods hold nothing
  private final Judge judge;

  Law(Judge judge) {
    this.judge = judge;
  }

  @FunctionalInterface
  private interface Judge {
    <S> Option<Breach> judge(History<S> played);
  }

  /**
   * Returns whether the subject has what the law is about: {@link #ORDER} needs an order, {@link
   * #DELTA} deltas.
   */
  public boolean appliesTo(Subject<?> subject) {
    return true;
  }

  /**
   * Plays the timeline on the subject and throws if the law is broken. An edit, a merge or another
   * function that throws or returns null breaks {@link #TOTAL}, whichever law was to be checked.
   *
   * @throws LawViolation if the law does not hold on this timeline
   * @throws IllegalArgumentException if the law does not apply to the subject
   * @throws IllegalStateException if the subject has no edits
   * @throws NullPointerException if an argument is null
   */
  public <S> void check(Subject<S> subject, Timeline timeline) {
    if (!appliesTo(subject)) {
      throw new DoesNotApply(this);
    }
    Objects.requireNonNull(timeline, "timeline");
    violation(new History<>(subject, timeline)).forEach(Law::raise);
  }

  private <S> Option<LawViolation> violation(History<S> history) {
    Report<S> report = new Report<>(history);
    try {
      history.play();
      return judge
          .judge(history)
          .map(breach -> new LawViolation(this, history.timeline(), report.of(this, breach), null));
    } catch (NotTotal e) {
      return Option.some(new LawViolation(TOTAL, history.timeline(), report.of(e), e.getCause()));
    }
  }

  /** Throws from one place: jqwik takes failures that were thrown elsewhere for different ones. */
  private static void raise(LawViolation violation) {
    throw violation;
  }
}
