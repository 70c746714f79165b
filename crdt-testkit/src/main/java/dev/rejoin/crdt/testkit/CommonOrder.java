package dev.rejoin.crdt.testkit;

import static dev.rejoin.crdt.testkit.Breach.operand;
import static dev.rejoin.crdt.testkit.Equation.equal;

import io.vavr.control.Option;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Whether there is one order of all items to which every state keeps: whether there is no round of
 * items each of which some state shows before the next one.
 *
 * @param <S> the type of the states
 */
final class CommonOrder<S> {

  /** The first state of each list that is shown. */
  private final Map<List<Object>, Moment<S>> shown = new LinkedHashMap<>();

  /**
   * That one item comes before another.
   *
   * @param by the name of the state that shows it, empty if none does
   */
  private record Before(Object item, Object other, String by) {

    @Override
    public String toString() {
      return item + " before " + other + (by.isEmpty() ? "" : " in " + by);
    }
  }

  /** Adds what a state shows: items that all differ. */
  void add(Moment<S> state, List<Object> items) {
    shown.putIfAbsent(items, state);
  }

  /** Returns the breach that a shortest round is, or none if there is an order. */
  Option<Breach> breach() {
    return round(edges(1)).isEmpty() // enough to find out, as it follows for all that come later
        ? Option.none()
        : Option.ofOptional(round(edges(Integer.MAX_VALUE))).map(this::breach);
  }

  /** Returns for each item those that any state shows at most so many later. */
  private Map<Object, Set<Object>> edges(int furthest) {
    Map<Object, Set<Object>> edges = new LinkedHashMap<>();
    for (List<Object> items : shown.keySet()) {
      for (int i = 0; i < items.size(); i++) {
        Set<Object> later = edges.computeIfAbsent(items.get(i), item -> new LinkedHashSet<>());
        for (int j = i + 1; j < items.size() && j - i <= furthest; j++) {
          later.add(items.get(j));
        }
      }
    }
    return edges;
  }

  /** Returns the items of a shortest round, and the first of them once more. */
  private Optional<List<Object>> round(Map<Object, Set<Object>> edges) {
    return edges.keySet().stream()
        .flatMap(start -> round(edges, start).stream())
        .min(Comparator.comparingInt(List::size));
  }

  private Optional<List<Object>> round(Map<Object, Set<Object>> edges, Object start) {
    Map<Object, Object> reachedFrom = new HashMap<>();
    Deque<Object> reached = new ArrayDeque<>(List.of(start));
    while (!reached.isEmpty()) {
      Object item = reached.remove();
      for (Object other : edges.getOrDefault(item, Set.of())) {
        if (reachedFrom.putIfAbsent(other, item) == null && !other.equals(start)) {
          reached.add(other);
        }
      }
    }
    if (!reachedFrom.containsKey(start)) {
      return Optional.empty();
    }
    List<Object> round = new ArrayList<>(List.of(start));
    do {
      round.add(0, reachedFrom.get(round.get(0)));
    } while (!round.get(0).equals(start));
    return Optional.of(round);
  }

  private Breach breach(List<Object> round) {
    int length = round.size() - 1;
    List<Before> shows = new ArrayList<>();
    List<Before> follows = new ArrayList<>();
    List<Breach.Operand> operands = new ArrayList<>();
    for (int i = 0; i < length; i++) {
      Object item = round.get(i);
      Object other = round.get(i + 1);
      String name = length <= 3 ? "xyz".substring(i, i + 1) : "x" + (i + 1);
      operands.add(operand(name, state(item, other)));
      shows.add(new Before(item, other, name));
      follows.add(i < length - 1 ? new Before(item, other, "") : new Before(other, item, ""));
    }
    List<Object> pair = round.subList(0, 2);
    return length == 2
        ? new Breach(equal("order in x", pair, "order in y", round.subList(1, 3)), operands)
        : new Breach(equal("order of items", shows, "one common order", follows), operands);
  }

  /** Returns the first state that shows the one item before the other. */
  private Moment<S> state(Object item, Object other) {
    return shown.entrySet().stream()
        .filter(list -> list.getKey().contains(item))
        .filter(list -> list.getKey().indexOf(item) < list.getKey().indexOf(other))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElseThrow();
  }
}
