package dev.rejoin.crdt.testkit;

import dev.rejoin.crdt.Author;
import dev.rejoin.crdt.CausalOrder;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The functions of a subject, with a {@link NotTotal} for every one that throws or returns no
 * state.
 *
 * @param <S> the type of the states
 */
final class Calls<S> {

  private final Functions<S> functions;
  private final @Nullable Codec<S> codec;

  Calls(Subject<S> subject) {
    this.functions = subject.functions();
    this.codec = subject.options().codec();
  }

  S merge(S receiver, S arrived) {
    return state("merge(a, b)", functions.merge(), receiver, arrived);
  }

  S edit(NamedEdit<S> edit, S state, Author author) {
    S edited = attempt(edit.text(), () -> edit.function().apply(state, author), state);
    if (edited == null) {
      throw NotTotal.returnedNull(edit.text(), state);
    }
    return edited;
  }

  boolean hasObserver() {
    return functions.observer() != null;
  }

  @Nullable Object observe(S state) {
    Function<? super S, ?> observer = functions.observer();
    return observer == null ? state : attempt("the observer", () -> observer.apply(state), state);
  }

  boolean hasDeltas() {
    return functions.delta() != null;
  }

  S deltaSince(S state, S base) {
    return state("deltaSince(a, b)", Objects.requireNonNull(functions.delta()), state, base);
  }

  boolean hasOrder() {
    return functions.atMost() != null;
  }

  boolean hasCodec() {
    return codec != null;
  }

  Codec.Encoded encode(S state) {
    Codec<S> known = Objects.requireNonNull(codec);
    return attempt("encode(a)", () -> known.encode().apply(state), state);
  }

  S recode(S state) {
    return decode(encode(state), state);
  }

  /** Reads what the state was written as. */
  S decode(Codec.Encoded encoded, S state) {
    Codec<S> known = Objects.requireNonNull(codec);
    return attempt("decode(encode(a))", () -> known.decode().apply(encoded), state, encoded);
  }

  boolean isAtMost(S a, S b) {
    BiPredicate<S, S> atMost = Objects.requireNonNull(functions.atMost());
    return attempt("isAtMost(a, b)", () -> atMost.test(a, b), a, b);
  }

  boolean compares() {
    return functions.compare() != null;
  }

  @Nullable CausalOrder compare(S a, S b) {
    BiFunction<S, S, CausalOrder> compare = Objects.requireNonNull(functions.compare());
    return attempt("compare(a, b)", () -> compare.apply(a, b), a, b);
  }

  int hash(S state) {
    return attempt("hashCode", state::hashCode, state);
  }

  private S state(String call, BinaryOperator<S> function, S a, S b) {
    S result = attempt(call, () -> function.apply(a, b), a, b);
    if (result == null) {
      throw NotTotal.returnedNull(call, a, b);
    }
    return result;
  }

  static <T extends @Nullable Object> T attempt(
      String call, Supplier<T> function, Object... arguments) {
    try {
      return function.get();
    } catch (RuntimeException | AssertionError | StackOverflowError e) {
      throw NotTotal.threw(call, e, arguments);
    }
  }
}
