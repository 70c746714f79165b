package dev.rejoin.crdt.testkit;

import io.vavr.control.Option;
import java.util.Objects;
import java.util.function.Predicate;

/**
 * What must hold on every timeline. The laws know no test framework: {@link #check} plays one
 * timeline on one subject and judges it.
 *
 * <p>The states judged are all that ever existed on the timeline. What is said of two states is
 * tried on all pairs of up to 16 different ones, what is said of three on all triples of up to 6;
 * where there are more, on 256 pairs and 216 triples, always the same for the same timeline. What
 * is said of the edits and of what has been seen is tried on every edit and every state.
 *
 * <p>What each law catches, how to read its report and how to silence it, the file LAWS.md beside
 * this module says. Where several break, read {@link #CONGRUENT} first, since {@code equals}
 * decides all others.
 *
 * <pre>{@code
 * Law.CONVERGENT.check(subject, Timeline.of(edit(0, 0), edit(1, 0), merge(0, 1), merge(1, 0)));
 * }</pre>
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
  MEANING(MeaningLaws::meaning, "meaning", subject -> subject.options().meaning() != null),
  /** {@code isAtMost} and {@code compare} are the partial order of merge. */
  ORDER(OrderLaws::order, "order", subject -> subject.atMost() != null),
  /**
   * A delta brings its base as far as the whole state does and holds nothing else, also out of
   * order, repeated, or after others were lost.
   */
  DELTA(DeltaLaws::delta, "deltas", subject -> subject.delta() != null),
  /**
   * A state that was written and read again is equal, shows the same and goes on alike at every
   * step; equal states are written alike. Bytes or text that were damaged are refused by an
   * exception, or read as a state that can be written, shown and merged; never with an error, nor
   * without an end.
   */
  CODEC(CodecLaws::codec, "codec", subject -> subject.options().codec() != null);

  @SuppressWarnings("ImmutableEnumChecker") // references to static methods hold nothing
  private final Judge judge;

  private final String needed;

  @SuppressWarnings("ImmutableEnumChecker") // asks its argument alone
  private final Predicate<Subject<?>> isGiven;

  Law(Judge judge) {
    this(judge, "", subject -> true);
  }

  /**
   * Makes a law of subjects that have something.
   *
   * @param needed what they must have
   */
  Law(Judge judge, String needed, Predicate<Subject<?>> isGiven) {
    this.judge = judge;
    this.needed = needed;
    this.isGiven = isGiven;
  }

  @FunctionalInterface
  private interface Judge {
    <S> Option<Breach> judge(History<S> played);
  }

  /**
   * Returns whether the subject has what the law is about, and was not said to be {@linkplain
   * Subject#without without} it: {@link #MEANING} needs a meaning, {@link #ORDER} an order, {@link
   * #DELTA} deltas, {@link #CODEC} a codec.
   *
   * @throws NullPointerException if {@code subject} is null
   */
  public boolean appliesTo(Subject<?> subject) {
    return whyNot(subject).isEmpty();
  }

  /** Returns why the law does not apply, none if it does. */
  Option<String> whyNot(Subject<?> subject) {
    Objects.requireNonNull(subject, "subject");
    return Option.of(subject.silenced().get(this))
        .orElse(Option.when(!isGiven.test(subject), "the subject has no " + needed));
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
    whyNot(subject)
        .forEach(
            reason -> {
              throw new DoesNotApply(this, reason);
            });
    Objects.requireNonNull(timeline, "timeline");
    violation(History.of(subject, timeline)).forEach(Law::raise);
  }

  private <S> Option<LawViolation> violation(History<S> history) {
    if (this == IMMUTABLE) {
      history.watched();
    }
    try {
      history.play();
    } catch (NotTotal e) {
      return Option.some(new Report<>(history).of(e));
    }
    return violationBy(history);
  }

  /** Returns how a history that has been played breaks the law, or {@link #TOTAL} at that. */
  <S> Option<LawViolation> violationBy(History<S> played) {
    try {
      return judge.judge(played).map(breach -> new Report<>(played).of(this, breach));
    } catch (NotTotal e) {
      return Option.some(new Report<>(played).of(e));
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
