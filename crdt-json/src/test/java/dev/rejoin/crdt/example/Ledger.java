package dev.rejoin.crdt.example;

import dev.rejoin.crdt.Dot;
import dev.rejoin.crdt.HybridTimestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What the narrator writes down of the edits that states soon forget, and which devices have heard
 * of them: a remove leaves no trace of who made it, nor a title of what its author knew. No device
 * reads this, and it has no part in any merge.
 */
final class Ledger {

  /** A remove: who took away which dots of an item. */
  record Removal(String device, String item, NavigableSet<Dot> dots) {}

  private final Map<Dot, Household> seenAtAdd = new HashMap<>();
  private final Map<HybridTimestamp, Instant> titleTimes = new HashMap<>();
  private final Map<String, Set<Removal>> removals = new HashMap<>();
  private final Map<String, Set<HybridTimestamp>> titles = new HashMap<>();

  /** Notes an edit by the documents before and after it. */
  void edited(String device, Household before, Household after, Instant time) {
    SortedMap<String, NavigableSet<Dot>> dots = live(before);
    live(after).values().forEach(now -> now.forEach(dot -> seenAtAdd.putIfAbsent(dot, before)));
    dots.keySet().removeAll(live(after).keySet());
    dots.forEach((item, gone) -> removalsOn(device).add(new Removal(device, item, gone)));
    for (HybridTimestamp stamp : after.title().timestamp()) {
      titleTimes.putIfAbsent(stamp, time);
      titlesOn(device).add(stamp);
    }
  }

  /** Notes that one device has heard of all that another had heard of. */
  void heard(String to, String from) {
    removalsOn(to).addAll(removalsOn(from));
    titlesOn(to).addAll(titlesOn(from));
  }

  /** Returns the items with a remove that one of the two devices has heard of and not the other. */
  Set<String> removedItems(String one, String other) {
    Set<Removal> removals = new LinkedHashSet<>(removalsOn(one));
    removals.addAll(removalsOn(other));
    removals.removeIf(
        known -> removalsOn(one).contains(known) && removalsOn(other).contains(known));
    return removals.stream().map(Removal::item).collect(Collectors.toCollection(TreeSet::new));
  }

  /** Returns the removes of {@code item} that one device has heard of and another has not. */
  Set<Removal> removals(String item, String heardBy, String notBy) {
    Set<Removal> removals = new LinkedHashSet<>(removalsOn(heardBy));
    removals.removeAll(removalsOn(notBy));
    removals.removeIf(removal -> !removal.item().equals(item));
    return removals;
  }

  /** Returns whether {@code device} has ever shown or passed over the title of that stamp. */
  boolean knowsTitle(String device, HybridTimestamp stamp) {
    return titlesOn(device).contains(stamp);
  }

  /** Returns when a title was given, by a clock that is right. */
  Instant trueTime(HybridTimestamp stamp) {
    return Objects.requireNonNull(titleTimes.get(stamp), "title was never noted");
  }

  /** Returns what the author of an add had in front of them. */
  Household seenAtAdd(Dot dot) {
    return Objects.requireNonNull(seenAtAdd.get(dot), "add was never noted");
  }

  /** Returns the items of the list with their live dots. */
  static SortedMap<String, NavigableSet<Dot>> live(Household document) {
    SortedMap<String, NavigableSet<Dot>> live = new TreeMap<>();
    document
        .list()
        .forEachLive(
            (item, dots) -> {
              NavigableSet<Dot> all = new TreeSet<>();
              dots.forEach(all::add);
              live.put(item, all);
            });
    return live;
  }

  private Set<Removal> removalsOn(String device) {
    return removals.computeIfAbsent(device, none -> new LinkedHashSet<>());
  }

  private Set<HybridTimestamp> titlesOn(String device) {
    return titles.computeIfAbsent(device, none -> new TreeSet<>());
  }
}
