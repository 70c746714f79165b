package dev.rejoin.crdt.testkit;

import org.jspecify.annotations.Nullable;

/**
 * A law does not hold. The message names the law first, then shows the equation with both sides,
 * what its names stand for, and the timeline step by step and as Java code.
 */
public final class LawViolation extends AssertionError {

  private static final long serialVersionUID = 1;

  private final Law law;
  private final transient Timeline timeline;

  LawViolation(Law law, Timeline timeline, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.law = law;
    this.timeline = timeline;
  }

  /** Returns the law that does not hold. */
  public Law law() {
    return law;
  }

  /** Returns the timeline on which it does not hold. */
  public Timeline timeline() {
    return timeline;
  }
}
