package dev.rejoin.crdt.example;

import dev.rejoin.crdt.MVRegister;
import dev.rejoin.crdt.ORMap;
import io.vavr.collection.List;
import io.vavr.collection.Seq;
import java.util.Map;
import java.util.TreeMap;

/** What a device shows of its list, as text. */
final class View {

  private View() {}

  static String of(ORMap<String, Item> list) {
    return list.isEmpty()
        ? "nothing to buy"
        : list.toMap().map(row -> row(row._1, row._2)).mkString(", ");
  }

  /** Returns a row, as in {@code 2 milk (oat? whole?) #party [x]}. */
  static String row(String name, Item item) {
    long amount = item.amount().value();
    return (amount == 1 ? "" : amount + " ")
        + name
        + notes(item.note())
        + item.tags().elements().map(tag -> " #" + tag).mkString()
        + (item.bought().isEnabled() ? " [x]" : "");
  }

  /** Returns the note, or all of those of which somebody has to choose one, the latest first. */
  private static String notes(MVRegister<String> note) {
    Seq<String> notes = List.ofAll(note.latest()).appendAll(note.values()).distinct();
    return switch (notes.size()) {
      case 0 -> "";
      case 1 -> " (" + notes.head() + ")";
      default -> notes.mkString(" (", "? ", "?)");
    };
  }

  /** Returns the rows that show something else than before, each by its name. */
  static Map<String, String> changes(ORMap<String, Item> before, ORMap<String, Item> after) {
    Map<String, String> changes = new TreeMap<>();
    after.changesFrom(
        before,
        name -> changes.put(name, row(name, after.get(name).get())),
        name -> changes.put(name, "no " + name),
        name -> {
          String now = row(name, after.get(name).get());
          if (!now.equals(row(name, before.get(name).get()))) {
            changes.put(name, now);
          }
        });
    return changes;
  }
}
