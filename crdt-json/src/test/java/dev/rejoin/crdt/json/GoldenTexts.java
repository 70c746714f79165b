package dev.rejoin.crdt.json;

import java.util.List;

/** Texts that are hard to write, to order or to keep as names of fields. */
final class GoldenTexts {

  static final List<String> ALL =
      List.of(
          "",
          " ",
          "\"quoted\"",
          "back\\slash",
          "a/b",
          "\b\t\n\f\r",
          "\u0000\u0001\u000b\u001a\u001f",
          "\u007f\u0080\u009f",
          "\u2028\u2029",
          "\u00e9",
          "e\u0301",
          "\u65e5\u672c",
          "\ud83d\ude00",
          "\uff5e",
          "\ufeff",
          "\uffff",
          "10",
          "2",
          "-0",
          "null",
          "true",
          "__proto__",
          "constructor",
          "type",
          "$ref",
          "<script>");

  /** Those that a replica can be called. */
  static final List<String> IDS = ALL.stream().filter(text -> !text.isEmpty()).toList();

  private GoldenTexts() {}
}
