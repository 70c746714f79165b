package dev.rejoin.crdt.example;

import dev.rejoin.crdt.HybridTimestamp;
import dev.rejoin.crdt.ORMap;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What the narrator writes down: every edit, and which devices have heard of it. Two edits are
 * concurrent when each has been heard of where the other has not. A state keeps no account of who
 * did what and needs none: no device reads this, and it has no part in any merge.
 */
final class Ledger {

  /**
   * An edit that changed the document.
   *
   * @param isNew whether the row was not there before
   * @param knew the numbers of the edits that its device had heard of
   */
  record Entry(int number, Step.Edit edit, boolean isNew, Set<Integer> knew) {

    Verb verb() {
      return edit.verb();
    }

    /** Returns by how much it moved the amount. */
    long counted() {
      return switch (verb()) {
        case ADD -> Long.parseLong(edit.argument());
        case LESS -> -Long.parseLong(edit.argument());
        default -> 0;
      };
    }

    boolean counts() {
      return counted() != 0;
    }

    /** Returns the edit and its device, as in {@code "tick milk" on phone}. */
    @Override
    public String toString() {
      return "\"" + edit + "\" on " + edit.device();
    }
  }

  private final List<Entry> entries = new ArrayList<>();
  private final Map<String, Set<Integer>> heard = new HashMap<>();
  private final Set<List<Integer>> met = new HashSet<>();
  private final Map<HybridTimestamp, Written> notes = new HashMap<>();

  /** When a note was written, by a clock that is right, and where. */
  private record Written(Instant time, String device) {}

  /** Notes an edit by the lists before and after it. */
  void edited(Step.Edit edit, ORMap<String, Item> before, ORMap<String, Item> after, Instant time) {
    Set<Integer> known = heardBy(edit.device());
    boolean isNew = !before.contains(edit.item());
    Entry entry = new Entry(entries.size(), edit, isNew, Set.copyOf(known));
    entries.add(entry);
    known.add(entry.number());
    for (Item row : after.get(edit.item())) {
      row.note()
          .forEachLive(
              (dot, note) -> notes.putIfAbsent(note.timestamp(), new Written(time, edit.device())));
    }
  }

  /** Notes that one device has heard of all that another had heard of. */
  void heard(String to, String from) {
    heardBy(to).addAll(heardBy(from));
  }

  /** Returns when a note was written, by a clock that is right. */
  Instant trueTime(HybridTimestamp stamp) {
    return written(stamp).time();
  }

  /** Returns a stamp with the name of the device in place of the id of its replica. */
  String named(HybridTimestamp stamp) {
    return stamp.toString().replace(stamp.replica().toString(), written(stamp).device());
  }

  private Written written(HybridTimestamp stamp) {
    return Objects.requireNonNull(notes.get(stamp), "note was never noted");
  }

  /** Returns what meets, row by row, when one device hears from another; each pair meets once. */
  List<Meeting> meetings(String here, String there) {
    Map<String, List<Entry>> onlyThere = onlyHeardBy(there, here);
    List<Meeting> meetings = new ArrayList<>();
    onlyHeardBy(here, there)
        .forEach(
            (item, mine) -> {
              List<Entry> theirs = onlyThere.getOrDefault(item, List.of());
              if (meet(mine, theirs)) {
                meetings.add(new Meeting(item, left(mine), left(theirs)));
              }
            });
    return meetings;
  }

  private Map<String, List<Entry>> onlyHeardBy(String one, String other) {
    Set<Integer> numbers = new TreeSet<>(heardBy(one));
    numbers.removeAll(heardBy(other));
    Map<String, List<Entry>> rows = new TreeMap<>();
    for (int number : numbers) {
      Entry entry = entries.get(number);
      rows.computeIfAbsent(entry.edit().item(), none -> new ArrayList<>()).add(entry);
    }
    return rows;
  }

  /** Returns the edits without those that a later removal among them took away again. */
  private static List<Entry> left(List<Entry> edits) {
    return edits.stream()
        .filter(
            entry ->
                edits.stream()
                    .filter(Meeting::isRemoval)
                    .noneMatch(removal -> removal.knew().contains(entry.number())))
        .toList();
  }

  /** Returns whether any two of them have not met before. */
  private boolean meet(List<Entry> some, List<Entry> others) {
    boolean first = false;
    for (Entry one : some) {
      for (Entry other : others) {
        int less = Math.min(one.number(), other.number());
        first |= met.add(List.of(less, Math.max(one.number(), other.number())));
      }
    }
    return first;
  }

  private Set<Integer> heardBy(String device) {
    return heard.computeIfAbsent(device, none -> new TreeSet<>());
  }
}
