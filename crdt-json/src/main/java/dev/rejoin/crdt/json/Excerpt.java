package dev.rejoin.crdt.json;

import java.util.Locale;

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
    StringBuilder escaped = new StringBuilder();
    cut(text, LONGEST).chars().forEach(character -> append((char) character, escaped));
    return escaped.toString();
  }

  private static void append(char character, StringBuilder escaped) {
    switch (character) {
      case '"', '\\' -> escaped.append('\\').append(character);
      case '\b' -> escaped.append("\\b");
      case '\t' -> escaped.append("\\t");
      case '\n' -> escaped.append("\\n");
      case '\f' -> escaped.append("\\f");
      case '\r' -> escaped.append("\\r");
      default -> {
        if (character < ' ') {
          escaped.append(String.format(Locale.ROOT, "\\u%04X", (int) character));
        } else {
          escaped.append(character);
        }
      }
    }
  }

  /** Returns the beginning of {@code message} as one line. */
  static String line(String message) {
    return cut(message, LONGEST_LINE).replaceAll("[\\p{Cc}\u2028\u2029]", "?");
  }

  private static String cut(String text, int longest) {
    return text.length() <= longest ? text : text.substring(0, longest) + "...";
  }
}
