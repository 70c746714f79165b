package dev.rejoin.crdt.example;

import dev.rejoin.crdt.Author;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What a device can do to its document. */
enum Verb {
  ADD(Argument.TEXT),
  REMOVE(Argument.TEXT),
  TITLE(Argument.TEXT),
  SPEND(Argument.AMOUNT),
  EARN(Argument.AMOUNT),
  VISIT(Argument.NONE);

  /** What a verb takes. */
  enum Argument {
    TEXT,
    AMOUNT,
    NONE
  }

  private final Argument argument;

  Verb(Argument argument) {
    this.argument = argument;
  }

  static List<String> words() {
    return Arrays.stream(values()).map(Verb::word).toList();
  }

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  Argument argument() {
    return argument;
  }

  /** Returns the document after this edit of it, with an argument as a script gives it. */
  Household apply(Household document, Author me, String text) {
    return switch (this) {
      case ADD -> document.add(me, text);
      case REMOVE -> document.remove(text);
      case TITLE -> document.rename(me, text);
      case SPEND -> document.spend(me, Long.parseLong(text));
      case EARN -> document.earn(me, Long.parseLong(text));
      case VISIT -> document.visit(me);
    };
  }
}
