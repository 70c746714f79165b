package dev.rejoin.crdt.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The upper part of an SVG picture, in words: the law, what its names stand for, and why. */
record SvgHeader(Picture picture) {

  private static final int LINE = 20;

  /** Longer lines are broken, or cut; in characters. */
  private static final int WIDEST = 92;

  /** So wide it is at least; in characters. */
  private static final int NARROWEST = 46;

  /** Returns how wide it is. */
  int width() {
    double lines =
        Stream.concat(facts().stream().map(fact -> Report.cut(fact, WIDEST)), reason().stream())
            .mapToDouble(line -> SvgCanvas.width(line, SvgCanvas.MEDIUM))
            .reduce(SvgCanvas.width("x".repeat(NARROWEST), SvgCanvas.MEDIUM), Math::max);
    double title = SvgCanvas.width(claim(), SvgCanvas.LARGE);
    return (int) Math.ceil(Math.max(lines, pill() + 12 + title));
  }

  /** Draws it between those two sides, and returns where it ends. */
  int draw(SvgCanvas canvas, int left, int right) {
    String law = picture.law().name();
    canvas.box("law", left, 22, pill(), 28);
    canvas.text("onLaw", left + pill() / 2, 41, SvgCanvas.LARGE, law, law);
    canvas.left("claim", left + pill() + 12, 41, SvgCanvas.LARGE, claim(), picture.claim());
    int y = 78;
    for (String fact : facts()) {
      canvas.left("fact", left, y, SvgCanvas.MEDIUM, Report.cut(fact, WIDEST), fact);
      y += LINE;
    }
    y += 6;
    for (String line : reason()) {
      canvas.left("reason", left, y, SvgCanvas.MEDIUM, line, line);
      y += LINE;
    }
    canvas.line("rule", left, y, right, y);
    return y;
  }

  private int pill() {
    return (int) SvgCanvas.width(picture.law().name(), SvgCanvas.LARGE) + 20;
  }

  private String claim() {
    return Report.cut(picture.claim(), WIDEST - 20);
  }

  /** Returns what the names stand for, padded by spaces that SVG does not collapse. */
  private List<String> facts() {
    int longest = picture.facts().keySet().stream().mapToInt(String::length).max().orElse(0);
    return picture.facts().entrySet().stream()
        .map(
            fact ->
                fact.getKey()
                    + "\u00a0".repeat(longest - fact.getKey().length())
                    + " = "
                    + fact.getValue().replace("   (", " ("))
        .toList();
  }

  private List<String> reason() {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : picture.reason().split(" ", -1)) {
      if (line.length() > 0 && line.length() + word.length() >= WIDEST) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.length() == 0 ? "" : " ").append(Report.cut(word, WIDEST));
    }
    lines.add(line.toString());
    return picture.reason().isEmpty() ? List.of() : lines;
  }
}
