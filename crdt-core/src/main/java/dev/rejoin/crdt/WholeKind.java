package dev.rejoin.crdt;

import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A causal type whose values are of one piece.
 *
 * @param name what it is called in an error
 * @param none the store that holds no dot
 * @param value makes a value
 * @param state takes it apart
 * @param text shows a store
 */
record WholeKind<V, S extends DotStore<S>>(
    String name,
    S none,
    Function<CausalState<S>, V> value,
    Function<V, CausalState<S>> state,
    Function<S, String> text)
    implements CausalKind<V, S> {

  @Override
  public V under(CausalContext context, S store) {
    return value.apply(new CausalState<>(store, context));
  }

  @Override
  public CausalState<S> state(V whole) {
    return state.apply(whole);
  }

  @Override
  public boolean everyContext(V whole, Predicate<? super CausalContext> test) {
    return test.test(state.apply(whole).context());
  }

  @Override
  public String text(S store) {
    return text.apply(store);
  }

  @Override
  public String toString() {
    return name;
  }
}
