package dev.rejoin.crdt.testkit;

import dev.rejoin.crdt.Author;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.BinaryOperator;

/**
 * A replicated growable array in forty lines, to be broken: a tree in which every item hangs on the
 * one that it was inserted behind, the latest of them first.
 *
 * @param nodes all items that ever were
 */
record Rga(Map<Rga.Id, Rga.Node> nodes) {

  static final Rga EMPTY = new Rga(Map.of());

  static final Comparator<Id> LATEST_FIRST =
      Comparator.comparingInt(Id::counter).thenComparing(Id::replica).reversed();

  private static final Id ROOT = new Id(0, "");

  /** An item, shown as its id. */
  record Id(int counter, String replica) {

    @Override
    public String toString() {
      return replica + counter;
    }
  }

  record Node(Id parent, boolean removed) {}

  /** Returns the subject in which siblings have that order. */
  static Subject<Rga> subject(Comparator<Id> siblings) {
    return subject(siblings, Rga::merge, (list, at) -> list.remove(list.items(siblings), at));
  }

  static Subject<Rga> subject(
      Comparator<Id> siblings, BinaryOperator<Rga> merge, BiFunction<Rga, Integer, Rga> remove) {
    return Subject.of(EMPTY)
        .merging(merge)
        .edit("insert", List.of(0, 1), (list, me, at) -> list.insert(me, list.items(siblings), at))
        .edit("remove", List.of(0), (list, me, at) -> remove.apply(list, at))
        .observing(list -> list.items(siblings))
        .meaning(Meanings.sequence("insert", "remove"));
  }

  Rga insert(Author me, List<Id> items, int at) {
    int last = nodes.keySet().stream().mapToInt(Id::counter).max().orElse(0);
    int before = Math.min(at, items.size()) - 1;
    Node node = new Node(before < 0 ? ROOT : items.get(before), false);
    return with(new Id(last + 1, me.id().value()), node);
  }

  Rga remove(List<Id> items, int at) {
    return at < items.size() ? with(items.get(at), new Node(parent(items.get(at)), true)) : this;
  }

  Id parent(Id item) {
    return nodes.getOrDefault(item, new Node(ROOT, true)).parent();
  }

  boolean shows(Id item) {
    return !nodes.getOrDefault(item, new Node(ROOT, true)).removed();
  }

  Rga with(Id item, Node node) {
    Map<Id, Node> more = ordered();
    more.put(item, node);
    return new Rga(more);
  }

  Rga merge(Rga other) {
    Map<Id, Node> merged = ordered();
    other.nodes.forEach(
        (item, node) ->
            merged.merge(item, node, (a, b) -> new Node(a.parent(), a.removed() || b.removed())));
    return new Rga(merged);
  }

  private Map<Id, Node> ordered() {
    Map<Id, Node> ordered = new TreeMap<>(LATEST_FIRST);
    ordered.putAll(nodes);
    return ordered;
  }

  List<Id> items(Comparator<Id> siblings) {
    List<Id> items = new ArrayList<>();
    collect(ROOT, siblings, items);
    return items;
  }

  private void collect(Id parent, Comparator<Id> siblings, List<Id> items) {
    nodes.keySet().stream()
        .filter(item -> parent(item).equals(parent))
        .sorted(siblings)
        .forEach(
            item -> {
              if (shows(item)) {
                items.add(item);
              }
              collect(item, siblings, items);
            });
  }
}
