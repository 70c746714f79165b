package dev.rejoin.crdt.testkit;

import io.vavr.control.Option;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a violation says: the law and its equation, what the names in it stand for, the picture of
 * the timeline, the reason, and the timeline as a regression test.
 *
 * @param <S> the type of the states
 */
record Report<S>(History<S> history) {

  /** Longer texts of states are cut. */
  private static final int LONGEST = 500;

  LawViolation of(Law law, Breach breach) {
    Equation equation = breach.equation();
    Map<String, String> facts = new LinkedHashMap<>();
    for (Breach.Operand operand : breach.operands()) {
      Moment<?> moment = operand.moment();
      facts.put(operand.name(), text(moment.state()) + "   (" + moment.label() + ")");
    }
    String left = text(equation.leftSide());
    String right = text(equation.rightSide());
    facts.putIfAbsent(equation.left(), left);
    facts.putIfAbsent(equation.right(), right);
    facts.remove(right, right); // "true = true" says nothing
    String claim = equation.left() + " must equal " + equation.right();
    String reason = Reason.of(history, law, breach.operands());
    Picture picture = Picture.of(history, law, claim, facts, reason, breach.operands());
    return violation(picture, hint(equation, left.equals(right)), null);
  }

  /** Says what may be wrong with {@code equals}, if that is what told both sides apart. */
  private static String hint(Equation equation, boolean alike) {
    Object left = equation.leftSide();
    Object right = equation.rightSide();
    Option<Class<?>> missing = OwnEquals.missingIn(left).orElse(() -> OwnEquals.missingIn(right));
    if (missing.isDefined()) {
      return "\n\n  States and values must have an equals of their own, but %s has none."
          .formatted(missing.get().getTypeName());
    }
    if (alike) {
      return "\n\n  Both read alike, but equals tells them apart.";
    }
    return Fingerprint.of("", left).equals(Fingerprint.of("", right))
        ? "\n\n  Both hold the same, but equals tells them apart, as it does with arrays."
        : "";
  }

  LawViolation of(NotTotal failure) {
    Map<String, String> facts = new LinkedHashMap<>();
    for (Object argument : failure.arguments()) {
      facts.put(facts.isEmpty() ? "a" : "b", text(argument));
    }
    String claim = String.valueOf(failure.getMessage());
    return violation(
        Picture.of(history, Law.TOTAL, claim, facts, "", List.of()), "", failure.getCause());
  }

  private LawViolation violation(Picture picture, String hint, @Nullable Throwable cause) {
    List<String> parts = new ArrayList<>();
    parts.add(picture.law() + ": " + picture.claim());
    parts.add(table(picture.facts()) + hint);
    parts.add(heading(history.timeline()) + "\n" + new TextPicture(picture).draw());
    if (!picture.reason().isEmpty()) {
      parts.add("Reason: " + picture.reason());
    }
    parts.add(new RegressionTest(picture, history.timeline()).text());
    return new LawViolation(history.timeline(), String.join("\n\n", parts), cause, picture);
  }

  private static String heading(Timeline timeline) {
    int steps = timeline.steps().size();
    StringBuilder text = new StringBuilder("Timeline: ").append(steps);
    text.append(steps == 1 ? " step on " : " steps on ").append(timeline.replicas());
    text.append(" replicas");
    for (int replica = 0; replica < timeline.replicas(); replica++) {
      if (timeline.clock(replica) != WallClock.STEADY) {
        text.append(", clock of ").append(History.name(replica)).append(' ');
        text.append(timeline.clock(replica));
      }
    }
    return text.toString();
  }

  private static String table(Map<String, String> rows) {
    int width = rows.keySet().stream().mapToInt(String::length).max().orElse(0);
    return rows.entrySet().stream()
        .map(row -> ("  %-" + width + "s = %s").formatted(row.getKey(), row.getValue()))
        .collect(Collectors.joining("\n"));
  }

  /** Returns the text of any value on one line, short enough to be read; texts are quoted. */
  static String text(@Nullable Object value) {
    String text;
    try {
      text = value instanceof CharSequence ? "\"" + value + "\"" : String.valueOf(value);
    } catch (RuntimeException e) {
      return "(toString threw " + line(e.toString()) + ")";
    }
    return text.length() <= LONGEST
        ? line(text)
        : line(text.substring(0, LONGEST)) + "... (" + text.length() + " characters)";
  }

  /** Returns the text with everything escaped that would break a line or is no character. */
  static String line(String text) {
    StringBuilder line = new StringBuilder();
    text.codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '\n' -> line.append("\\n");
                case '\r' -> line.append("\\r");
                case '\t' -> line.append("\\t");
                default -> {
                  if (isPlain(c)) {
                    line.appendCodePoint(c);
                  } else {
                    line.append("\\u").append("%04X".formatted(c));
                  }
                }
              }
            });
    return line.toString();
  }

  /** Returns whether every console and XML can take it; not so a lone surrogate. */
  private static boolean isPlain(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> c != 0xFFFE && c != 0xFFFF;
    };
  }

  /** Returns the text, or its beginning if it is longer than that. */
  static String cut(String text, int longest) {
    return text.length() <= longest
        ? text
        : text.codePoints()
            .limit(longest - 3)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .append("...")
            .toString();
  }
}
