package dev.rejoin.crdt.testkit;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * A broken type, and what has to catch it.
 *
 * @param kind what it is meant to be
 * @param flaw what is wrong with it
 * @param subject gives it afresh, as some change in place
 * @param steps of each law that catches it, how many steps its smallest timeline has
 * @param how how that is found
 */
record BrokenType(
    String kind, String flaw, Supplier<Subject<?>> subject, Map<Law, Integer> steps, How how) {

  /** How the smallest timeline is found. */
  enum How {
    /** By trying all, of edits and merges on 2 replicas. */
    EXHAUSTIVELY,
    /** The same, and no other law catches the type in so many steps. */
    EXHAUSTIVELY_AND_ALONE,
    /** By trying all, with restores from the state before the last. */
    WITH_RESTORES,
    /** At random, then made smaller. */
    AT_RANDOM
  }

  static BrokenType broken(String kind, String flaw, Supplier<Subject<?>> subject) {
    return new BrokenType(kind, flaw, subject, Map.of(), How.EXHAUSTIVELY);
  }

  BrokenType by(Law law, int fewest) {
    Map<Law, Integer> more = new LinkedHashMap<>(steps);
    more.put(law, fewest);
    return new BrokenType(kind, flaw, subject, more, how);
  }

  BrokenType found(How other) {
    return new BrokenType(kind, flaw, subject, steps, other);
  }

  boolean alone() {
    return how == How.EXHAUSTIVELY_AND_ALONE;
  }

  boolean atRandom() {
    return how == How.AT_RANDOM;
  }

  /** Returns the steps that it takes to find it, besides edits and merges. */
  Step[] others() {
    return how == How.WITH_RESTORES ? new Step[] {Step.restore(0, 1)} : new Step[0];
  }

  /** Returns the fewest steps in which any of its laws catches it. */
  int fewest() {
    return steps.values().stream().mapToInt(fewest -> fewest).min().orElseThrow();
  }

  @Override
  public String toString() {
    return kind + ": " + flaw;
  }
}
