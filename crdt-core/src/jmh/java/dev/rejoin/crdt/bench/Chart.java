package dev.rejoin.crdt.bench;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * A picture of several small diagrams on the same axes, both of them logarithmic, as SVG. Equal
 * charts give equal texts.
 */
final class Chart {

  /**
   * One diagram.
   *
   * @param title what is measured
   * @param ours nanoseconds by size
   * @param pekko likewise, may be empty
   */
  record Panel(String title, SortedMap<Integer, Double> ours, SortedMap<Integer, Double> pekko) {

    private DoubleStream nanos() {
      return Stream.of(ours, pekko)
          .map(Map::values)
          .flatMap(Collection::stream)
          .mapToDouble(Double::doubleValue);
    }
  }

  /** The text at the end of a line. */
  private record Label(String style, String text, double x, double y) {}

  private static final int COLUMNS = 3;
  private static final int PANEL_WIDTH = 312;
  private static final int PLOT_WIDTH = 150;
  private static final int PLOT_HEIGHT = 176;
  private static final int LEFT = 64;
  private static final int RIGHT = 16;
  private static final int HEAD = 46;
  private static final int ABOVE = 30;
  private static final int PANEL_HEIGHT = ABOVE + PLOT_HEIGHT + 52;
  private static final int LINE_HEIGHT = 15;

  private static final String STYLE =
      """
      <style>
        text { font: 12px system-ui, -apple-system, "Segoe UI", "DejaVu Sans", sans-serif; fill: #1f2328 }
        .paper { fill: #ffffff }
        .head { font-size: 15px; font-weight: 600 }
        .title { font-weight: 600 }
        .tick { font-size: 11px; fill: #59636e }
        .grid { stroke: #d8dee4; stroke-width: 1 }
        .line { fill: none; stroke-width: 2 }
        .line.pekko { stroke-dasharray: 5 3 }
        .line.rejoin { stroke: #0a58ca }
        .dot.rejoin, .end.rejoin { fill: #0a58ca }
        .line.pekko { stroke: #a84300 }
        .dot.pekko, .end.pekko { fill: #a84300 }
        .end { stroke: #ffffff; stroke-width: 3; paint-order: stroke }
        @media (prefers-color-scheme: dark) {
          text { fill: #f0f6fc }
          .paper { fill: #0d1117 }
          .tick { fill: #9198a1 }
          .grid { stroke: #30363d }
          .line.rejoin { stroke: #6cb6ff }
          .dot.rejoin, .end.rejoin { fill: #6cb6ff }
          .line.pekko { stroke: #ffa657 }
          .dot.pekko, .end.pekko { fill: #ffa657 }
          .end { stroke: #0d1117 }
        }
      </style>
      """;

  private final String title;
  private final String across;
  private final List<Panel> panels;
  private final int lowest;
  private final int highest;
  private final int first;
  private final int last;
  private final StringBuilder svg = new StringBuilder();

  Chart(String title, String across, List<Panel> panels) {
    this.title = title;
    this.across = across;
    this.panels = List.copyOf(panels);
    lowest = (int) Math.floor(Math.log10(nanos().min().orElseThrow()));
    highest = (int) Math.ceil(Math.log10(nanos().max().orElseThrow()));
    first = (int) Math.floor(Math.log10(sizes().min().orElseThrow()));
    last = (int) Math.ceil(Math.log10(sizes().max().orElseThrow()));
  }

  private DoubleStream nanos() {
    return panels.stream().flatMapToDouble(Panel::nanos);
  }

  private DoubleStream sizes() {
    return panels.stream()
        .flatMap(panel -> panel.ours.keySet().stream())
        .mapToDouble(Integer::doubleValue);
  }

  /** Returns the picture. */
  String svg() {
    svg.setLength(0);
    int rows = (panels.size() + COLUMNS - 1) / COLUMNS;
    int width = COLUMNS * PANEL_WIDTH + RIGHT;
    int height = HEAD + rows * PANEL_HEIGHT;
    line(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\""
            + " viewBox=\"0 0 %d %d\" role=\"img\">",
        width, height, width, height);
    line("<title>%s</title>", escaped(title));
    svg.append(STYLE);
    line("<rect class=\"paper\" width=\"%d\" height=\"%d\"/>", width, height);
    line("<text class=\"head\" x=\"16\" y=\"28\">%s</text>", escaped(title));
    for (int i = 0; i < panels.size(); i++) {
      line(
          "<g transform=\"translate(%d %d)\">",
          i % COLUMNS * PANEL_WIDTH + LEFT, HEAD + i / COLUMNS * PANEL_HEIGHT + ABOVE);
      draw(panels.get(i));
      line("</g>");
    }
    return svg.append("</svg>\n").toString();
  }

