package dev.rejoin.crdt;

import java.util.ArrayList;
import java.util.List;

/**
 * The kernel of the causal types: live dots, arranged in a {@link DotStore}, under the context of
 * all dots ever seen, which includes the live ones. A dot that was seen and is not live was
 * removed; nothing else is kept of it.
 *
 * @param <S> the arrangement
 */
record CausalState<S extends DotStore<S>>(S store, CausalContext context) {

  /** Returns the least upper bound; one of its operands where that is the result. */
  CausalState<S> merge(CausalState<S> other) {
    if (this == other) {
      return this;
    }
    S live = store.join(context, other.store, other.context);
    CausalContext seen = context.merge(other.context);
    if (live == store && seen == context) {
      return this;
    }
    return seen.equals(other.context) && live.equals(other.store)
        ? other
        : new CausalState<>(live, seen);
  }

  /**
   * Returns the least state that lifts {@code base} to the join of both. Its store: the dots live
   * here and unknown to {@code base}. Its context: what {@code base} has not seen, and the dots
   * live in {@code base} and dead here. Leaving the latter out would lose removals; sending the
   * whole context would delete what the base has and the delta's store has not.
   */
  CausalState<S> deltaSince(CausalState<S> base) {
    S news = store.since(base.store, base.context);
    List<CausalContext.Range> seen = new ArrayList<>();
    context.deltaSince(base.context).ranges().forEach(seen::add);
    base.store.everyDotNotIn(
        store,
        dot -> {
          if (context.includes(dot)) {
            seen.add(CausalContext.Range.of(dot));
          }
          return true;
        });
    return new CausalState<>(news, CausalContext.of(seen));
  }

  /** Returns whether no dot stands higher on its chain here than in {@code other}. */
  boolean isAtMost(CausalState<S> other) {
    return this == other
        || (context.isAtMost(other.context)
            && (equals(other) || other.store.hasNoneDeadIn(store, context)));
  }
}
