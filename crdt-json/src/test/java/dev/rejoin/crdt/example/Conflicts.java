package dev.rejoin.crdt.example;

import static dev.rejoin.crdt.example.Conflict.Kind.AMOUNTS;
import static dev.rejoin.crdt.example.Conflict.Kind.EDIT_AND_REMOVAL;
import static dev.rejoin.crdt.example.Conflict.Kind.SLOW_CLOCK;
import static dev.rejoin.crdt.example.Conflict.Kind.TAG_AND_UNTAG;
import static dev.rejoin.crdt.example.Conflict.Kind.TAKEN_TWICE;
import static dev.rejoin.crdt.example.Conflict.Kind.TICK_AND_UNTICK;
import static dev.rejoin.crdt.example.Conflict.Kind.TWO_NOTES;
import static dev.rejoin.crdt.example.Conflict.Kind.TWO_REMOVALS;
import static dev.rejoin.crdt.example.Conflict.Kind.TWO_ROWS;
import static dev.rejoin.crdt.example.Verb.NOTE;
import static dev.rejoin.crdt.example.Verb.TAG;
import static dev.rejoin.crdt.example.Verb.TICK;
import static dev.rejoin.crdt.example.Verb.UNTAG;
import static dev.rejoin.crdt.example.Verb.UNTICK;

import dev.rejoin.crdt.HybridTimestamp;
import dev.rejoin.crdt.MVRegister;
import dev.rejoin.crdt.MVRegister.Assignment;
import dev.rejoin.crdt.ORMap;
import dev.rejoin.crdt.example.Ledger.Entry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Finds the edits of a row that met without knowing of each other, and says what became of them.
 */
final class Conflicts {

  private final Arrival arrival;
  private final Ledger ledger;
  private final Meeting meeting;
  private final ORMap<String, Item> merged;
  private final List<Conflict> found = new ArrayList<>();

  private Conflicts(Arrival arrival, Ledger ledger, Meeting meeting, ORMap<String, Item> merged) {
    this.arrival = arrival;
    this.ledger = ledger;
    this.meeting = meeting;
    this.merged = merged;
  }

  /** Returns what met when a message arrived. */
  static List<Conflict> find(Arrival arrival, Ledger ledger) {
    ORMap<String, Item> merged = arrival.here().merge(arrival.there());
    List<Conflict> found = new ArrayList<>();
    for (Meeting meeting : ledger.meetings(arrival.to(), arrival.from())) {
      found.addAll(new Conflicts(arrival, ledger, meeting, merged).found());
    }
    return found;
  }

  /** Returns what a note means that was written by a clock that is behind the note it replaces. */
  static List<Conflict> slowClock(
      Step.Edit edit,
      Instant clock,
      ORMap<String, Item> before,
      ORMap<String, Item> after,
      Ledger ledger) {
    if (edit.verb() != NOTE || !before.contains(edit.item())) {
      return List.of();
    }
    List<Assignment<String>> replaced = notes(before.get(edit.item()).get().note());
    if (replaced.isEmpty() || replaced.get(0).timestamp().millis() <= clock.toEpochMilli()) {
      return List.of();
    }
    return List.of(
        new Conflict(
            SLOW_CLOCK,
            ("it is %s on %s, but this note replaces one stamped %s and so is stamped %s: it comes"
                    + " before every note that its author had seen, whatever the clocks say.")
                .formatted(
                    clock,
                    edit.device(),
                    ledger.named(replaced.get(0).timestamp()),
                    ledger.named(notes(after.get(edit.item()).get().note()).get(0).timestamp()))));
  }

  /** Returns the live notes with their stamps, the latest first. */
  private static List<Assignment<String>> notes(MVRegister<String> register) {
    List<Assignment<String>> notes = new ArrayList<>();
    register.forEachLive((dot, note) -> notes.add(note));
    notes.sort(Comparator.comparing((Assignment<String> note) -> note.timestamp()).reversed());
    return notes;
  }

  private List<Conflict> found() {
    if (merged.contains(meeting.item())) {
      Item row = merged.get(meeting.item()).get();
      if (!meeting.both(Meeting::isRemoval).isEmpty()) {
        editAndRemoval(row);
      } else if (meeting.has(Entry::isNew, Entry::isNew)) {
        twoRows(row);
      } else if (meeting.has(Entry::counts, Entry::counts)) {
        amounts(row.amount().value());
      }
      twoNotes(row);
      tickAndUntick(row);
      tagAndUntag(row);
    } else {
      twoRemovals();
    }
    return found;
  }

