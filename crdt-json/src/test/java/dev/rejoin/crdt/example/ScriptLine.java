package dev.rejoin.crdt.example;

import java.util.List;
import java.util.Locale;

/** One line of a script without its comment, as words. */
record ScriptLine(List<String> words) {

  ScriptLine {
    words = List.copyOf(words);
  }

  static ScriptLine of(String line) {
    String bare = withoutComment(line).strip();
    return new ScriptLine(bare.isEmpty() ? List.of() : List.of(bare.split("\\s+")));
  }

  private static String withoutComment(String line) {
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '"') {
        quoted = !quoted;
      } else if (c == '#' && !quoted && (i == 0 || Character.isWhitespace(line.charAt(i - 1)))) {
        return line.substring(0, i);
      }
    }
    check(!quoted, "quote is not closed");
    return line;
  }

  /** Throws, with that reason in the manner of {@link String#format}, unless all is well. */
  static void check(boolean well, String reason, Object... values) {
    if (!well) {
      throw new IllegalArgumentException(String.format(Locale.ROOT, reason, values));
    }
  }

  boolean isBlank() {
    return words.isEmpty();
  }

  /** Returns the word at that index, or no text where the line has ended. */
  String word(int index) {
    return index < words.size() ? words.get(index) : "";
  }

  /** Returns this line if it has as many words as {@code form}. */
  ScriptLine as(String form) {
    check(words.size() == form.split(" ").length, "expected '%s', was '%s'", form, this);
    return this;
  }

  /** Returns the words from that index on, or no text where the line has ended. */
  String from(int index) {
    return String.join(" ", words.subList(Math.min(index, words.size()), words.size()));
  }

  /** Returns what a part of this line says, without quotes; {@code form} is that of the line. */
  String text(String part, String form, int longest) {
    String text = part.strip();
    if (text.length() > 1 && text.startsWith("\"") && text.endsWith("\"")) {
      text = text.substring(1, text.length() - 1).strip();
    }
    check(!text.isEmpty(), "expected '%s', was '%s'", form, this);
    check(!text.contains("\""), "quotes must stand around the whole text, was '%s'", text);
    int length = text.codePointCount(0, text.length());
    check(length <= longest, "text must not exceed %s characters, had %s", longest, length);
    text.codePoints().filter(Character::isISOControl).findFirst().ifPresent(ScriptLine::refuse);
    return text;
  }

  private static void refuse(int control) {
    check(false, "text must not hold control characters, had U+%04X", control);
  }

  /** Returns the words with one space between two of them. */
  @Override
  public String toString() {
    return String.join(" ", words);
  }
}
