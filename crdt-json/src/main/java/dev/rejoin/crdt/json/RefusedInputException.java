package dev.rejoin.crdt.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import java.util.List;

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
    return getOriginalMessage() + ", at " + path(getPath()) + "\n at " + getLocation();
  }

  /** Returns a path as in {@code $.live[2][1]}. */
  static String path(List<Reference> path) {
    StringBuilder text = new StringBuilder("$");
    for (Reference step : path) {
      if (step.getFieldName() == null) {
        text.append('[').append(step.getIndex()).append(']');
      } else if (step.getFieldName().matches("[A-Za-z_][A-Za-z0-9_]*")) {
        text.append('.').append(Excerpt.escaped(step.getFieldName()));
      } else {
        text.append("[").append(Excerpt.quoted(step.getFieldName())).append("]");
      }
    }
    return text.toString();
  }
}
