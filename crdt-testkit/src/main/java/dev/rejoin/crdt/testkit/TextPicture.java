package dev.rejoin.crdt.testkit;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A {@link Picture} in plain ASCII, which every console can show: one line for each step, without a
 * blank line, since jqwik drops those.
 */
final class TextPicture {

  /** Longer values are cut. */
  private static final int LONGEST = 36;

  private static final int NARROWEST = 12;

  /** Where the first column begins: after the number of the step. */
  private static final int LEFT = 6;

  private final Picture picture;
  private final int[] columns; // where each begins

  TextPicture(Picture picture) {
    this.picture = picture;
    this.columns = columns(picture);
  }

  private static int[] columns(Picture picture) {
    int[] widths = new int[picture.start().size()];
    Arrays.fill(widths, NARROWEST);
    for (int i = 0; i < widths.length; i++) {
      widths[i] = Math.max(widths[i], picture.start().get(i).text(LONGEST).length());
    }
    for (Picture.Row row : picture.rows()) {
      int left = Math.min(row.from(), row.to());
      widths[left] = Math.max(widths[left], width(row));
      widths[row.to()] = Math.max(widths[row.to()], value(row).length());
    }
    int[] columns = new int[widths.length];
    int next = LEFT;
    for (int i = 0; i < widths.length; i++) {
      columns[i] = next;
      next += widths[i] + 3;
    }
    return columns;
  }

  /** Returns how much the left end of a row takes, with its arrow. */
  private static int width(Picture.Row row) {
    if (row.from() == row.to()) {
      return value(row).length();
    }
    int arrow = row.text().length() + 8;
    return row.from() < row.to() ? arrow : value(row).length() + arrow;
  }

  private static String value(Picture.Row row) {
    return switch (row.kind()) {
      case EDIT -> Report.cut(row.text(), LONGEST) + " => " + row.cell().text(LONGEST);
      case NOTHING -> row.text();
      case LOST -> "|";
      case WHOLE, EARLIER, DELTA -> row.cell().text(LONGEST);
    };
  }

  /** Returns the picture, without a line break at its end. */
  String draw() {
    StringBuilder text = new StringBuilder();
    StringBuilder names = blank("");
    StringBuilder start = blank("");
    for (int i = 0; i < columns.length; i++) {
      put(names, columns[i], History.name(i));
      put(start, columns[i], picture.start().get(i).text(LONGEST));
    }
    text.append(names).append('\n').append(start);
    for (int i = 0; i < picture.rows().size(); i++) {
      text.append('\n').append(draw(i + 1, picture.rows().get(i)));
    }
    return text.append(legend()).toString();
  }

  private String draw(int step, Picture.Row row) {
    StringBuilder line = blank("%4d".formatted(step));
    for (int column : columns) {
      put(line, column, "|");
    }
    int from = columns[row.from()];
    int to = columns[row.to()];
    String value = value(row);
    if (from < to) {
      arrow(line, from + 1, to - 2, row, "");
      put(line, to - 2, head(row.kind()) + " ");
    } else if (to < from) {
      arrow(line, to + value.length() + 2, from, row, row.kind() == Picture.Kind.LOST ? "x" : "<");
      put(line, to + value.length(), "  ");
    }
    put(line, to, value);
    return line.toString().stripTrailing();
  }

  /** Draws from the first position up to the second; columns in between can be seen through it. */
  private static void arrow(StringBuilder line, int begin, int end, Picture.Row row, String head) {
    for (int i = begin; i < end; i++) {
      if (line.charAt(i) != '|') {
        put(line, i, row.kind().line());
      }
    }
    put(line, begin, head);
    if (!row.text().isEmpty()) {
      put(line, (begin + end - row.text().length()) / 2, " " + row.text() + " ");
    }
  }

  private static String head(Picture.Kind kind) {
    return kind == Picture.Kind.LOST ? "x" : ">";
  }

  private String legend() {
    List<Picture.Kind> used = picture.rows().stream().map(Picture.Row::kind).toList();
    return Arrays.stream(Picture.Kind.values())
        .filter(kind -> used.contains(kind) && !kind.meaning().isEmpty())
        .map(kind -> kind.line().repeat(3) + head(kind) + " " + kind.meaning())
        .collect(
            Collectors.collectingAndThen(
                Collectors.joining("   "),
                legend -> legend.isEmpty() ? "" : "\n" + " ".repeat(LEFT) + legend));
  }

  private static StringBuilder blank(String begin) {
    return new StringBuilder(begin);
  }

  private static void put(StringBuilder line, int position, String text) {
    while (line.length() < position + text.length()) {
      line.append(' ');
    }
    line.replace(position, position + text.length(), text);
  }
}
