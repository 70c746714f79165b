package dev.rejoin.crdt.example;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Sums up a run. */
final class Report {

  private static final int NAMES = 12;

  private final Page page;

  Report(Page page) {
    this.page = page;
  }

  void conflicts(Iterable<Conflict> conflicts) {
    Map<Conflict.Kind, Long> counts = new TreeMap<>();
    conflicts.forEach(conflict -> counts.merge(conflict.kind(), 1L, Long::sum));
    section("What met");
    counts.forEach((kind, count) -> number(count, kind.label()));
    if (counts.isEmpty()) {
      number(0, "edits that did not know of each other");
    }
  }

  void traffic(Traffic traffic) {
    section("What it took");
    number(traffic.withNews(), "messages with news");
    number(traffic.messages() - traffic.withNews(), "messages that only acknowledge one");
    number(traffic.bytes(), "bytes of JSON in all of them, with deltas");
    number(
        traffic.wholeBytes(), "bytes, had those with news held whole states, and no others sent");
  }

  private void number(long value, String what) {
    page.line(String.format(Locale.ROOT, "%,11d  %s", value, what));
  }

  private void section(String title) {
    page.line("");
    page.line(title);
  }

  void views(List<Device> devices) {
    section("What each device shows");
    for (Device device : devices) {
      page.hanging("  " + device.name(), NAMES + 2, Page.pieces(View.of(device.document())));
    }
  }

  /** Returns whether all devices show the same. */
  static Verdict verdict(List<Device> devices) {
    Device first = devices.get(0);
    List<String> differences = new ArrayList<>();
    for (Device device : devices) {
      if (!device.document().equals(first.document())) {
        Set<String> rows = View.changes(first.document(), device.document()).keySet();
        differences.add(
            device.name() + " in " + (rows.isEmpty() ? "what it knows" : Conflict.names(rows)));
      }
    }
    return differences.isEmpty()
        ? new Verdict(true, "All " + devices.size() + " devices show the same.")
        : new Verdict(
            false,
            "The devices differ from %s: %s."
                .formatted(first.name(), String.join("; ", differences)));
  }
}
