package dev.rejoin.crdt.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.fasterxml.jackson.databind.JsonMappingException.Reference;
import java.io.IOException;
import java.util.List;

/** Shows parts of the input in messages, so that none breaks a line or is very long. */
final class Excerpt {

  private static final int LONGEST = 80;
  private static final int LONGEST_LINE = 400;

  private Excerpt() {}

  /** Returns the beginning of {@code text} in quotes. */
  static String quoted(String text) {
    return '"' + escaped(text) + '"';
  }

  /** Returns the beginning of a content's text, in quotes if it is one. */
  static String shown(Object content) {
    return content instanceof String text ? quoted(text) : escaped(content.toString());
  }

  /** Returns the beginning of {@code text}, escaped as in JSON. */
  static String escaped(String text) {
    return String.valueOf(JsonStringEncoder.getInstance().quoteAsString(cut(text, LONGEST)));
  }

  /** Returns the beginning of {@code message} as one line. */
  static String line(String message) {
    return cut(message, LONGEST_LINE).replaceAll("[\\p{Cc}\u2028\u2029]", "?");
  }

  private static String cut(String text, int longest) {
    return text.length() <= longest ? text : text.substring(0, longest) + "...";
  }

  /** Returns what the parser stands at, as in {@code "text"}, {@code 1.5} or {@code an object}. */
  static String current(JsonParser parser) throws IOException {
    JsonToken token = parser.currentToken();
    if (token == null) {
      return "the end of the input";
    }
    return switch (token) {
      case START_OBJECT -> "an object";
      case END_OBJECT -> "the end of the object";
      case START_ARRAY -> "an array";
      case END_ARRAY -> "the end of the array";
      case FIELD_NAME, VALUE_STRING -> quoted(parser.getText());
      case VALUE_EMBEDDED_OBJECT, NOT_AVAILABLE -> "something else";
      default -> escaped(parser.getText());
    };
  }

  /** Returns a path as in {@code $.live[2][1]}. */
  static String path(List<Reference> path) {
    StringBuilder text = new StringBuilder("$");
    for (Reference step : path) {
      if (step.getFieldName() == null) {
        text.append('[').append(step.getIndex()).append(']');
      } else if (step.getFieldName().matches("[A-Za-z_][A-Za-z0-9_]*")) {
        text.append('.').append(escaped(step.getFieldName()));
      } else {
        text.append("[").append(quoted(step.getFieldName())).append("]");
      }
    }
    return text.toString();
  }
}
