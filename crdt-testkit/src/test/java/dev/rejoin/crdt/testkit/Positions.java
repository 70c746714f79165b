package dev.rejoin.crdt.testkit;

import dev.rejoin.crdt.Author;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A list whose items lie at positions that are texts, in their order: between any two there is room
 * for another, and no two are equal, since each ends with the id of its item.
 *
 * @param all all positions that ever were
 * @param removed those that are no more
 */
record Positions(Set<String> all, Set<String> removed) {

  /** Greater than what lies to the left of an item, less than what lies to the right of it. */
  private static final String ITSELF = "M";

  static Subject<Positions> subject() {
    return Subject.of(new Positions(Set.of(), Set.of()))
        .merging(Positions::merge)
        .edit("insert", List.of(0, 1), (list, me, at) -> list.insert(me, at))
        .edit("remove", List.of(0), (list, me, at) -> list.remove(at))
        .observing(Positions::items)
        .meaning(Meanings.sequence("insert", "remove"));
  }

  Positions insert(Author me, int at) {
    List<String> items = items();
    String left = at == 0 || items.isEmpty() ? "" : items.get(Math.min(at, items.size()) - 1);
    String right = at < items.size() ? items.get(at) : "";
    String id = me.id().value() + "%03d".formatted(all.size());
    String position =
        !right.isEmpty() && parent(right).startsWith(parent(left))
            ? parent(right) + "L" + id
            : parent(left) + "R" + id;
    return new Positions(BrokenSets.union(all, Set.of(position + ITSELF)), removed);
  }

  private static String parent(String position) {
    return position.isEmpty() ? "" : position.substring(0, position.length() - 1);
  }

  Positions remove(int at) {
    return at < items().size()
        ? new Positions(all, BrokenSets.union(removed, Set.of(items().get(at))))
        : this;
  }

  Positions merge(Positions other) {
    return new Positions(
        BrokenSets.union(all, other.all), BrokenSets.union(removed, other.removed));
  }

  List<String> items() {
    return new ArrayList<>(new TreeSet<>(BrokenSets.minus(all, removed)));
  }
}
