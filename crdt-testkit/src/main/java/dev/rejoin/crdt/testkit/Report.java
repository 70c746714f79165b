package dev.rejoin.crdt.testkit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The text of a violation: the law and its equation, what the names in it stand for, and the
 * timeline, step by step and as Java code.
 *
 * @param <S> the type of the states
 */
record Report<S>(History<S> history) {

  /** Longer texts of states are cut. */
  private static final int LONGEST = 500;

  String of(Law law, Breach breach) {
    Equation equation = breach.equation();
    Map<String, String> rows = new LinkedHashMap<>();
    for (Breach.Operand operand : breach.operands()) {
      Moment<?> moment = operand.moment();
      rows.put(operand.name(), text(moment.state()) + "   (" + moment.label() + ")");
    }
    String left = text(equation.leftSide());
    String right = text(equation.rightSide());
    rows.put(equation.left(), left);
    rows.putIfAbsent(equation.right(), right);
    rows.remove(right, right); // "true = true" says nothing
    String hint = left.equals(right) ? "\n\n  Both read alike, but equals tells them apart." : "";
    return "%s: %s must equal %s\n\n%s%s\n\n%s"
        .formatted(law, equation.left(), equation.right(), table(rows, " = "), hint, timeline());
  }

  String of(NotTotal failure) {
    Map<String, String> rows = new LinkedHashMap<>();
    for (Object argument : failure.arguments()) {
      rows.put(rows.isEmpty() ? "a" : "b", text(argument));
    }
    return "%s: %s\n\n%s\n\n%s"
        .formatted(Law.TOTAL, failure.getMessage(), table(rows, " = "), timeline());
  }

  private String timeline() {
    Timeline timeline = history.timeline();
    Map<String, String> rows = new LinkedHashMap<>();
    List<History.Played<S>> played = history.played();
    for (int i = 0; i < timeline.steps().size(); i++) {
      String number = "%2d. ".formatted(i + 1);
      if (i < played.size()) {
        rows.put(number + text(played.get(i)), result(played.get(i)));
      } else {
        rows.put(number + text(History.Played.nothing(timeline.steps().get(i))), "fails");
        break;
      }
    }
    return "Timeline: %s%s\n%s\n\nAs code: %s"
        .formatted(length(timeline), clocks(timeline), table(rows, "   "), timeline);
  }

  private static String length(Timeline timeline) {
    int steps = timeline.steps().size();
    return steps + (steps == 1 ? " step on " : " steps on ") + timeline.replicas() + " replicas";
  }

  private static String clocks(Timeline timeline) {
    StringBuilder text = new StringBuilder();
    for (int replica = 0; replica < timeline.replicas(); replica++) {
      if (timeline.clock(replica) != WallClock.STEADY) {
        text.append(", clock of ").append(History.name(replica)).append(' ');
        text.append(timeline.clock(replica));
      }
    }
    return text.toString();
  }

  private String text(History.Played<S> played) {
    if (played.step() instanceof Step.Edit edit) {
      return History.name(edit.replica()) + ": " + history.named(edit).text();
    }
    if (played.step() instanceof Step.Merge merge) {
      return message(merge.from(), merge.to());
    }
    if (played.step() instanceof Step.StaleMerge merge) {
      return message(merge.from(), merge.to())
          + played.sent().map(sent -> ": " + sent.label()).getOrElse("");
    }
    Step.Delta delta = (Step.Delta) played.step();
    return message(delta.from(), delta.to())
        + played.base().map(base -> ": delta since " + base.label()).getOrElse("");
  }

  private static String message(int from, int to) {
    return History.name(from) + " -> " + History.name(to);
  }

  private String result(History.Played<S> played) {
    return played
        .result()
        .map(moment -> moment.label().charAt(0) + " shows " + shown(moment.state()))
        .getOrElse("nothing to do");
  }

  private String shown(S state) {
    try {
      return text(history.calls().observe(state));
    } catch (NotTotal e) {
      return "nothing: " + e.getMessage();
    }
  }

  private static String table(Map<String, String> rows, String between) {
    int width = rows.keySet().stream().mapToInt(String::length).max().orElse(0);
    return rows.entrySet().stream()
        .map(
            row ->
                "  "
                    + row.getKey()
                    + " ".repeat(width - row.getKey().length())
                    + between
                    + row.getValue())
        .collect(Collectors.joining("\n"));
  }

  /** Returns the text of any value, short enough to be read; texts are quoted. */
  static String text(@Nullable Object value) {
    String text;
    try {
      text = value instanceof CharSequence ? "\"" + value + "\"" : String.valueOf(value);
    } catch (RuntimeException e) {
      return "(toString threw " + e + ")";
    }
    return text.length() <= LONGEST
        ? text
        : text.substring(0, LONGEST) + "... (" + text.length() + " characters)";
  }
}
