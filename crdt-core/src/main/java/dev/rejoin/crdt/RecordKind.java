package dev.rejoin.crdt;

import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import java.util.function.Predicate;

/**
 * A record whose components are all causal: a row of their stores.
 *
 * @param shape the record
 * @param parts the kinds of its components
 * @param none the row in which no dot lives
 */
record RecordKind<R>(RecordShape<R> shape, List<CausalKind<?, ?>> parts, DotRow none)
    implements CausalKind<R, DotRow> {

  static <R> RecordKind<R> of(RecordShape<R> shape, List<CausalKind<?, ?>> parts) {
    List<Nested> none = new ArrayList<>();
    parts.forEach(part -> none.add(Nested.none(part)));
    return new RecordKind<>(shape, List.copyOf(parts), DotRow.of(none));
  }

  @Override
  public String name() {
    return shape.toString();
  }

  @Override
  public R under(CausalContext context, DotRow store) {
    List<Object> components = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      components.add(store.part(i).under(context));
    }
    return shape.make(components);
  }

  @Override
  public CausalState<DotRow> state(R value) {
    List<Nested> row = new ArrayList<>();
    CausalContext seen = CausalContext.empty();
    for (int i = 0; i < parts.size(); i++) {
      seen = seen.merge(added(parts.get(i), shape.part(value, i), row));
    }
    return new CausalState<>(DotRow.of(row), seen);
  }

  /** Adds the store of a component to the row, and returns what the component has seen. */
  private static <V, S extends DotStore<S>> CausalContext added(
      CausalKind<V, S> kind, Object component, List<Nested> row) {
    CausalState<S> state = kind.state(CausalKinds.valueOf(kind, component));
    row.add(Nested.of(kind, state.store()));
    return state.context();
  }

  @Override
  public boolean everyContext(R value, Predicate<? super CausalContext> test) {
    for (int i = 0; i < parts.size(); i++) {
      if (!everyContextOf(parts.get(i), shape.part(value, i), test)) {
        return false;
      }
    }
    return true;
  }

  private static <V> boolean everyContextOf(
      CausalKind<V, ?> kind, Object component, Predicate<? super CausalContext> test) {
    return kind.everyContext(CausalKinds.valueOf(kind, component), test);
  }

  @Override
  public String text(DotRow store) {
    StringJoiner text = new StringJoiner(", ", name() + "[", "]");
    for (int i = 0; i < parts.size(); i++) {
      text.add(shape.name(i) + "=" + store.part(i));
    }
    return text.toString();
  }

  /** A record class has one shape and so one kind. */
  @Override
  public boolean equals(Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }
}
