package dev.rejoin.crdt;

import java.util.Objects;

/**
 * A state-based, conflict-free replicated data type: an immutable value of a join-semilattice.
 *
 * <p>All states of one type are partially ordered: <i>a</i> is at most <i>b</i> when <i>b</i>
 * includes every edit that <i>a</i> includes. {@link #merge} is the least upper bound in that
 * order, hence commutative, associative and idempotent, and every edit only moves a state up.
 * Replicas that have received the same edits therefore show the same value, whatever was lost,
 * repeated or reordered on the way.
 *
 * <p>Only {@code merge} is abstract, and correct answers to everything else follow from it; types
 * override the rest to be fast or small. For all states <i>a</i>, <i>b</i> that one history can
 * reach:
 *
 * <ul>
 *   <li>{@code a.isAtMost(b)} exactly when {@code a.merge(b).equals(b)};
 *   <li>{@code base.merge(a.deltaSince(base))} equals {@code base.merge(a)}, and {@code
 *       a.deltaSince(base).isAtMost(a)};
 *   <li>equal states are {@code equals}, have equal hash codes and show equal values;
 *   <li>nothing ever changes an existing state.
 * </ul>
 *
 * <p>A state has one writer at a time per {@link ReplicaId}: editing two forks of a state under the
 * same id mints the same dots or counts twice, and such edits cannot be told apart afterwards.
 *
 * @param <S> the type itself
 * @see <a href="https://inria.hal.science/inria-00555588">Shapiro, Preguiça, Baquero, Zawirski: A
 *     comprehensive study of convergent and commutative replicated data types (2011)</a>
 */
public interface Crdt<S extends Crdt<S>> {

  /**
   * Returns the least upper bound of both states. The built-in types return this very object when
   * {@code other} adds nothing, and {@code other} itself when this state adds nothing to it.
   *
   * @param other any state of the same history, in whatever order and however often
   * @throws NullPointerException if {@code other} is null
   */
  S merge(S other);

  /**
   * Returns a state {@code d}, at most this one, such that {@code base.merge(d)} equals {@code
   * base.merge(this)}. The built-in types return the least such state: what {@code base} lacks and
   * nothing more. A delta is for merging, sending and storing; only whole states are edited.
   *
   * @param base what the receiver is known to have, in practice the state it last acknowledged
   * @throws NullPointerException if {@code base} is null
   */
  default S deltaSince(S base) {
    Objects.requireNonNull(base, "base");
    return self();
  }

  /**
   * Returns whether {@code other} includes everything that this state includes.
   *
   * @throws NullPointerException if {@code other} is null
   */
  default boolean isAtMost(S other) {
    return merge(other).equals(other);
  }

  /**
   * Returns how this state stands to {@code other} in the order of the semilattice.
   *
   * @throws NullPointerException if {@code other} is null
   */
  default CausalOrder compare(S other) {
    return CausalOrder.of(isAtMost(other), other.isAtMost(self()));
  }

  @SuppressWarnings("unchecked") // S is the implementing type itself, by the contract of this type
  private S self() {
    return (S) this;
  }
}
