package dev.rejoin.crdt.example;

import dev.rejoin.crdt.example.Ledger.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Edits of one row on two sides, each made without knowledge of those on the other side. */
record Meeting(String item, List<Entry> here, List<Entry> there) {

  static boolean isRemoval(Entry entry) {
    return entry.verb() == Verb.REMOVE;
  }

  static Predicate<Entry> is(Verb verb) {
    return entry -> entry.verb() == verb;
  }

  /** Returns those edits of both sides. */
  List<Entry> both(Predicate<Entry> wanted) {
    return Stream.concat(here.stream(), there.stream()).filter(wanted).toList();
  }

  /** Returns the devices that made those edits. */
  List<String> devices(Predicate<Entry> wanted) {
    return both(wanted).stream().map(entry -> entry.edit().device()).distinct().toList();
  }

  /** Returns whether there is one kind of edit on one side and the other kind on the other. */
  boolean has(Predicate<Entry> one, Predicate<Entry> other) {
    return (here.stream().anyMatch(one) && there.stream().anyMatch(other))
        || (there.stream().anyMatch(one) && here.stream().anyMatch(other));
  }

  /** Returns what each side put into the row, where the other removed it. */
  List<Entry> survivors() {
    List<Entry> survivors = new ArrayList<>();
    if (there.stream().anyMatch(Meeting::isRemoval)) {
      here.stream().filter(entry -> entry.verb().puts()).forEach(survivors::add);
    }
    if (here.stream().anyMatch(Meeting::isRemoval)) {
      there.stream().filter(entry -> entry.verb().puts()).forEach(survivors::add);
    }
    return survivors;
  }

  /** Returns what one side counted, as in {@code phone +2 and watch -1}. */
  static String counts(List<Entry> side) {
    return Conflict.names(
        side.stream()
            .filter(Entry::counts)
            .map(entry -> signed(entry.edit().device(), entry.counted()))
            .toList());
  }

  private static String signed(String device, long amount) {
    return device + (amount < 0 ? " " : " +") + amount;
  }
}
