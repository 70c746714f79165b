package dev.rejoin.crdt.example;

import static dev.rejoin.crdt.example.Conflict.Kind.ADD_AND_REMOVE;
import static dev.rejoin.crdt.example.Conflict.Kind.SECOND_ADD_AND_REMOVE;
import static dev.rejoin.crdt.example.Conflict.Kind.TWO_ADDS;
import static dev.rejoin.crdt.example.Conflict.Kind.TWO_REMOVES;

import dev.rejoin.crdt.Dot;
import dev.rejoin.crdt.example.Ledger.Removal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Finds the edits of the list that did not know of each other, by their dots. */
final class ListConflicts {

  private final Arrival arrival;
  private final Ledger ledger;
  private final SortedMap<String, NavigableSet<Dot>> here;
  private final SortedMap<String, NavigableSet<Dot>> there;
  private final List<Conflict> found = new ArrayList<>();

  private ListConflicts(Arrival arrival, Ledger ledger) {
    this.arrival = arrival;
    this.ledger = ledger;
    this.here = Ledger.live(arrival.here());
    this.there = Ledger.live(arrival.there());
  }

  static List<Conflict> find(Arrival arrival, Ledger ledger) {
    ListConflicts conflicts = new ListConflicts(arrival, ledger);
    NavigableSet<String> items = new TreeSet<>(conflicts.here.keySet());
    items.addAll(conflicts.there.keySet());
    items.addAll(ledger.removedItems(arrival.from(), arrival.to()));
    items.forEach(conflicts::compare);
    return conflicts.found;
  }

  private void compare(String item) {
    Set<Removal> removedHere = ledger.removals(item, arrival.to(), arrival.from());
    Set<Removal> removedThere = ledger.removals(item, arrival.from(), arrival.to());
    NavigableSet<Dot> addedHere = unseen(here, item, arrival.there());
    NavigableSet<Dot> addedThere = unseen(there, item, arrival.here());
    for (Removal removal : removedHere) {
      addedThere.forEach(add -> addAndRemove(item, add, removal));
      removedThere.forEach(other -> twoRemoves(item, removal, other));
    }
    for (Removal removal : removedThere) {
      addedHere.forEach(add -> addAndRemove(item, add, removal));
    }
    if (!addedHere.isEmpty() && !addedThere.isEmpty()) {
      twoAdds(item, addedHere, addedThere);
    }
  }

  private static NavigableSet<Dot> unseen(
      SortedMap<String, NavigableSet<Dot>> live, String item, Household other) {
    return live.getOrDefault(item, Collections.emptyNavigableSet()).stream()
        .filter(dot -> !other.list().context().includes(dot))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private void addAndRemove(String item, Dot add, Removal removal) {
    boolean second = ledger.seenAtAdd(add).list().contains(item);
    String sentence =
        second
            ? "\"%s\" stays: it was there when %s added it, but every add has a dot of its own; the"
                + " remove on %s took away %s, all that it had seen, and not %s."
            : "\"%s\" stays: %s added it, and the remove on %s took away %s, all that it had seen,"
                + " and not the new %s.";
    found.add(
        new Conflict(
            second ? SECOND_ADD_AND_REMOVE : ADD_AND_REMOVE,
            sentence.formatted(
                item, add.replica(), removal.device(), Conflict.names(removal.dots()), add)));
  }

  private void twoRemoves(String item, Removal here, Removal there) {
    NavigableSet<Dot> twice = new TreeSet<>(here.dots());
    twice.retainAll(there.dots());
    if (!twice.isEmpty()) {
      NavigableSet<String> removers = new TreeSet<>(List.of(here.device(), there.device()));
      found.add(
          new Conflict(
              TWO_REMOVES,
              "\"%s\" is gone: %s both took away %s, and what is gone cannot go again."
                  .formatted(item, Conflict.names(removers), Conflict.names(twice))));
    }
  }

  private void twoAdds(String item, NavigableSet<Dot> one, NavigableSet<Dot> other) {
    NavigableSet<Dot> all = new TreeSet<>(one);
    all.addAll(other);
    found.add(
        new Conflict(
            TWO_ADDS,
            "\"%s\" is on the list once, under the dots %s; only a remove that has seen all of them"
                    .formatted(item, Conflict.names(all))
                + " takes it away."));
  }
}
