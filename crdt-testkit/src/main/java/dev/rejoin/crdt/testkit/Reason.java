package dev.rejoin.crdt.testkit;

import io.vavr.control.Option;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Why a law should have held, in a sentence: how the edits that the states include relate, judged
 * by the true history.
 */
final class Reason {

  /** More edits than that are counted, not listed. */
  private static final int LISTED = 3;

  private final List<Made> made = new ArrayList<>();

  private final History<?> history;

  /**
   * An edit that was made.
   *
   * @param topic its argument, as text; edits of one topic are the likeliest to be in conflict
   * @param seen the numbers of the edits that had reached its replica before
   */
  private record Made(int step, String by, String edit, String topic, BitSet seen) {

    @Override
    public String toString() {
      return by + "'s " + edit + " (step " + step + ")";
    }
  }

  private <S> Reason(History<S> history) {
    this.history = history;
    for (int i = 0; i < history.played().size(); i++) {
      Played<S> played = history.played().get(i);
      if (played.step() instanceof Step.Edit edit && played.change().isDefined()) {
        BitSet seen = history.chronicle().edits(history.changes().get(made.size()).old());
        NamedEdit<S> named = history.named(edit);
        String topic = named.text().substring(named.name().length());
        String by = History.name(edit.replica());
        made.add(new Made(i + 1, by, Report.line(named.text()), topic, seen));
      }
    }
  }

  /** Returns the sentences; empty if the history has none to say. */
  static String of(History<?> history, Law law, List<Breach.Operand> operands) {
    Reason reason = new Reason(history);
    String moral = moral(law, operands);
    String relation = operands.isEmpty() ? "" : reason.relation(told(law, operands));
    return (relation + " " + moral).strip();
  }

  /** Returns the states that the history tells of: not those that came of a damaged encoding. */
  private static List<Breach.Operand> told(Law law, List<Breach.Operand> operands) {
    return law == Law.CODEC && isDamaged(operands) ? operands.subList(0, 1) : operands;
  }

  private static boolean isDamaged(List<Breach.Operand> operands) {
    return operands.size() > 1 && operands.get(1).moment().state() instanceof Codec.Encoded;
  }

  private static String moral(Law law, List<Breach.Operand> operands) {
    return switch (law) {
      case TOTAL -> "Whatever is done once more must give the same.";
      case CONGRUENT -> "What equals takes for the same must be the same to everything else.";
      case IDEMPOTENT -> "What has been merged brings nothing new when it is merged again.";
      case NEUTRAL -> "The state in which a replica starts has nothing to add.";
      case COMMUTATIVE -> "Which of them merges the other must make no difference.";
      case ASSOCIATIVE -> "Which of them are merged first must make no difference.";
      case INFLATING -> "The state before an edit must not undo it.";
      case STALE_MERGE ->
          operands.size() == 2 ? operands.get(0).name() + " brings nothing new." : "";
      case CONVERGENT -> "The same edits must lead to the same state, whichever way they came.";
      case IMMUTABLE -> "What others may hold must stay as it was when they got it.";
      case BOUNDED -> "What brings nothing new must not take more room.";
      case MEANING -> "";
      case ORDER -> "One state is at most another if merging it into that one changes nothing.";
      case DELTA -> "With a delta a replica must get as far as with the whole state.";
      case CODEC ->
          isDamaged(operands)
              ? "What was damaged on its way must be refused, or read as a state like any other."
              : "Written and read again, a state must be as good as before.";
    };
  }

  private String relation(List<Breach.Operand> operands) {
    if (operands.size() == 1) {
      return includes(operands.get(0).name(), history.chronicle().edits(operands.get(0).moment()));
    }
    Option<String> conflict = Option.none();
    for (int i = 0; i < operands.size() && conflict.isEmpty(); i++) {
      for (int j = i + 1; j < operands.size() && conflict.isEmpty(); j++) {
        conflict = concurrent(operands.get(i).moment(), operands.get(j).moment());
      }
    }
    return conflict.getOrElse(() -> ordered(operands.get(0), operands.get(1)));
  }

