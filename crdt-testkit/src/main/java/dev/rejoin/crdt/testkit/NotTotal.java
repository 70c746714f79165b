package dev.rejoin.crdt.testkit;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A function of the subject gave no answer: it threw, or returned null. */
final class NotTotal extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final transient List<Object> arguments;

  private NotTotal(String message, @Nullable Throwable cause, List<Object> arguments) {
    super(message, cause);
    this.arguments = arguments;
  }

  static NotTotal threw(String call, Throwable cause, Object... arguments) {
    return new NotTotal(call + " must not throw, but threw " + cause, cause, List.of(arguments));
  }

  static NotTotal returnedNull(String call, Object... arguments) {
    return new NotTotal(call + " must return a state, but returned null", null, List.of(arguments));
  }

  /** Returns the failure that is told by that claim alone. */
  static NotTotal that(String claim) {
    return new NotTotal(claim, null, List.of());
  }

  /** Returns what the function was asked about. */
  List<Object> arguments() {
    return arguments;
  }
}
