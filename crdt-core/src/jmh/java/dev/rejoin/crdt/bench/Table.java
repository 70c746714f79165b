package dev.rejoin.crdt.bench;

import dev.rejoin.crdt.bench.Budget.AtMost;
import dev.rejoin.crdt.bench.Budget.Within;
import dev.rejoin.crdt.bench.Budget.Bytes;
import dev.rejoin.crdt.bench.Budget.Measure;
import dev.rejoin.crdt.bench.Budget.Time;
import dev.rejoin.crdt.bench.Budget.Times;
import dev.rejoin.crdt.bench.Results.Figure;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import java.util.stream.Collectors;

/** The figures as Markdown: each budget beside what was measured. */
final class Table {

  private static final String NOTHING = "–";
  private static final int SHOWN = 100_000;

  private final Suite suite;
  private final List<Budget> budgets;
  private final Results results;

  Table(Suite suite, Results results) {
    this.suite = suite;
    this.budgets = suite.budgets();
    this.results = results;
  }

  /**
   * Returns the rows of the budgets that are missed, by id.
   *
   * @throws IllegalStateException if a figure is missing
   */
  Map<String, String> missed() {
    Map<String, String> missed = new LinkedHashMap<>();
    budgets.stream()
        .filter(budget -> !isMet(budget))
        .forEach(budget -> missed.put(budget.id(), row(budget)));
    return missed;
  }

  /**
   * Returns all of it.
   *
   * @param reasons one for each budget that is missed
   * @throws IllegalStateException if a figure is missing
   */
  String markdown(Reasons reasons) {
    StringJoiner parts = new StringJoiner("\n\n", "", "\n");
    parts.add(rows());
    List<Budget> missed = budgets.stream().filter(budget -> !isMet(budget)).toList();
    if (!missed.isEmpty()) {
      parts.add(
          missed.stream()
              .map(budget -> "- **missed**, " + budget.work() + ": " + reasons.of(budget.id()))
              .collect(Collectors.joining("\n")));
    }
    if (budgets.stream().anyMatch(budget -> budget.vavr().isPresent())) {
      parts.add(rowsBesideVavr());
    }
    if (suite.memory().contains(new Memory.Subject(Memory.JAVA, SHOWN))) {
      parts.add(memory());
    }
    return parts.add(results.how()).toString();
  }

  private String rows() {
    StringJoiner lines = new StringJoiner("\n");
    lines.add("| work | Pekko | Rejoin | ratio | budget | |");
    lines.add("| --- | --- | --- | --- | --- | --- |");
    budgets.forEach(budget -> lines.add(row(budget)));
    return lines.toString();
  }

  private String rowsBesideVavr() {
    StringJoiner lines = new StringJoiner("\n");
    lines.add("| work | the textbook's merge on vavr's `HashMap` | Rejoin | ratio |");
    lines.add("| --- | --- | --- | --- |");
    budgets.stream()
        .filter(budget -> budget.vavr().isPresent())
        .forEach(budget -> lines.add(besideVavr(budget, budget.vavr().get())));
    return lines.toString();
  }

  private String row(Budget budget) {
    return cells(
        budget.work(),
        budget.pekko().map(this::shown).orElse(NOTHING),
        shown(budget.ours()),
        budget.pekko().map(other -> ratioShown(other, budget.ours())).orElse(NOTHING),
        limit(budget),
        isMet(budget) ? "met" : "**missed**");
  }

  private String besideVavr(Budget budget, Measure vavr) {
    return cells(
        budget.work(), shown(vavr), shown(budget.ours()), ratioShown(vavr, budget.ours()));
  }

  private static String cells(String... cells) {
    return "| " + String.join(" | ", cells) + " |";
  }

  boolean isMet(Budget budget) {
    if (budget.limit() instanceof Times times) {
      return value(budget.pekko().orElseThrow()) / value(budget.ours()) >= times.least();
    }
    if (budget.limit() instanceof Within within) {
      return value(budget.ours()) <= within.times() * value(within.other());
    }
    return value(budget.ours()) <= ((AtMost) budget.limit()).most();
  }

  private double value(Measure measure) {
    return measure instanceof Time time
        ? results.time(time.task()).median()
        : results.bytesPerElement(((Bytes) measure).structure(), ((Bytes) measure).elements());
  }

  private String shown(Measure measure) {
    if (measure instanceof Time time) {
      Figure figure = results.time(time.task());
      return Rounded.time(figure.median(), figure.error())
          + ", "
          + Rounded.bytes(figure.bytes(), figure.bytesError());
    }
    return Rounded.bytesEach(value(measure));
  }

  private String ratioShown(Measure other, Measure ours) {
    return Rounded.ratio(
        value(other) / value(ours), Math.hypot(relativeError(other), relativeError(ours)));
  }

  private double relativeError(Measure measure) {
    if (measure instanceof Time time) {
      Figure figure = results.time(time.task());
      return figure.error() / figure.median();
    }
    return 0;
  }

  private static String limit(Budget budget) {
    if (budget.limit() instanceof Times times) {
      boolean whole = times.least() == Math.rint(times.least());
      return String.format(Locale.ROOT, whole ? "≥ %,.0f×" : "≥ %,.1f×", times.least());
    }
    if (budget.limit() instanceof Within within) {
      return String.format(Locale.ROOT, "≤ %.0f× %s", within.times(), within.than());
    }
    double most = ((AtMost) budget.limit()).most();
    return budget.ours() instanceof Time
        ? "≤ " + Rounded.time(most)
        : String.format(Locale.ROOT, "≤ %.0f B", most);
  }

  /** Returns the memory beside that of sets that cannot be merged. */
  private String memory() {
    int n = SHOWN;
    return String.format(
        Locale.ROOT,
        "Beyond its strings, a set of %,d takes, for each element: `ORSet` %s, read back from its"
            + " parts %s, Pekko's %s, vavr's `HashSet` %s, `java.util.HashSet` %s.",
        n,
        Rounded.bytesEach(results.bytesPerElement(Memory.REJOIN, n)),
        Rounded.bytesEach(results.bytesPerElement(Memory.REJOIN_APART, n)),
        Rounded.bytesEach(results.bytesPerElement(Memory.PEKKO, n)),
        Rounded.bytesEach(results.bytesPerElement(Memory.VAVR, n)),
        Rounded.bytesEach(results.bytesPerElement(Memory.JAVA, n)));
  }
}
