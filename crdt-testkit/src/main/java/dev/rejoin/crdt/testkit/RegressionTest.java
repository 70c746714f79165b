package dev.rejoin.crdt.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The timeline of a violation as a test in Java, to be pasted into the class that knows the
 * subject.
 */
record RegressionTest(Picture picture, Timeline timeline) {

  /** Longer comments are cut. */
  private static final int LONGEST = 60;

  String text() {
    List<String> lines = new ArrayList<>();
    lines.add("As a test, for the class that has subject():");
    lines.add("  // import static dev.rejoin.crdt.testkit.Step.*;");
    String clocks = clocks();
    if (!clocks.isEmpty()) {
      lines.add("  // import static dev.rejoin.crdt.testkit.WallClock.*;");
    }
    lines.add("  // import dev.rejoin.crdt.testkit.*;");
    lines.add("  @org.junit.jupiter.api.Test");
    lines.add("  void " + name() + "() {");
    lines.add("    Law." + picture.law() + ".check(");
    lines.add("        subject(),");
    lines.add("        Timeline.of(" + (timeline.steps().isEmpty() ? ")" + clocks + ");" : ""));
    for (int i = 0; i < timeline.steps().size(); i++) {
      boolean last = i == timeline.steps().size() - 1;
      String code = timeline.steps().get(i) + (last ? ")" + clocks + ");" : ",");
      lines.add("            " + code + comment(i));
    }
    lines.add("  }");
    return String.join("\n", lines);
  }

  /** Returns the rest of the timeline's own code, beyond its steps. */
  private String clocks() {
    String bare = new Timeline(timeline.steps(), List.of()).toString();
    return timeline.toString().substring(bare.length());
  }

  private String name() {
    String[] words = picture.law().name().toLowerCase(Locale.ROOT).split("_", -1);
    StringBuilder name = new StringBuilder(words[0]);
    for (int i = 1; i < words.length; i++) {
      name.append(Character.toUpperCase(words[i].charAt(0))).append(words[i].substring(1));
    }
    return name.append("HoldsAgain").toString();
  }

  /** Says what a step is; without a backslash, which could begin an escape of Java's. */
  private String comment(int step) {
    if (step >= picture.rows().size()) {
      return "";
    }
    Picture.Row row = picture.rows().get(step);
    return row.kind() == Picture.Kind.EDIT
        ? " // "
            + History.name(row.to())
            + ": "
            + Report.cut(row.text(), LONGEST).replace('\\', '/')
        : "";
  }
}
