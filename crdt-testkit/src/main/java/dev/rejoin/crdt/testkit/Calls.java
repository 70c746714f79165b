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

  private final Subject<S> subject;

  Calls(Subject<S> subject) {
    this.subject = subject;
  }

  S merge(S receiver, S arrived) {
    return state("merge(a, b)", subject.merge(), receiver, arrived);
  }

  S edit(NamedEdit<S> edit, S state, Author author) {
    S edited = attempt(edit.text(), () -> edit.function().apply(state, author), state);
    if (edited == null) {
      throw NotTotal.returnedNull(edit.text(), state);
    }
    return edited;
  }

  boolean hasObserver() {
    return subject.observer() != null;
  }

  @Nullable Object observe(S state) {
    Function<? super S, ?> observer = subject.observer();
    return observer == null ? state : attempt("the observer", () -> observer.apply(state), state);
  }

  boolean hasDeltas() {
    return subject.delta() != null;
  }

  S deltaSince(S state, S base) {
    return state("deltaSince(a, b)", Objects.requireNonNull(subject.delta()), state, base);
  }

  boolean hasOrder() {
    return subject.atMost() != null;
  }

  boolean hasCodec() {
    return subject.options().codec() != null;
  }

  Codec.Encoded encode(S state) {
    Codec<S> codec = Objects.requireNonNull(subject.options().codec());
    return attempt("encode(a)", () -> codec.encode().apply(state), state);
  }

  S recode(S state) {
    Codec<S> codec = Objects.requireNonNull(subject.options().codec());
    Codec.Encoded encoded = encode(state);
    return attempt("decode(encode(a))", () -> codec.decode().apply(encoded), state, encoded);
  }

  /** Returns how large a state is: its encoding if there is a codec, else all that it holds. */
  int size(S state) {
    return hasCodec() ? encode(state).size() : Fingerprint.of("state", state).size();
  }

  boolean isAtMost(S a, S b) {
    BiPredicate<S, S> atMost = Objects.requireNonNull(subject.atMost());
    return attempt("isAtMost(a, b)", () -> atMost.test(a, b), a, b);
  }

  boolean compares() {
    return subject.compare() != null;
  }

  @Nullable CausalOrder compare(S a, S b) {
    BiFunction<S, S, CausalOrder> compare = Objects.requireNonNull(subject.compare());
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
