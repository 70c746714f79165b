package dev.rejoin.crdt.bench;

/** The part of a document that is written by the program, between two comments. */
final class Readme {

  static final String BEGIN = "<!-- figures: begin; written by -Dbench=table, not by hand -->\n";
  static final String END = "<!-- figures: end -->\n";

  private Readme() {}

  /**
   * Returns {@code document} with {@code figures} between its two comments.
   *
   * @throws IllegalStateException if it does not have each of them once, in that order
   */
  static String with(String document, String figures) {
    int begin = only(document, BEGIN) + BEGIN.length();
    int end = only(document, END);
    if (end < begin) {
      throw new IllegalStateException("the document must have '" + BEGIN + "' before '" + END + "'");
    }
    return document.substring(0, begin) + "\n" + figures + "\n" + document.substring(end);
  }

  private static int only(String document, String comment) {
    int at = document.indexOf(comment);
    if (at < 0 || document.indexOf(comment, at + 1) >= 0) {
      throw new IllegalStateException(
          "the document must have this line exactly once: " + comment.strip());
    }
    return at;
  }
}
