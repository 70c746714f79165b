package dev.rejoin.crdt;

/** How two states stand to each other in a partial order. */
public enum CausalOrder {
  /** The first state is strictly below the second: the second has seen all of it and more. */
  BEFORE,
  /** Both states include the same edits. */
  EQUAL,
  /** The first state is strictly above the second. */
  AFTER,
  /** Each state includes something that the other lacks. */
  CONCURRENT;

  /**
   * Returns the order of two states of which it is known whether each is at most the other.
   *
   * @param atMost whether the first state is at most the second
   * @param atLeast whether the second state is at most the first
   */
  public static CausalOrder of(boolean atMost, boolean atLeast) {
    if (atMost) {
      return atLeast ? EQUAL : BEFORE;
    }
    return atLeast ? AFTER : CONCURRENT;
  }

  /** Returns the order seen from the other side: {@code BEFORE} and {@code AFTER} change places. */
  public CausalOrder reversed() {
    return switch (this) {
      case BEFORE -> AFTER;
      case AFTER -> BEFORE;
      case EQUAL, CONCURRENT -> this;
    };
  }
}
