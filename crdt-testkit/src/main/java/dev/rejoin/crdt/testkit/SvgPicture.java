package dev.rejoin.crdt.testkit;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * A {@link Picture} as an SVG document: below the law, what it says and why, a column for each
 * replica, in which time runs downwards.
 *
 * <p>What goes where follows from the lengths of the texts: each text has a place of its own, in
 * which no other can be, and says how wide it is to be drawn, whatever font there is.
 */
final class SvgPicture {

  private static final int MARGIN = 28;
  private static final int STEPS = 44; // the width of the numbers of the steps
  private static final int GAP = 72; // between columns, for arrows
  private static final int ROW = 60;
  private static final int LONGEST = 34; // of a text in a column, in characters

  private static final Map<Picture.Kind, String> ARROWS =
      Map.of(
          Picture.Kind.WHOLE,
          "whole",
          Picture.Kind.EARLIER,
          "earlier",
          Picture.Kind.DELTA,
          "delta",
          Picture.Kind.LOST,
          "lost");

  private final Picture picture;
  private final SvgHeader header;
  private final SvgCanvas canvas = new SvgCanvas();
  private final int[] centers; // of the columns
  private final int[] widths; // of the columns
  private final int width;
  private int top;

  SvgPicture(Picture picture) {
    this.picture = picture;
    this.header = new SvgHeader(picture);
    this.widths = columns(picture);
    int columns = 2 * MARGIN + STEPS + Arrays.stream(widths).sum() + GAP * (widths.length - 1);
    this.width = Math.max(columns, header.width() + 2 * MARGIN);
    int spare = (width - columns) / (widths.length + 1);
    this.centers = new int[widths.length];
    int left = MARGIN + STEPS + spare;
    for (int i = 0; i < widths.length; i++) {
      centers[i] = left + widths[i] / 2;
      left += widths[i] + GAP + spare;
    }
  }

  private static int[] columns(Picture picture) {
    int[] widths = picture.start().stream().mapToInt(SvgPicture::boxWidth).toArray();
    for (Picture.Row row : picture.rows()) {
      int caption = (int) SvgCanvas.width(Report.cut(caption(row), LONGEST), SvgCanvas.SMALL);
      widths[row.to()] = Math.max(widths[row.to()], Math.max(caption, boxWidth(row.cell())));
    }
    return widths;
  }

  /** Returns the whole document. */
  String draw() {
    top = header.draw(canvas, MARGIN, width - MARGIN) + 38;
    int first = top;
    int last = first + ROW * picture.rows().size();
    for (int i = 0; i < centers.length; i++) {
      canvas.line("life", centers[i], first, centers[i], last + ROW);
    }
    for (int i = 0; i < picture.rows().size(); i++) {
      arrow(picture.rows().get(i), first, i + 1);
    }
    for (int i = 0; i < centers.length; i++) {
      canvas.disc("head", centers[i], first - 6, 15);
      canvas.text("name", centers[i], first - 1, SvgCanvas.LARGE, History.name(i), History.name(i));
      box(centers[i], first, picture.start().get(i));
    }
    for (int i = 0; i < picture.rows().size(); i++) {
      row(picture.rows().get(i), first + ROW * (i + 1), i + 1);
    }
    top = last + ROW + 26;
    legend();
    return canvas.document(width, top + 14, picture.law() + ": " + picture.claim());
  }

  private void row(Picture.Row row, int y, int step) {
    int center = centers[row.to()];
    String number = String.valueOf(step);
    canvas.left("step", MARGIN, y + 41, SvgCanvas.SMALL, number, number);
    String caption = caption(row);
    String cut = Report.cut(caption, LONGEST);
    if (row.kind() == Picture.Kind.NOTHING || row.kind() == Picture.Kind.LOST) {
      canvas.text("caption", center, y + 41, SvgCanvas.SMALL, cut, caption);
    } else {
      canvas.text("caption", center, y + 17, SvgCanvas.SMALL, cut, caption);
      box(center, y, row.cell());
    }
  }

  private static String caption(Picture.Row row) {
    return switch (row.kind()) {
      case EDIT, NOTHING, LOST -> row.text();
      case WHOLE -> "merges " + History.name(row.from());
      case EARLIER -> "merges " + row.text();
      case DELTA -> "delta " + row.text();
    };
  }

  private void box(int center, int y, Picture.Cell cell) {
    int box = boxWidth(cell);
    int tag = tagWidth(cell);
    int left = center - box / 2;
    String style = cell == Picture.Cell.FAILED ? "failed" : tag > 0 ? "marked" : "cell";
    canvas.box(style, left, y + 24, box, 26);
    if (tag > 0) {
      String marks = String.join(", ", cell.marks());
      canvas.box("tag", left, y + 24, tag, 26);
      canvas.text("onTag", left + tag / 2, y + 41, SvgCanvas.MEDIUM, marks, marks);
    }
    String value = Report.cut(cell.value(), LONGEST);
    canvas.text(
        "value", left + tag + (box - tag) / 2, y + 41, SvgCanvas.MEDIUM, value, cell.value());
  }

  private static int tagWidth(Picture.Cell cell) {
    return cell.marks().isEmpty()
        ? 0
        : (int) SvgCanvas.width(String.join(", ", cell.marks()), SvgCanvas.MEDIUM) + 14;
  }

  private static int boxWidth(Picture.Cell cell) {
    String value = Report.cut(cell.value(), LONGEST);
    return tagWidth(cell) + Math.max(36, (int) SvgCanvas.width(value, SvgCanvas.MEDIUM) + 20);
  }

  /** Draws a message: a late one from where it was sent, any other on the line of its step. */
  private void arrow(Picture.Row row, int first, int step) {
    String style = ARROWS.get(row.kind());
    if (style == null || row.from() == row.to()) {
      return;
    }
    int towards = row.from() < row.to() ? 1 : -1;
    int from = centers[row.from()];
    int to = centers[row.to()];
    int gap = row.kind() == Picture.Kind.LOST ? 9 : 2;
    int end = to - towards * (boxWidth(row.cell()) / 2 + gap);
    int y = first + 37;
    if (row.kind() == Picture.Kind.EARLIER) {
      canvas.arrow(
          style,
          new int[] {
            from + towards * boxWidth(sent(row)) / 2,
            from + towards * (widths[row.from()] / 2 + 8),
            to - towards * (widths[row.to()] / 2 + 20),
            end
          },
          y + ROW * row.sentAt(),
          y + ROW * step);
    } else {
      canvas.disc(style, from, y + ROW * step, 4);
      canvas.arrow(style, new int[] {from, from, from, end}, y + ROW * step, y + ROW * step);
    }
  }

  private Picture.Cell sent(Picture.Row row) {
    return row.sentAt() == 0
        ? picture.start().get(row.from())
        : picture.rows().get(row.sentAt() - 1).cell();
  }

  private void legend() {
    List<Picture.Kind> used = picture.rows().stream().map(Picture.Row::kind).toList();
    int left = MARGIN;
    for (Picture.Kind kind : Picture.Kind.values()) {
      String style = ARROWS.get(kind);
      if (style != null && used.contains(kind)) {
        canvas.arrow(style, new int[] {left, left, left, left + 40}, top - 4, top - 4);
        canvas.left("step", left + 52, top, SvgCanvas.SMALL, kind.meaning(), kind.meaning());
        left += 52 + (int) SvgCanvas.width(kind.meaning(), SvgCanvas.SMALL) + 28;
      }
    }
  }
}
