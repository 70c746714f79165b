package dev.rejoin.crdt.example;

import java.io.PrintStream;
import java.util.List;

/** Prints lines of at most 100 characters, the same on every system. */
final class Page {

  private static final int WIDTH = 100;

  private final PrintStream out;

  Page(PrintStream out) {
    this.out = out;
  }

  void line(String text) {
    out.print(text.stripTrailing() + "\n");
  }

  /** Returns what must stay in one piece: an item of a list with its comma, or all of a text. */
  static List<String> pieces(String text) {
    return List.of(text.split("(?<=,) "));
  }

  /** Prints {@code head}, and {@code text} from the column {@code indent} on, broken at spaces. */
  void hanging(String head, int indent, String text) {
    hanging(head, indent, List.of(text.split(" ")));
  }

  /** Prints {@code head}, and from the column {@code indent} on the pieces, none of them broken. */
  void hanging(String head, int indent, List<String> pieces) {
    StringBuilder line = new StringBuilder(head);
    boolean begun = head.length() >= indent; // then the head has a line of its own
    for (String piece : pieces) {
      if (begun && line.length() + 1 + piece.length() > WIDTH) {
        line(line.toString());
        line.setLength(0);
        begun = false;
      }
      line.append(begun ? " " : " ".repeat(indent - line.length())).append(piece);
      begun = true;
    }
    line(line.toString());
  }
}
