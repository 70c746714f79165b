package dev.rejoin.crdt.example;

import static dev.rejoin.crdt.example.Conflict.Kind.BUDGET;
import static dev.rejoin.crdt.example.Conflict.Kind.OVERDRAWN;
import static dev.rejoin.crdt.example.Conflict.Kind.SLOW_CLOCK;
import static dev.rejoin.crdt.example.Conflict.Kind.TITLES;
import static dev.rejoin.crdt.example.Conflict.Kind.VISITS;

import dev.rejoin.crdt.CausalOrder;
import dev.rejoin.crdt.GCounter;
import dev.rejoin.crdt.HybridTimestamp;
import dev.rejoin.crdt.LWWRegister;
import dev.rejoin.crdt.PNCounter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Finds the edits that met without knowing of each other, and says what became of them. */
final class Conflicts {

  private Conflicts() {}

  /** Returns what met when a message arrived. */
  static List<Conflict> find(Arrival arrival, Ledger ledger) {
    List<Conflict> found = new ArrayList<>(titles(arrival, ledger));
    found.addAll(ListConflicts.find(arrival, ledger));
    found.addAll(budgets(arrival));
    found.addAll(visits(arrival));
    return found;
  }

  private static List<Conflict> titles(Arrival arrival, Ledger ledger) {
    LWWRegister<String> here = arrival.here().title();
    LWWRegister<String> there = arrival.there().title();
    if (here.timestamp().isEmpty() || there.timestamp().isEmpty()) {
      return List.of();
    }
    boolean hereWins = here.merge(there).equals(here);
    LWWRegister<String> winner = hereWins ? here : there;
    LWWRegister<String> loser = hereWins ? there : here;
    HybridTimestamp won = winner.timestamp().get();
    HybridTimestamp lost = loser.timestamp().get();
    if (ledger.knowsTitle(arrival.to(), there.timestamp().get())
        || ledger.knowsTitle(arrival.from(), here.timestamp().get())) {
      return List.of();
    }
    String sentence =
        ("\"%s\" beats \"%s\": neither author had seen the other title, so the greater stamp wins,"
                + " %s over %s.")
            .formatted(winner.value().get(), loser.value().get(), won, lost);
    String doubt =
        ledger.trueTime(lost).isAfter(ledger.trueTime(won))
            ? " By true time the beaten one is later; but a stamp is as good as its clock."
            : "";
    return List.of(new Conflict(TITLES, sentence + doubt));
  }

  /** Returns what a title means that was given by a clock that is behind the title it replaces. */
  static List<Conflict> slowClock(
      String device, Instant clock, LWWRegister<String> before, LWWRegister<String> after) {
    if (before.timestamp().isEmpty() || before.timestamp().get().millis() <= clock.toEpochMilli()) {
      return List.of();
    }
    return List.of(
        new Conflict(
            SLOW_CLOCK,
            ("it is %s on %s, but this title replaces one stamped %s and so is stamped %s: it beats"
                    + " every title that its author had seen, whatever the clocks say.")
                .formatted(clock, device, before.timestamp().get(), after.timestamp().get())));
  }

  private static List<Conflict> budgets(Arrival arrival) {
    PNCounter here = arrival.here().budget();
    PNCounter there = arrival.there().budget();
    if (here.compare(there) != CausalOrder.CONCURRENT) {
      return List.of();
    }
    long value = here.merge(there).value();
    String sentence =
        "the budget is %s: %s. Each device sums up its own, so all of it counts."
            .formatted(value, sides(movements(here, there), movements(there, here)));
    return value < 0 && here.value() >= 0 && there.value() >= 0
        ? List.of(new Conflict(OVERDRAWN, sentence + shown(arrival)))
        : List.of(new Conflict(BUDGET, sentence));
  }

  private static String shown(Arrival arrival) {
    return (" It was enough on each alone, with %s left on %s and %s on %s: a counter keeps no"
            + " bound across devices that are apart.")
        .formatted(
            arrival.here().budget().value(),
            arrival.to(),
            arrival.there().budget().value(),
            arrival.from());
  }

  /** Returns what one side knows of and the other does not, as in {@code phone spent 12}. */
  private static List<String> movements(PNCounter one, PNCounter other) {
    List<String> movements = new ArrayList<>(more(one.increments(), other.increments(), "earned"));
    movements.addAll(more(one.decrements(), other.decrements(), "spent"));
    return movements;
  }

  private static List<String> more(GCounter one, GCounter other, String verb) {
    return one.deltaSince(other)
        .counts()
        .map(count -> "%s %s %s".formatted(count._1, verb, count._2 - other.count(count._1)))
        .toJavaList();
  }

  private static List<Conflict> visits(Arrival arrival) {
    GCounter here = arrival.here().visits();
    GCounter there = arrival.there().visits();
    if (here.compare(there) != CausalOrder.CONCURRENT) {
      return List.of();
    }
    return List.of(
        new Conflict(
            VISITS,
            ("%s visits: %s. Each device has a count of its own, so none is lost and none counts"
                    + " twice.")
                .formatted(
                    here.merge(there).value(),
                    sides(more(here, there, "counted"), more(there, here, "counted")))));
  }

  /** Returns what two sides did without knowing of each other. */
  private static String sides(List<String> one, List<String> other) {
    return "on one side %s, on the other %s".formatted(Conflict.names(one), Conflict.names(other));
  }
}
