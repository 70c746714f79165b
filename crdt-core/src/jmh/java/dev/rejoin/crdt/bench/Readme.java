package dev.rejoin.crdt.bench;

/**
 * A part of a document that is written by the program, between two comments.
 *
 * @param name what the comments call it
 */
record Readme(String name) {

  String begin() {
    return "<!-- " + name + ": begin; written by -Dbench=table, not by hand -->\n";
  }

  String end() {
    return "<!-- " + name + ": end -->\n";
  }

  /**
   * Returns {@code document} with {@code figures} between its two comments.
   *
   * @throws IllegalStateException if it does not have each of them once, in that order
   */
  String with(String document, String figures) {
    int begin = only(document, begin()) + begin().length();
    int end = only(document, end());
    if (end < begin) {
      throw new IllegalStateException(
          "the document must have '" + begin() + "' before '" + end() + "'");
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
