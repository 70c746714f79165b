package dev.rejoin.crdt.example;

import dev.rejoin.crdt.ORMap;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Prints what happens, step by step: who did what, what met, and what each device shows by it. */
final class Timeline {

  private static final int NAMES = 11;
  private static final int TEXTS = 26;

  private final Page page;
  private final List<String> names;
  private final int texts;
  private String day = "";

  Timeline(Page page, Collection<String> names) {
    this.page = page;
    this.names = List.copyOf(names);
    this.texts = NAMES + names.stream().mapToInt(String::length).max().orElse(0) + 3;
  }

  /** How things stand: the time, the list on each device, in order, and who is offline. */
  record Moment(Instant time, List<ORMap<String, Item>> lists, Collection<String> offline) {

    String marked(String name) {
      return offline.contains(name) ? name + "*" : name;
    }
  }

  void step(
      Moment before, Moment after, String device, String text, Collection<Conflict> conflicts) {
    turnTo(after.time());
    String head =
        padded(padded(ScriptTime.show(after.time()), NAMES) + after.marked(device), texts) + text;
    List<String> changes = changes(before, after);
    if (conflicts.isEmpty() && !changes.isEmpty()) {
      page.hanging(head, texts + TEXTS, Page.pieces(changes.remove(0)));
    } else {
      page.line(head);
    }
    for (Conflict conflict : conflicts) {
      page.hanging(padded("", NAMES - 2) + "!", NAMES, conflict.toString());
    }
    for (String change : changes) {
      page.hanging("", texts + TEXTS, Page.pieces(change));
    }
  }

  void say(Instant time, String text) {
    if (!turnTo(time)) {
      page.line("");
    }
    page.hanging("", NAMES, text);
  }

  /** Leaves a line free before another day, and returns whether it did. */
  private boolean turnTo(Instant time) {
    String today = ScriptTime.show(time).substring(0, 3);
    boolean turned = !day.equals(today);
    if (turned) {
      page.line("");
      day = today;
    }
    return turned;
  }

  private static String padded(String text, int width) {
    return text + " ".repeat(Math.max(0, width - text.length()));
  }

  /** Returns what is newly shown, row by row, with the devices that show it. */
  private List<String> changes(Moment before, Moment after) {
    Map<String, List<String>> shownBy = new LinkedHashMap<>();
    for (int i = 0; i < names.size(); i++) {
      Map<String, String> rows = View.changes(before.lists().get(i), after.lists().get(i));
      if (!rows.isEmpty()) {
        String now = String.join(", ", rows.values());
        shownBy.computeIfAbsent(now, none -> new ArrayList<>()).add(after.marked(names.get(i)));
      }
    }
    List<String> lines = new ArrayList<>();
    shownBy.forEach((now, devices) -> lines.add(label(devices) + ": " + now));
    return lines;
  }

  private String label(List<String> devices) {
    return devices.size() == names.size() ? "all " + names.size() : String.join(", ", devices);
  }
}
