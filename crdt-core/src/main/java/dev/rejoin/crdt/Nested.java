package dev.rejoin.crdt;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;

/**
 * What is nested under a key of a map, or in a component of a record: a store without a context,
 * and the kind of value that it is handed out as.
 */
final class Nested implements DotStore<Nested> {

  private final CausalKind<?, ?> kind;
  private final DotStore<?> store; // of that kind

  private Nested(CausalKind<?, ?> kind, DotStore<?> store) {
    this.kind = kind;
    this.store = store;
  }

  static <S extends DotStore<S>> Nested of(CausalKind<?, S> kind, S store) {
    return new Nested(kind, store);
  }

  /** Returns what is nested of that kind where no dot lives. */
  static Nested none(CausalKind<?, ?> kind) {
    return new Nested(kind, kind.none());
  }

  CausalKind<?, ?> kind() {
    return kind;
  }

  /** Returns the store, which must be of {@code expected}. */
  <S extends DotStore<S>> S storeOf(CausalKind<?, S> expected) {
    if (expected != kind) {
      throw new IllegalArgumentException(
          "states under one key must be of one type, were "
              + expected.name()
              + " and "
              + kind.name()
              + "; hold each type in a map of its own");
    }
    return expected.own(store);
  }

  /** Returns the value that has this store and has seen {@code context}. */
  Object under(CausalContext context) {
    return value(kind, context);
  }

  private <V, S extends DotStore<S>> V value(CausalKind<V, S> own, CausalContext context) {
    return own.under(context, own.own(store));
  }

  @Override
  public boolean isEmpty() {
    return store.isEmpty();
  }

  @Override
  public boolean isSame(Nested other) {
    return this == other || (kind == other.kind && isSame(kind, other));
  }

  private <S extends DotStore<S>> boolean isSame(CausalKind<?, S> own, Nested other) {
    return own.own(store).isSame(own.own(other.store));
  }

  @Override
  public Nested empty() {
    return none(kind);
  }

  @Override
  public Nested join(CausalContext mine, Nested other, CausalContext theirs) {
    return join(kind, mine, other, theirs);
  }

  private <S extends DotStore<S>> Nested join(
      CausalKind<?, S> own, CausalContext mine, Nested other, CausalContext theirs) {
    S joined = own.own(store).join(mine, other.storeOf(own), theirs);
    if (joined == store) {
      return this;
    }
    return joined == other.store ? other : of(own, joined);
  }

  @Override
  public Nested unseenBy(CausalContext context) {
    return unseenBy(kind, context);
  }

  private <S extends DotStore<S>> Nested unseenBy(CausalKind<?, S> own, CausalContext context) {
    S unseen = own.own(store).unseenBy(context);
    return unseen == store ? this : of(own, unseen);
  }

  @Override
  public Nested since(Nested base, CausalContext baseContext) {
    return since(kind, base, baseContext);
  }

  private <S extends DotStore<S>> Nested since(
      CausalKind<?, S> own, Nested base, CausalContext baseContext) {
    S news = own.own(store).since(base.storeOf(own), baseContext);
    return news == store ? this : of(own, news);
  }

  @Override
  public boolean everyDotNotIn(Nested other, Predicate<? super Dot> test) {
    return everyDotNotIn(kind, other, test);
  }

  private <S extends DotStore<S>> boolean everyDotNotIn(
      CausalKind<?, S> own, Nested other, Predicate<? super Dot> test) {
    return own.own(store).everyDotNotIn(other.storeOf(own), test);
  }

  /** Returns the least dot that lives here; one must. */
  Dot least() {
    List<Dot> live = new ArrayList<>(1);
    everyDotNotIn(empty(), live::add);
    return Collections.min(live);
  }

  @Override
  public boolean hasNoneDeadIn(Nested other, CausalContext otherContext) {
    return hasNoneDeadIn(kind, other, otherContext);
  }

  private <S extends DotStore<S>> boolean hasNoneDeadIn(
      CausalKind<?, S> own, Nested other, CausalContext otherContext) {
    return own.own(store).hasNoneDeadIn(other.storeOf(own), otherContext);
  }

  @Override
  public boolean equals(Object other) {
    return this == other
        || (other instanceof Nested that && kind == that.kind && store.equals(that.store));
  }

  @Override
  public int hashCode() {
    return store.hashCode();
  }

  /** Returns what the value shows, without its context. */
  @Override
  public String toString() {
    return text(kind);
  }

  private <S extends DotStore<S>> String text(CausalKind<?, S> own) {
    return own.text(own.own(store));
  }
}
