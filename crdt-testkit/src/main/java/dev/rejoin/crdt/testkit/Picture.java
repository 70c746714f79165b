package dev.rejoin.crdt.testkit;

import io.vavr.control.Option;
import java.util.ArrayList;
import java.util.BitSet;
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
    /** A message that does not arrive. */
    LOST("~", "lost message"),
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
    BitSet cut = new BitSet();
    for (Played<S> played : history.played()) {
      int[] replicas = replicas(played.step(), cut);
      int to = replicas[replicas.length - 1];
      int sentAt = played.sent().map(sent -> steps.getOrDefault(sent.label(), 0)).getOrElse(0);
      Option<Cell> cell = played.result().map(result -> cell(history, result, marks));
      Kind without = replicas[0] == to ? Kind.NOTHING : Kind.LOST;
      Kind kind = cell.isEmpty() ? without : kind(played, sentAt == latest[replicas[0]]);
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

  /** Returns the replicas that a step is drawn at, and keeps account of those that are cut off. */
  private static int[] replicas(Step step, BitSet cut) {
    if (step instanceof Step.Heal) {
      int healed = Math.max(0, cut.nextSetBit(0));
      cut.clear();
      return new int[] {healed};
    }
    if (step instanceof Step.Cut off) {
      cut.set(off.replica());
    }
    return replicas(step);
  }

  private static int[] replicas(Step step) {
    return StepParts.of(step).replicas().stream().mapToInt(replica -> replica).toArray();
  }

  /** Returns the step that was begun and failed. */
  private static <S> Option<Row> failed(History<S> history, int[] latest) {
    int done = history.played().size();
    if (done == history.timeline().steps().size()) {
      return Option.none();
    }
    Played<S> begun = Played.nothing(history.timeline().steps().get(done));
    int[] replicas = replicas(begun.step());
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

  private static Kind kind(Played<?> played, boolean isLatest) {
    if (played.sent().isEmpty() || !StepParts.of(played.step()).isMessage()) {
      return Kind.EDIT;
    }
    return played.base().isDefined() ? Kind.DELTA : isLatest ? Kind.WHOLE : Kind.EARLIER;
  }

  private static <S> String text(History<S> history, Played<S> played, Kind kind) {
    return switch (StepParts.of(played.step()).kind()) {
      case EDIT -> edit(history.named((Step.Edit) played.step()), played.sent().isDefined());
      case MERGE, STALE_MERGE, DELTA -> message(played, kind);
      case RECODE -> "re-encoded";
      case RESTART -> "restarted";
      case RESTORE -> "restored" + played.sent().map(kept -> " from " + kept.label()).getOrElse("");
      case CUT -> "cut off";
      case HEAL -> "all connected";
    };
  }

  private static String edit(NamedEdit<?> edit, boolean refused) {
    return Report.line(edit.text()) + (refused ? ", refused" : "");
  }

  private static String message(Played<?> played, Kind kind) {
    return switch (kind) {
      case LOST -> "lost";
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
