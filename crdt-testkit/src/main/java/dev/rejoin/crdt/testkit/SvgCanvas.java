package dev.rejoin.crdt.testkit;

import java.util.Locale;

/** The shapes of an SVG document, and what they look like. */
final class SvgCanvas {

  static final int SMALL = 12;
  static final int MEDIUM = 13;
  static final int LARGE = 15;

  /** The width of a character in a font of size one, as most monospaced fonts have it. */
  private static final double ADVANCE = 0.602;

  /**
   * Colours that stay apart for colour-blind readers; lines that mean different things also differ
   * in their dashes. The background is part of the picture, so it reads on dark pages, too.
   */
  private static final String STYLE =
      """
      <style>
      text { font-family: 'DejaVu Sans Mono', Menlo, Consolas, 'Liberation Mono', monospace; \
      fill: #1f2328; }
      text.claim, text.name, text.onLaw, text.onTag { font-weight: bold; }
      text.onLaw, text.onTag, text.name { fill: #ffffff; }
      text.reason { fill: #57606a; }
      text.step { fill: #57606a; }
      text.caption { fill: #424a53; paint-order: stroke; stroke: #fdfdfc; stroke-width: 5px; }
      rect.page { fill: #fdfdfc; stroke: #d0d7de; }
      rect.law { fill: #a4262c; }
      rect.cell { fill: #ffffff; stroke: #8c959f; stroke-width: 1.2; }
      rect.marked { fill: #fff8e1; stroke: #1f2328; stroke-width: 2; }
      rect.failed { fill: #fdecea; stroke: #a4262c; stroke-width: 2; }
      rect.tag { fill: #1f2328; }
      line.life { stroke: #d0d7de; stroke-width: 2; }
      line.rule { stroke: #d0d7de; }
      circle.head { fill: #424a53; }
      circle.whole { fill: #0072b2; }
      circle.lost { fill: #8c959f; }
      circle.delta { fill: #00795a; }
      path.arrow { fill: none; stroke-width: 2.4; stroke-linejoin: round; }
      path.whole { stroke: #0072b2; marker-end: url(#whole); }
      path.earlier { stroke: #d55e00; stroke-dasharray: 8 5; marker-end: url(#earlier); }
      path.lost { stroke: #8c959f; stroke-dasharray: 1 5; marker-end: url(#lost); }
      path.delta { stroke: #00795a; stroke-dasharray: 2 4; marker-end: url(#delta); }
      </style>
      <defs>
      <marker id="whole" markerUnits="userSpaceOnUse" markerWidth="13" markerHeight="12" refX="12" \
      refY="6" orient="auto"><path d="M0,0 L12,6 L0,12 z" fill="#0072b2"/></marker>
      <marker id="earlier" markerUnits="userSpaceOnUse" markerWidth="13" markerHeight="12" \
      refX="12" refY="6" orient="auto"><path d="M0,0 L12,6 L0,12 z" fill="#d55e00"/></marker>
      <marker id="delta" markerUnits="userSpaceOnUse" markerWidth="13" markerHeight="12" refX="12" \
      refY="6" orient="auto"><path d="M0,0 L12,6 L0,12 z" fill="#00795a"/></marker>
      <marker id="lost" markerUnits="userSpaceOnUse" markerWidth="12" markerHeight="12" refX="6" \
      refY="6" orient="auto"><path d="M1,1 L11,11 M11,1 L1,11" stroke="#8c959f" \
      stroke-width="2.4"/></marker>
      </defs>
      """;

  private final StringBuilder shapes = new StringBuilder();

  /** Returns how wide a text is; characters of the East and pictograms take two places. */
  static double width(String text, int size) {
    return text.codePoints().map(c -> c < 0x1100 ? 1 : 2).sum() * ADVANCE * size;
  }

  void box(String style, int x, int y, int width, int height) {
    add(
        "<rect class='%s' x='%d' y='%d' width='%d' height='%d' rx='5'/>",
        style, x, y, width, height);
  }

  void disc(String style, int x, int y, int radius) {
    add("<circle class='%s' cx='%d' cy='%d' r='%d'/>", style, x, y, radius);
  }

  void line(String style, int x1, int y1, int x2, int y2) {
    add("<line class='%s' x1='%d' y1='%d' x2='%d' y2='%d'/>", style, x1, y1, x2, y2);
  }

  /** Draws an arrow through four places: it is level at both ends, and aslant in between. */
  void arrow(String style, int[] x, int begin, int end) {
    add(
        "<path class='%s' d='M%d,%d H%d L%d,%d H%d'/>",
        style + " arrow", x[0], begin, x[1], x[2], end, x[3]);
  }

  /** Draws a text around that place. */
  void text(String style, int x, int y, int size, String text, String full) {
    text(style, "middle", x, y, size, text, full);
  }

  /** Draws a text from that place on. */
  void left(String style, int x, int y, int size, String text, String full) {
    text(style, "start", x, y, size, text, full);
  }

  private void text(String style, String anchor, int x, int y, int size, String text, String full) {
    if (text.isEmpty()) {
      return;
    }
    String title = text.equals(full) ? "" : "<title>" + escaped(full) + "</title>";
    add(
        "<text class='%s' x='%d' y='%d' font-size='%d' text-anchor='%s' textLength='%.1f'"
            + " lengthAdjust='spacingAndGlyphs'>%s%s</text>",
        style, x, y, size, anchor, width(text, size), escaped(text), title);
  }

  private void add(String shape, Object... values) {
    shapes.append(String.format(Locale.ROOT, shape, values)).append('\n');
  }

  /** Returns all that was drawn. */
  String document(int width, int height, String title) {
    return """
    <?xml version="1.0" encoding="UTF-8"?>
    <svg xmlns="http://www.w3.org/2000/svg" role="img" width="%1$d" height="%2$d" \
    viewBox="0 0 %1$d %2$d">
    <title>%3$s</title>
    %4$s<rect class="page" x="0.5" y="0.5" width="%5$d" height="%6$d" rx="8"/>
    %7$s</svg>
    """
        .formatted(width, height, escaped(title), STYLE, width - 1, height - 1, shapes);
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
