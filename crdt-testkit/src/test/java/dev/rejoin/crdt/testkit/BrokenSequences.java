package dev.rejoin.crdt.testkit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Broken lists. */
final class BrokenSequences {

  private BrokenSequences() {}

  static Subject<Rga> ascending() {
    return Rga.subject(Rga.LATEST_FIRST.reversed());
  }

  /** A delete drops the node at once, and all that hangs on it can no longer be reached. */
  static Subject<Rga> nodesDropped() {
    return Rga.subject(
        Rga.LATEST_FIRST,
        Rga::merge,
        (list, at) -> {
          Map<Rga.Id, Rga.Node> left = new TreeMap<>(Rga.LATEST_FIRST);
          left.putAll(list.nodes());
          list.items(Rga.LATEST_FIRST).stream().skip(at).findFirst().ifPresent(left::remove);
          return new Rga(left);
        });
  }

  /** An item is gone only once both sides have removed it. */
  static Subject<Rga> removesUndone() {
    return Rga.subject(
        Rga.LATEST_FIRST,
        (a, b) -> {
          Map<Rga.Id, Rga.Node> merged = new TreeMap<>(Rga.LATEST_FIRST);
          merged.putAll(a.merge(b).nodes());
          merged.replaceAll(
              (item, node) ->
                  a.shows(item) || b.shows(item) ? new Rga.Node(node.parent(), false) : node);
          return new Rga(merged);
        },
        (list, at) -> list.remove(list.items(Rga.LATEST_FIRST), at));
  }

  /** A delete takes out the item beside the one that was meant, if there is one. */
  static Subject<Rga> neighbourTakenOut() {
    return Rga.subject(
        Rga.LATEST_FIRST,
        Rga::merge,
        (list, at) -> {
          List<Rga.Id> items = list.items(Rga.LATEST_FIRST);
          return list.remove(items, at + 1 < items.size() ? at + 1 : at);
        });
  }

  /** Each replica has one of three places on a ring, and half a turn further is later. */
  static Subject<Rga> aroundARing() {
    Comparator<Rga.Id> ring =
        (a, b) -> {
          int turn = Math.floorMod(a.replica().charAt(0) - b.replica().charAt(0), 3);
          return turn == 0 ? Rga.LATEST_FIRST.compare(a, b) : turn == 1 ? 1 : -1;
        };
    return Rga.subject(ring);
  }

  /** Deletes are remembered as the indices that they were made at. */
  record Offsets(Rga list, Map<Rga.Id, Integer> deleted) {

    List<Rga.Id> items() {
      List<Rga.Id> items = new ArrayList<>(list.items(Rga.LATEST_FIRST));
      deleted.values().stream()
          .sorted(Comparator.reverseOrder())
          .filter(at -> at < items.size())
          .forEach(at -> items.remove(at.intValue()));
      return items;
    }

    Offsets merge(Offsets other) {
      Map<Rga.Id, Integer> all = new HashMap<>(deleted);
      other.deleted.forEach((by, at) -> all.merge(by, at, Math::max));
      return new Offsets(list.merge(other.list), all);
    }
  }

  static Subject<Offsets> deletesByOffset() {
    return Subject.of(new Offsets(Rga.EMPTY, Map.of()))
        .merging(Offsets::merge)
        .edit(
            "insert",
            List.of(0, 1),
            (text, me, at) -> new Offsets(text.list().insert(me, text.items(), at), text.deleted()))
        .edit(
            "remove",
            List.of(0),
            (text, me, at) -> {
              Map<Rga.Id, Integer> more = new HashMap<>(text.deleted());
              more.put(new Rga.Id(more.size(), me.id().value()), at);
              return text.items().isEmpty() ? text : new Offsets(text.list(), more);
            })
        .observing(Offsets::items)
        .meaning(Meanings.sequence("insert", "remove"));
  }

  /**
   * A list whose items lie at positions that are numbers, half way between their neighbours.
   *
   * @param positions of each item, no more of those that were removed
   */
  record Halves(Map<String, Double> positions) {

    List<String> items() {
      return positions.keySet().stream()
          .filter(item -> at(item) < 1)
          .sorted(Comparator.comparingDouble(this::at).thenComparing(item -> item))
          .toList();
    }

    private double at(String item) {
      return positions.getOrDefault(item, 1.0);
    }

    Halves insert(String replica, int index) {
      List<String> items = items();
      int before = Math.min(index, items.size());
      double left = before == 0 ? 0 : at(items.get(before - 1));
      double right = before == items.size() ? 1 : at(items.get(before));
      return with(replica + positions.size(), (left + right) / 2);
    }

    Halves remove(int index) {
      return index < items().size() ? with(items().get(index), 1) : this;
    }

    private Halves with(String item, double position) {
      Map<String, Double> more = new TreeMap<>(positions);
      more.put(item, position);
      return new Halves(more);
    }

    /** What was removed lies at one, and one is the greatest. */
    Halves merge(Halves other) {
      Map<String, Double> merged = new TreeMap<>(positions);
      other.positions.forEach((item, position) -> merged.merge(item, position, Math::max));
      return new Halves(merged);
    }
  }

  static Subject<Halves> halvedPositions() {
    return Subject.of(new Halves(Map.of()))
        .merging(Halves::merge)
        .edit("insert", List.of(0, 1), (list, me, at) -> list.insert(me.id().value(), at))
        .edit("remove", List.of(0), (list, me, at) -> list.remove(at))
        .observing(Halves::items)
        .meaning(Meanings.sequence("insert", "remove"));
  }
}