  /** Says of which edits, one in each state, neither had seen the other. */
  private Option<String> concurrent(Moment<?> a, Moment<?> b) {
    Option<String> any = Option.none();
    BitSet onlyA = minus(history.chronicle().edits(a), history.chronicle().edits(b));
    BitSet onlyB = minus(history.chronicle().edits(b), history.chronicle().edits(a));
    for (int i = onlyA.length() - 1; i >= 0; i = onlyA.previousSetBit(i - 1)) {
      for (int j = onlyB.length() - 1; j >= 0; j = onlyB.previousSetBit(j - 1)) {
        if (!made.get(i).seen().get(j) && !made.get(j).seen().get(i)) {
          String pair = concurrent(made.get(Math.min(i, j)), made.get(Math.max(i, j)));
          if (made.get(i).topic().equals(made.get(j).topic())) {
            return Option.some(pair);
          }
          any = any.orElse(Option.some(pair));
        }
      }
    }
    return any;
  }

  private static String concurrent(Made first, Made second) {
    return first.edit().equals(second.edit())
        ? "%s and %s both made %s (steps %d and %d) without knowing of each other."
            .formatted(first.by(), second.by(), first.edit(), first.step(), second.step())
        : first + " and " + second + " were made without knowing of each other.";
  }

  /** Says what is in the one state and not in the other, and what the last edit had seen. */
  private String ordered(Breach.Operand p, Breach.Operand q) {
    boolean within =
        minus(history.chronicle().edits(p.moment()), history.chronicle().edits(q.moment()))
            .isEmpty();
    Breach.Operand less = within ? p : q;
    Breach.Operand more = within ? q : p;
    BitSet known = history.chronicle().edits(less.moment());
    BitSet added = minus(history.chronicle().edits(more.moment()), known);
    if (added.isEmpty()) {
      return same(p.name(), q.name(), known);
    }
    if (known.isEmpty()) {
      return "%s has seen no edit, %s has seen %s."
          .formatted(less.name(), more.name(), listed(added));
    }
    Made last = made.get(added.length() - 1);
    BitSet seen = minus(known, minus(known, last.seen()));
    if (seen.isEmpty()) {
      return "%s had seen all that %s has: %s.".formatted(more.name(), less.name(), listed(known));
    }
    Made earlier = made.get(relevant(seen, last));
    return "%s had already seen %s when it made %s (step %d), which only %s includes."
        .formatted(
            last.by(),
            earlier.by().equals(last.by())
                ? "its own %s (step %d)".formatted(earlier.edit(), earlier.step())
                : earlier.toString(),
            last.edit(),
            last.step(),
            more.name());
  }

  /** Returns the last of those edits that has the topic of the one given, else the last of all. */
  private int relevant(BitSet edits, Made to) {
    return edits.stream()
        .filter(edit -> made.get(edit).topic().equals(to.topic()))
        .max()
        .orElse(edits.length() - 1);
  }

  /** Says which edits are in both, and how the last of them relates to the one before. */
  private String same(String p, String q, BitSet edits) {
    if (edits.isEmpty()) {
      return "No edit has reached " + p + " or " + q + ".";
    }
    String same = "%s and %s have seen the same: %s.".formatted(p, q, listed(edits));
    int last = edits.length() - 1;
    int before = edits.previousSetBit(last - 1);
    if (before < 0) {
      return same;
    }
    return made.get(last).seen().get(before)
        ? same + " The last one was made knowing of the one before."
        : same + " The last two were made without knowing of each other.";
  }

  private String includes(String name, BitSet visible) {
    return visible.isEmpty()
        ? "No edit has reached " + name + "."
        : name + " has seen " + listed(visible) + ".";
  }

  private String listed(BitSet edits) {
    return edits.cardinality() > LISTED
        ? edits.cardinality() + " edits, the last one " + made.get(edits.length() - 1)
        : edits.stream()
            .mapToObj(edit -> made.get(edit).toString())
            .collect(Collectors.joining(", "));
  }

  private static BitSet minus(BitSet a, BitSet b) {
    BitSet left = (BitSet) a.clone();
    left.andNot(b);
    return left;
  }
}
