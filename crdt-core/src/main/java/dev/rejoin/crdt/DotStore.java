package dev.rejoin.crdt;

import java.util.function.Predicate;

/**
 * The live dots of a causal type, arranged in the type's own way, without the context that they are
 * read under.
 *
 * <p>A dot climbs a chain: <i>unknown</i> (not in the context), <i>live</i> (in store and context),
 * <i>dead</i> (in the context only). What a dot carries never changes and a dot lives at one place
 * only, so a state is a function from dots to that chain, and the join of two states takes the
 * higher of the two at each dot. Every operation below follows from that (Almeida, Shoker, Baquero:
 * Delta state replicated data types, 2018, section 7).
 *
 * <p>No function changes a store. Within a store, no empty store is ever kept.
 *
 * @param <S> the store itself
 */
sealed interface DotStore<S extends DotStore<S>> permits DotSet, DotMap, DotValues, DotRow, Nested {

  boolean isEmpty();

  /** Returns whether both are equal, as far as that can be told at once; else false. */
  default boolean isSame(S other) {
    return this == other;
  }

  /** Returns the store of this kind that holds no dot. */
  S empty();

  /**
   * Returns the dots that are live in the join: live on both sides, or live on one and unknown to
   * the other. Returns this store where the result equals it, else {@code other} where it equals
   * that.
   *
   * @param mine the context of this store
   * @param theirs the context of the other one
   */
  S join(CausalContext mine, S other, CausalContext theirs);

  /** Returns the live dots that {@code context} has not seen; this very store if that is all. */
  default S unseenBy(CausalContext context) {
    return join(CausalContext.empty(), empty(), context);
  }

  /**
   * Returns the live dots that are unknown to a state of that store and context. Skips what both
   * stores share.
   */
  S since(S base, CausalContext baseContext);

  /**
   * Tests the dots that are live here and not in {@code other}, until one fails; returns whether
   * none did. Skips what both stores share.
   */
  boolean everyDotNotIn(S other, Predicate<? super Dot> test);

  /**
   * Returns whether no dot that is live here is dead in a state of that store and context. Skips
   * what both stores share.
   */
  boolean hasNoneDeadIn(S other, CausalContext otherContext);
}
