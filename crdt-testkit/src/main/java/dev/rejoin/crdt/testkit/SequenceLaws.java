package dev.rejoin.crdt.testkit;

import static dev.rejoin.crdt.testkit.Breach.operand;
import static dev.rejoin.crdt.testkit.Equation.equal;

import io.vavr.control.Option;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The strong list specification (Attiya et al., Specification and Complexity of Collaborative Text
 * Editing, 2016): an edit changes what its replica showed at one index, a state shows the items
 * that were inserted and not removed, and all states show them in one common order.
 *
 * <p>The first of the three tells which item belongs to which insert. The items must all differ for
 * that.
 *
 * @param <S> the type of the states
 */
final class SequenceLaws<S> {

  private final History<S> history;
  private final SequenceMeaning meaning;
  private final IdentityHashMap<Moment<S>, List<Object>> shown = new IdentityHashMap<>();
  private final Map<Integer, Object> inserted = new LinkedHashMap<>(); // by the insert's number
  private final Map<Integer, Integer> removed = new HashMap<>(); // the insert, by the remove's

  /** Stands for the item that an insert should have put in. */
  private enum Placeholder {
    NEW;

    @Override
    public String toString() {
      return "(a new item)";
    }
  }

  SequenceLaws(History<S> history, SequenceMeaning meaning) {
    this.history = history;
    this.meaning = meaning;
  }

  Option<Breach> breach() {
    for (int number = 0; number < history.changes().size(); number++) {
      Visible.Edit edit = Visible.edit(history, number);
      Change<S> change = history.changes().get(number);
      Option<Breach> breach = meaning.isInsert(edit) ? insert(edit, change) : remove(edit, change);
      if (breach.isDefined()) {
        return breach;
      }
    }
    List<Moment<S>> closed =
        history.moments().stream().filter(history.chronicle()::isCausallyClosed).toList();
    for (Moment<S> x : closed) {
      Option<Breach> breach = items(x);
      if (breach.isDefined()) {
        return breach;
      }
    }
    CommonOrder<S> order = new CommonOrder<>();
    closed.forEach(x -> order.add(x, shown(x)));
    return order.breach();
  }

  private List<Object> shown(Moment<S> x) {
    return shown.computeIfAbsent(x, this::observed);
  }

  private List<Object> observed(Moment<S> x) {
    Object value = history.answers().observe(x.state());
    if (PlainValue.of(value) instanceof List<?> list && list.stream().allMatch(Objects::nonNull)) {
      return new ArrayList<>(list);
    }
    throw new IllegalStateException(
        "a sequence must be observed as a list of items that are not null, but was %s (%s)"
            .formatted(Report.text(value), x.label()));
  }

  private Option<Breach> insert(Visible.Edit edit, Change<S> change) {
    List<Object> old = shown(change.old());
    List<Object> edited = shown(change.edited());
    int at = meaning.index(edit, old.size());
    if (edited.size() == old.size() + 1 && without(edited, at).equals(old)) {
      inserted.put(edit.number(), edited.get(at));
      return Option.none();
    }
    List<Object> expected = new ArrayList<>(old);
    expected.add(at, Placeholder.NEW);
    return breach(change, "value of old with one more item at " + at, expected);
  }

  private Option<Breach> remove(Visible.Edit edit, Change<S> change) {
    List<Object> old = shown(change.old());
    int at = meaning.index(edit, old.size());
    List<Object> expected = at < old.size() ? without(old, at) : old;
    if (!expected.equals(shown(change.edited()))) {
      String text = at < old.size() ? "value of old without item " + at : "value of old";
      return breach(change, text, expected);
    }
    if (at < old.size()) {
      there(change.old()).entrySet().stream()
          .filter(item -> item.getValue().equals(old.get(at)))
          .findFirst()
          .ifPresent(item -> removed.put(edit.number(), item.getKey()));
    }
    return Option.none();
  }

  private Option<Breach> breach(Change<S> change, String text, List<Object> expected) {
    return Option.some(
        Breach.of(
            equal("value of edited", shown(change.edited()), text, expected),
            operand("old", change.old()),
            operand("edited", change.edited())));
  }

  private static List<Object> without(List<Object> items, int at) {
    List<Object> left = new ArrayList<>(items);
    left.remove(at);
    return left;
  }

  /** Returns the items that are inserted and not removed there, by the numbers of their inserts. */
  private Map<Integer, Object> there(Moment<S> x) {
    Map<Integer, Object> there = new LinkedHashMap<>(inserted);
    there.keySet().retainAll(history.chronicle().numbers(x).boxed().toList());
    history.chronicle().numbers(x).boxed().map(removed::get).forEach(there.keySet()::remove);
    return there;
  }

  private Option<Breach> items(Moment<S> x) {
    List<Object> seen = shown(x);
    List<Object> expected = new ArrayList<>(there(x).values());
    List<Object> left = new ArrayList<>(expected);
    if (!seen.stream().allMatch(left::remove) || !left.isEmpty()) {
      return Option.some(
          Breach.of(
              equal("value of x", seen, "what x means, in any order", expected), operand("x", x)));
    }
    if (new HashSet<>(seen).size() < seen.size()) {
      throw new IllegalStateException(
          "items of a sequence must all differ, but were %s (%s): observe each with its id"
              .formatted(seen, x.label()));
    }
    return Option.none();
  }
}
