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
  /** Merging with the state in which the replica started, either way, changes nothing. */
  NEUTRAL(MergeLaws::neutral),
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
  /**
   * No state, no argument of an edit and no value that was seen is ever changed, also not by
   * emptying the collections and arrays that an observer hands out. That is found out by a deep
   * look into their fields, transient ones excepted; where the module system keeps fields closed,
   * hash code and text are compared instead.
   */
  IMMUTABLE(ImmutabilityLaws::immutable),
  /**
   * Merging a state whose edits have all been seen does not make a state larger: its encoding if
   * there is a codec, else the number of values that it holds.
   */
  BOUNDED(ImmutabilityLaws::bounded),
  /** What is seen of a state is what the edits that had reached it mean. */
  MEANING(MeaningLaws::meaning) {
    @Override
    public boolean appliesTo(Subject<?> subject) {
      return subject.options().meaning() != null;
    }
  },
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
  },
  /**
   * A state that was written and read again is equal, shows the same and goes on alike at every
   * step; equal states are written alike.
   */
  CODEC(CodecLaws::codec) {
    @Override
    public boolean appliesTo(Subject<?> subject) {
      return subject.options().codec() != null;
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
   * Returns whether the subject has what the law is about: {@link #MEANING} needs a meaning, {@link
   * #ORDER} an order, {@link #DELTA} deltas, {@link #CODEC} a codec.
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
   * @throws IllegalStateException if the subject has no edits, or its meaning fails
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
      if (this == IMMUTABLE) {
        history.watch();
      }
      history.play();
      return judge.judge(history).map(breach -> report.of(this, breach));
    } catch (NotTotal e) {
      return Option.some(report.of(e));
    }
  }

  /** Returns whether a history that has been played breaks the law, or {@link #TOTAL} at that. */
  <S> boolean isBrokenBy(History<S> played) {
    try {
      return judge.judge(played).isDefined();
    } catch (NotTotal e) {
      return true;
    }
  }

  /** Throws from one place: jqwik takes failures that were thrown elsewhere for different ones. */
  private static void raise(LawViolation violation) {
    throw violation;
  }
}
