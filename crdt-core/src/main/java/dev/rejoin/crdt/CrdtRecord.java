package dev.rejoin.crdt;

import java.util.Objects;

/**
 * A record whose components are CRDTs, and which so is one itself: {@code record Profile(
 * LWWRegister<String> name, PNCounter points) implements CrdtRecord<Profile> {}} is all there is to
 * write.
 *
 * <p><b>State.</b> The components, each a {@link Crdt} of any type, and never null.
 *
 * <p><b>Order.</b> A record is at most another when each component is at most that of the other.
 *
 * <p><b>Merge.</b> Component by component.
 *
 * <p><b>Concurrency.</b> That of each component; no edit of one concerns another.
 *
 * <p><b>Cost.</b> The sum over the components. {@link #merge} returns one of its operands where
 * that is the result of each component's merge. The components are found by reflection, once for
 * each class; in a module the record's package must be open to {@code dev.rejoin.crdt}, unless it
 * is exported and the record public. Where reflection is not wanted, a record implements {@link
 * Crdt} itself in a few lines.
 *
 * <p><b>Source.</b> Baquero, Almeida, Cunha, Ferreira: Composition in state-based replicated data
 * types (2017): the product of lattices.
 *
 * @param <R> the record itself
 */
public interface CrdtRecord<R extends Record & CrdtRecord<R>> extends Crdt<R> {

  /**
   * Returns the record of that type all of whose components are empty.
   *
   * @throws NullPointerException if {@code type} is null
   * @throws IllegalArgumentException if a component is not a {@link Crdt}, or its type has no
   *     public static method {@code empty()}
   * @throws java.lang.reflect.InaccessibleObjectException if the module of the record does not open
   *     its package to this one
   */
  static <R extends Record & CrdtRecord<R>> R empty(Class<R> type) {
    return RecordShape.of(type).empty();
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalArgumentException if a component is not a {@link Crdt}
   * @throws java.lang.reflect.InaccessibleObjectException if the module of the record does not open
   *     its package to this one
   */
  @Override
  default R merge(R other) {
    Objects.requireNonNull(other, "other");
    return RecordProduct.of(other).merge(own(), other);
  }

  @Override
  default R deltaSince(R base) {
    Objects.requireNonNull(base, "base");
    return RecordProduct.of(base).deltaSince(own(), base);
  }

  @Override
  default boolean isAtMost(R other) {
    Objects.requireNonNull(other, "other");
    return RecordProduct.of(other).isAtMost(own(), other);
  }

  @SuppressWarnings(
      "unchecked") // R is the implementing record itself, by the contract of this type
  private R own() {
    return (R) this;
  }
}
