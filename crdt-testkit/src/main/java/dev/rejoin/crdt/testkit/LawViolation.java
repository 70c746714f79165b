package dev.rejoin.crdt.testkit;

import org.jspecify.annotations.Nullable;

/**
 * A law does not hold. The message names the law first, then shows the equation with both sides and
 * what its names stand for, a picture of the timeline with one column for each replica, the reason
 * as far as the history tells it, and the timeline as a test in Java. So a test can also say that a
 * type is rejected, and how:
 *
 * <pre>{@code
 * LawViolation violation =
 *     assertThrows(LawViolation.class, () -> CrdtVerifier.of(summed).verify());
 *
 * assertEquals(Law.IDEMPOTENT, violation.law());
 * assertEquals(Timeline.of(edit(0, 0)), violation.timeline());
 * Files.writeString(folder.resolve("summed.svg"), violation.svg());
 * }</pre>
 */
public final class LawViolation extends AssertionError {

  private static final long serialVersionUID = 1;

  private final Law law;
  private final transient Timeline timeline;
  private final transient Picture picture;

  LawViolation(Timeline timeline, String message, @Nullable Throwable cause, Picture picture) {
    super(message, cause);
    this.law = picture.law();
    this.timeline = timeline;
    this.picture = picture;
  }

  /** Returns the law that does not hold. */
  public Law law() {
    return law;
  }

  /** Returns the timeline on which it does not hold. */
  public Timeline timeline() {
    return timeline;
  }

  /** Returns the picture of the timeline as an SVG document. */
  public String svg() {
    return new SvgPicture(picture).draw();
  }

  /** Returns the same violation, thrown at the same place, that says one thing more. */
  LawViolation saying(String more) {
    LawViolation violation =
        new LawViolation(timeline, getMessage() + "\n\n" + more, getCause(), picture);
    violation.setStackTrace(getStackTrace());
    return violation;
  }
}
