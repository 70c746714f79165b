package dev.rejoin.crdt.testkit;

import io.vavr.control.Option;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a violation looks like, whatever it is drawn with: one column for each replica, one row for
 * each step. Holds texts only, so it stays as it was when the law broke.
 *
 * @param law the law that is broken
 * @param claim what should have held
 * @param facts what the names in the claim stand for and what both sides came to
 * @param reason why, as far as the history tells; empty if it does not
 * @param start what each replica shows at first
 * @param rows what happened, in order
 */
record Picture(
    Law law,
    String claim,
    Map<String, String> facts,
    String reason,
    List<Cell> start,
    List<Row> rows) {

  /** What a row tells, and how it is drawn. */
  enum Kind {
    /** A replica edits. */
    EDIT("", ""),
    /** A message brings the state that its sender has. */
    WHOLE("-", "whole state"),
    /** A message brings a state that its sender had. */
    EARLIER(".", "earlier state"),
    /** A message brings what its receiver lacked at some time. */
    DELTA("=", "delta"),
    /** Nothing happens. */
    NOTHING("", "");

    private final String line;
    private final String meaning;

    Kind(String line, String meaning) {
      this.line = line;
      this.meaning = meaning;
    }

    /** Returns what its arrow is drawn with in a text, empty if it has none. */
    String line() {
      return line;
    }

    /** Returns what its arrow brings. */
    String meaning() {
      return meaning;
    }
  }

  /**
   * What a replica shows.
   *
   * @param marks the names that its state has in the claim
   */
  record Cell(String value, List<String> marks) {

    static final Cell FAILED = new Cell("fails", List.of());

    /** Returns this cell in a column without the marks that are names of other columns. */
    Cell in(int replica) {
      String name = History.name(replica);
      return new Cell(
          value,
          marks.stream().filter(mark -> mark.equals(name) || !mark.matches("[A-Z]")).toList());
    }

    /** Returns value and marks, not longer than that but for the marks. */
    String text(int longest) {
      String cut = Report.cut(value, longest);
      return marks.isEmpty() ? cut : cut + " (" + String.join(", ", marks) + ")";
    }
  }

  /**
   * A step.
   *
   * @param from who sent, or who edited
   * @param to who has a new state by it
   * @param text the edit, or which state was sent where it was not the latest
   * @param sentAt the step after which the sender had the state that it sent, zero at the start
   */
  record Row(Kind kind, int from, int to, String text, int sentAt, Cell cell) {}

  /**
   * Returns the picture of what was played.
   *
   * @param operands the states to be marked
   */
  static <S> Picture of(
      History<S> history,
      Law law,
      String claim,
      Map<String, String> facts,
      String reason,
      List<Breach.Operand> operands) {
    Map<String, List<String>> marks = new HashMap<>(); // by where the state was
    for (Breach.Operand operand : operands) {
      marks
          .computeIfAbsent(operand.moment().label(), label -> new ArrayList<>())
          .add(operand.name());
    }
    List<Cell> start = new ArrayList<>();
    for (int i = 0; i < history.replicas().size(); i++) {
      start.add(cell(history, history.replicas().get(i).get(0), marks).in(i));
    }
    return new Picture(law, claim, facts, reason, List.copyOf(start), rows(history, marks));
  }

  private static <S> List<Row> rows(History<S> history, Map<String, List<String>> marks) {
    List<Row> rows = new ArrayList<>();
    Map<String, Integer> steps = new HashMap<>(); // after which a state came to be, by its label
    int[] latest = new int[history.replicas().size()];
    for (History.Played<S> played : history.played()) {
      int[] replicas = Timeline.replicas(played.step()).toArray();
      int to = replicas[replicas.length - 1];
      int sentAt = played.sent().map(sent -> steps.getOrDefault(sent.label(), 0)).getOrElse(0);
      Option<Cell> cell = played.result().map(result -> cell(history, result, marks));
      Kind kind = cell.isEmpty() ? Kind.NOTHING : kind(played, sentAt == latest[replicas[0]]);
      rows.add(
          new Row(
              kind,
              replicas[0],
              to,
              text(history, played, kind),
              sentAt,
              cell.getOrElse(new Cell("", List.of()))));
      if (played.result().isDefined()) {
        latest[to] = rows.size();
        steps.put(played.result().get().label(), rows.size());
      }
    }
    failed(history, latest).forEach(rows::add);
    return List.copyOf(rows);
  }

  /** Returns the step that was begun and failed. */
  private static <S> Option<Row> failed(History<S> history, int[] latest) {
    int done = history.played().size();
    if (done == history.timeline().steps().size()) {
      return Option.none();
    }
    History.Played<S> begun = History.Played.nothing(history.timeline().steps().get(done));
    int[] replicas = Timeline.replicas(begun.step()).toArray();
    Kind kind = replicas.length == 1 ? Kind.EDIT : Kind.WHOLE;
    return Option.some(
        new Row(
            kind,
            replicas[0],
            replicas[replicas.length - 1],
            text(history, begun, kind),
            latest[replicas[0]],
            Cell.FAILED));
  }

  private static Kind kind(History.Played<?> played, boolean isLatest) {
    if (played.sent().isEmpty() || Timeline.replicas(played.step()).count() == 1) {
      return Kind.EDIT;
    }
    return played.base().isDefined() ? Kind.DELTA : isLatest ? Kind.WHOLE : Kind.EARLIER;
  }

  private static <S> String text(History<S> history, History.Played<S> played, Kind kind) {
    if (played.step() instanceof Step.Edit edit) {
      return Report.line(history.named(edit).text());
    }
    if (played.step() instanceof Step.Recode) {
      return "re-encoded";
    }
    if (played.step() instanceof Step.Restart) {
      return "restarted";
    }
    if (played.step() instanceof Step.Restore) {
      return "restored" + played.sent().map(kept -> " from " + kept.label()).getOrElse("");
    }
    return switch (kind) {
      case EARLIER -> played.sent().map(Moment::label).getOrElse("");
      case DELTA -> played.base().map(base -> "since " + base.label()).getOrElse("");
      case NOTHING -> "nothing to do";
      case EDIT -> Report.line(played.step().toString());
      case WHOLE -> "";
    };
  }

  private static <S> Cell cell(
      History<S> history, Moment<S> moment, Map<String, List<String>> marks) {
    String value;
    try {
      value = Report.text(history.calls().observe(moment.state()));
    } catch (NotTotal e) {
      value = "nothing: " + Report.line(String.valueOf(e.getMessage()));
    }
    return new Cell(value, List.copyOf(marks.getOrDefault(moment.label(), List.of())));
  }
}