  private void draw(Panel panel) {
    line("<text class=\"title\" x=\"0\" y=\"-12\">%s</text>", escaped(panel.title));
    axes();
    List<Label> labels = new ArrayList<>();
    if (!panel.pekko.isEmpty()) {
      labels.add(curve("pekko", "Pekko", panel.pekko));
    }
    labels.add(curve("rejoin", "Rejoin", panel.ours));
    apart(labels).forEach(this::draw);
  }

  private void axes() {
    for (int power = lowest; power <= highest; power++) {
      double y = y(Math.pow(10, power));
      line("<path class=\"grid\" d=\"M0 %.1fH%d\"/>", y, PLOT_WIDTH);
      line(
          "<text class=\"tick\" text-anchor=\"end\" x=\"-7\" y=\"%.1f\">%s</text>",
          y + 4, unit(power));
    }
    for (int power = first; power <= last; power++) {
      double x = x(Math.pow(10, power));
      line("<path class=\"grid\" d=\"M%.1f 0V%d\"/>", x, PLOT_HEIGHT);
      line(
          "<text class=\"tick\" text-anchor=\"middle\" x=\"%.1f\" y=\"%d\">%s</text>",
          x, PLOT_HEIGHT + 16, count(power));
    }
    line(
        "<text class=\"tick\" text-anchor=\"middle\" x=\"%.1f\" y=\"%d\">%s</text>",
        PLOT_WIDTH / 2.0, PLOT_HEIGHT + 32, escaped(across));
    line(
        "<text class=\"tick\" text-anchor=\"middle\" transform=\"translate(-53 %.1f)"
            + " rotate(-90)\">time of a call</text>",
        PLOT_HEIGHT / 2.0);
  }

  private Label curve(String style, String name, SortedMap<Integer, Double> nanos) {
    List<String> points = new ArrayList<>();
    nanos.forEach((n, time) -> points.add(format("%.1f %.1f", x(n), y(time))));
    line("<path class=\"line %s\" d=\"M%s\"/>", style, String.join("L", points));
    nanos.forEach((n, time) -> mark(style, x(n), y(time)));
    double end = nanos.get(nanos.lastKey());
    return new Label(style, name + " " + Rounded.time(end), x(nanos.lastKey()) + 8, y(end));
  }

  private void mark(String style, double x, double y) {
    if (style.equals("pekko")) {
      line("<rect class=\"dot pekko\" x=\"%.1f\" y=\"%.1f\" width=\"6\" height=\"6\"/>", x - 3, y - 3);
    } else {
      line("<circle class=\"dot rejoin\" cx=\"%.1f\" cy=\"%.1f\" r=\"3.2\"/>", x, y);
    }
  }

  /** Returns the labels moved up and down, each by as much, until there is a line between them. */
  private static List<Label> apart(List<Label> labels) {
    if (labels.size() < 2) {
      return labels;
    }
    Label a = labels.get(0);
    Label b = labels.get(1);
    double missing = Math.max(0, LINE_HEIGHT - Math.abs(a.y - b.y)) / 2;
    double up = a.y <= b.y ? -missing : missing;
    return List.of(
        new Label(a.style, a.text, a.x, a.y + up), new Label(b.style, b.text, b.x, b.y - up));
  }

  private void draw(Label label) {
    line(
        "<text class=\"end %s\" x=\"%.1f\" y=\"%.1f\">%s</text>",
        label.style, label.x, label.y + 4, escaped(label.text));
  }

  private double x(double n) {
    return (Math.log10(n) - first) / (last - first) * PLOT_WIDTH;
  }

  private double y(double nanos) {
    return PLOT_HEIGHT - (Math.log10(nanos) - lowest) / (highest - lowest) * PLOT_HEIGHT;
  }

  private static String unit(int power) {
    int unit = Math.min(power / 3, 3);
    return format("%.0f %s", Math.pow(10, power - 3 * unit), List.of("ns", "µs", "ms", "s").get(unit));
  }

  private static String count(int power) {
    int unit = Math.min(power / 3, 2);
    return format("%.0f%s", Math.pow(10, power - 3 * unit), List.of("", "k", "M").get(unit));
  }

  private void line(String format, Object... arguments) {
    svg.append(format(format, arguments)).append('\n');
  }

  private static String format(String format, Object... arguments) {
    return String.format(Locale.ROOT, format, arguments);
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