  private void tell(Conflict.Kind kind, String sentence, Object... values) {
    found.add(new Conflict(kind, String.format(Locale.ROOT, sentence, values)));
  }

  private void editAndRemoval(Item row) {
    List<Entry> survivors = meeting.survivors();
    if (survivors.isEmpty()) {
      return;
    }
    long counted = survivors.stream().mapToLong(Entry::counted).sum();
    tell(
        EDIT_AND_REMOVAL,
        "\"%s\" stays: the removal on %s took away all that it had seen, which was not %s. Now it is"
            + " \"%s\".%s",
        meeting.item(),
        Conflict.names(meeting.devices(Meeting::isRemoval)),
        Conflict.names(survivors),
        View.row(meeting.item(), row),
        counted == row.amount().value()
            ? ""
            : " A device that counts brings back all that it had counted.");
  }

  private void twoRemovals() {
    Predicate<Entry> takesAway = entry -> !entry.verb().puts();
    if (meeting.has(Meeting::isRemoval, takesAway)) {
      tell(
          TWO_REMOVALS,
          "\"%s\" is gone: %s only take away, and what is gone cannot go again.",
          meeting.item(),
          Conflict.names(meeting.both(takesAway)));
    }
  }

  private void twoRows(Item row) {
    tell(
        TWO_ROWS,
        "\"%s\" is one row: %s each began it, and rows of one name are merged, not chosen from. Now"
            + " it is \"%s\".",
        meeting.item(),
        Conflict.names(meeting.devices(Entry::isNew)),
        View.row(meeting.item(), row));
  }

  private void amounts(long value) {
    long here = amount(arrival.here());
    long there = amount(arrival.there());
    boolean overdrawn = value < 0 && here >= 0 && there >= 0;
    String enough =
        " It was enough on each alone, with %s left on %s and %s on %s: a counter keeps no bound"
            + " across devices that are apart.";
    tell(
        overdrawn ? TAKEN_TWICE : AMOUNTS,
        "the amount of \"%s\" is %s: on one side %s, on the other %s. Each device sums up its own,"
            + " so all of it counts.%s",
        meeting.item(),
        value,
        Meeting.counts(meeting.here()),
        Meeting.counts(meeting.there()),
        overdrawn ? enough.formatted(here, arrival.to(), there, arrival.from()) : "");
  }

  private long amount(ORMap<String, Item> list) {
    return list.get(meeting.item()).map(row -> row.amount().value()).getOrElse(0L);
  }

  private void twoNotes(Item row) {
    List<Assignment<String>> notes = notes(row.note());
    Set<String> texts = new LinkedHashSet<>();
    notes.forEach(note -> texts.add('"' + note.value() + '"'));
    if (texts.size() < 2 || !meeting.has(Meeting.is(NOTE), Meeting.is(NOTE))) {
      return;
    }
    HybridTimestamp latest = notes.get(0).timestamp();
    HybridTimestamp next = notes.get(1).timestamp();
    boolean tie = latest.millis() == next.millis() && latest.counter() == next.counter();
    boolean doubt = ledger.trueTime(next).isAfter(ledger.trueTime(latest));
    tell(
        TWO_NOTES,
        "\"%s\" keeps %s until somebody who has seen them writes a note. The greater stamp comes"
            + " first, %s before %s.%s%s",
        meeting.item(),
        Conflict.names(texts),
        ledger.named(latest),
        ledger.named(next),
        tie ? " It is a tie but for the ids of the replicas." : "",
        doubt ? " By true time the other one is later; but a stamp is as good as its clock." : "");
  }

  private void tickAndUntick(Item row) {
    if (row.bought().isEnabled()) {
      stays(TICK_AND_UNTICK, "ticked", Meeting.is(TICK), Meeting.is(UNTICK));
    }
  }

  private void tagAndUntag(Item row) {
    for (String tag : row.tags().elements()) {
      Predicate<Entry> same = entry -> entry.edit().argument().equals(tag);
      stays(TAG_AND_UNTAG, "#" + tag, same.and(Meeting.is(TAG)), same.and(Meeting.is(UNTAG)));
    }
  }

  private void stays(
      Conflict.Kind kind, String what, Predicate<Entry> puts, Predicate<Entry> takesAway) {
    if (meeting.has(puts, takesAway)) {
      tell(
          kind,
          "\"%s\" stays %s: %s took away only what was seen there, which was not %s.",
          meeting.item(),
          what,
          Conflict.names(meeting.both(takesAway)),
          Conflict.names(meeting.both(puts)));
    }
  }
}
