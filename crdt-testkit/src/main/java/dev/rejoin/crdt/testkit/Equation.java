package dev.rejoin.crdt.testkit;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a law says of certain states: two expressions and what they came to.
 *
 * @param left the expression on the left, as text
 * @param right the expression on the right, as text
 */
record Equation(String left, @Nullable Object leftSide, String right, @Nullable Object rightSide) {

  static Equation equal(
      String left, @Nullable Object leftSide, String right, @Nullable Object rightSide) {
    return new Equation(left, leftSide, right, rightSide);
  }

  /**
   * Returns whether both sides are equal.
   *
   * @throws NotTotal if their {@code equals} fails
   */
  boolean holds() {
    return Calls.attempt("equals", () -> Objects.equals(leftSide, rightSide));
  }
}
