package dev.rejoin.crdt.testkit;

import dev.rejoin.crdt.Author;
import dev.rejoin.crdt.CausalCounter;
import dev.rejoin.crdt.CausalRecord;
import dev.rejoin.crdt.CrdtRecord;
import dev.rejoin.crdt.EWFlag;
import dev.rejoin.crdt.MVRegister;
import dev.rejoin.crdt.ORMap;
import dev.rejoin.crdt.ORSet;
import java.math.BigInteger;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A table of typed rows. */
class TodoMapLawsTest implements CrdtLaws<ORMap<String, TodoMapLawsTest.Todo>> {

  record Todo(MVRegister<String> title, EWFlag done, ORSet<String> tags, CausalCounter votes)
      implements CausalRecord<Todo> {

    static final Todo EMPTY = CrdtRecord.empty(Todo.class);

    /** Edits three components at once. */
    Todo made(Author me) {
      return new Todo(title.assign(me, "x"), done, tags.add(me, "a"), votes.increment(me));
    }

    Todo titled(Author me) {
      return new Todo(title.assign(me, "y"), done, tags, votes);
    }

    Todo finished(Author me) {
      return new Todo(title, done.enable(me), tags, votes);
    }

    /** Takes away in two components at once. */
    Todo undone(Author me) {
      return new Todo(title, done.disable(), tags.clear(), votes);
    }

    Todo reset(Author me) {
      return new Todo(title, done, tags, votes.reset());
    }

    Row row() {
      return new Row(
          title.values().toJavaSet(),
          done.isEnabled(),
          tags.elements().toJavaSet(),
          BigInteger.valueOf(votes.value()));
    }
  }

  /** What is seen of a row. */
  record Row(Set<String> titles, boolean done, Set<String> tags, BigInteger votes) {

    boolean isThere() {
      return done || !titles.isEmpty() || !tags.isEmpty() || votes.signum() != 0;
    }
  }

  @Override
  public Subject<ORMap<String, Todo>> subject() {
    return Subject.startingAt(ORMap.<String, Todo>empty())
        .edit("make", (map, me) -> edit(map, me, Todo::made))
        .edit("title", (map, me) -> edit(map, me, Todo::titled))
        .edit("finish", (map, me) -> edit(map, me, Todo::finished))
        .edit("undo", (map, me) -> edit(map, me, Todo::undone))
        .edit("reset", (map, me) -> edit(map, me, Todo::reset))
        .edit("remove", (map, me) -> map.remove("t"))
        .codec(SavedTodos::of, SavedTodos::read)
        .observing(map -> map.toMap().mapValues(Todo::row))
        .meaning(TodoMapLawsTest::rows);
  }

  private static ORMap<String, Todo> edit(
      ORMap<String, Todo> map, Author me, BiFunction<Todo, Author, Todo> edit) {
    return map.update(me, "t", Todo.EMPTY, edit);
  }

  private static Map<String, Row> rows(Visible visible) {
    Row row = row(visible);
    return row.isThere() ? Map.of("t", row) : Map.of();
  }

  /** Returns what is to be seen of a row after those edits of it. */
  static Row row(Visible visible) {
    return new Row(
        surviving(visible, Set.of("make", "title"), Set.of("make", "title", "remove"))
            .map(edit -> edit.name().equals("make") ? "x" : "y")
            .collect(Collectors.toSet()),
        surviving(visible, Set.of("finish"), Set.of("undo", "remove")).findAny().isPresent(),
        surviving(visible, Set.of("make"), Set.of("undo", "remove"))
            .map(edit -> "a")
            .collect(Collectors.toSet()),
        CarriedCounts.sum(
            visible,
            named(Set.of("reset", "remove")),
            edit -> edit.name().equals("make") ? BigInteger.ONE : BigInteger.ZERO));
  }

  /** Returns the edits of some names that no edit of the others saw. */
  private static Stream<Visible.Edit> surviving(
      Visible visible, Set<String> adds, Set<String> takesAway) {
    return visible.edits().stream()
        .filter(named(adds))
        .filter(
            edit ->
                visible.edits().stream()
                    .filter(named(takesAway))
                    .noneMatch(later -> visible.saw(later, edit)));
  }

  private static Predicate<Visible.Edit> named(Set<String> names) {
    return edit -> names.contains(edit.name());
  }
}
