package dev.rejoin.crdt.testkit;

import io.vavr.control.Option;

/**
 * What a step came to.
 *
 * @param <S> the type of the states
 * @param sent the state that was merged, of which the delta was, or that was gone on with
 * @param base the state since which the delta was
 * @param result the state that the step led to, none if it changed nothing
 * @param change the edit that it made, none if it was refused
 */
record Played<S>(
    Step step,
    Option<Moment<S>> sent,
    Option<Moment<S>> base,
    Option<Moment<S>> result,
    Option<Change<S>> change) {

  static <S> Played<S> nothing(Step step) {
    return new Played<>(step, Option.none(), Option.none(), Option.none(), Option.none());
  }
}
