package dev.rejoin.crdt.testkit;

import dev.rejoin.crdt.CausalOrder;
import dev.rejoin.crdt.Crdt;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a type can do but for its edits; whatever is null it cannot.
 *
 * @param <S> the type of the states
 */
record Functions<S>(
    BinaryOperator<S> merge,
    @Nullable Function<? super S, ?> observer,
    @Nullable BinaryOperator<S> delta,
    @Nullable BiPredicate<S, S> atMost,
    @Nullable BiFunction<S, S, CausalOrder> compare) {

  static <S extends Crdt<S>> Functions<S> ofCrdt() {
    return new Functions<>(Crdt::merge, null, Crdt::deltaSince, Crdt::isAtMost, Crdt::compare);
  }

  static <S> Functions<S> merging(BinaryOperator<S> merge) {
    return new Functions<>(merge, null, null, null, null);
  }

  Functions<S> withObserver(Function<? super S, ?> given) {
    return new Functions<>(merge, given, delta, atMost, compare);
  }

  Functions<S> withDelta(BinaryOperator<S> given) {
    return new Functions<>(merge, observer, given, atMost, compare);
  }

  Functions<S> withAtMost(BiPredicate<S, S> given) {
    return new Functions<>(merge, observer, delta, given, compare);
  }
}
