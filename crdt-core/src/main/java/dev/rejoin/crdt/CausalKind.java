package dev.rejoin.crdt;

import java.util.function.Predicate;

/**
 * How the values of one causal type stand on the kernel: a store, which a map keeps, that is read
 * under a context, which a map has for all its values together.
 *
 * @param <V> the causal type
 * @param <S> its store
 */
interface CausalKind<V, S extends DotStore<S>> {

  /** Returns what the type is called in an error. */
  String name();

  /** Returns the store that holds no dot. */
  S none();

  /** Returns the value of that store, having seen {@code context}. */
  V under(CausalContext context, S store);

  /** Returns what that value stands on; the contexts of all its parts united. */
  CausalState<S> state(V value);

  /** Returns whether {@code test} holds for what each part of that value has seen. */
  boolean everyContext(V value, Predicate<? super CausalContext> test);

  /** Returns what a value shows, without its context. */
  String text(S store);

  /** Returns that store, which must be of this kind, as one. */
  @SuppressWarnings("unchecked") // a store of a kind is never handed to another: see Nested
  default S own(DotStore<?> store) {
    return (S) store;
  }
}
