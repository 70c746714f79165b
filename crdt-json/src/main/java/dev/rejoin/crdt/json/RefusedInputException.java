package dev.rejoin.crdt.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;

/**
 * Says what is wrong with the input, and where: {@code count must ..., was 0, at $.counts.phone}.
 */
final class RefusedInputException extends MismatchedInputException {

  private static final long serialVersionUID = 1L;

  RefusedInputException(JsonParser parser, String reason) {
    super(parser, Excerpt.line(reason));
  }

  /** Passes on what the checks of a value say, or what failed in them. */
  RefusedInputException(JsonParser parser, RuntimeException cause) {
    this(parser, reason(cause));
    initCause(cause);
  }

  private static String reason(RuntimeException cause) {
    String message = cause.getMessage();
    return cause instanceof IllegalArgumentException && message != null
        ? message
        : cause.toString();
  }

  @Override
  public String getMessage() {
    return getOriginalMessage() + ", at " + Excerpt.path(getPath()) + "\n at " + getLocation();
  }
}
