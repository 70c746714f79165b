package dev.rejoin.crdt.testkit;

import dev.rejoin.crdt.CausalContext;
import dev.rejoin.crdt.CausalCounter;
import dev.rejoin.crdt.Dot;
import dev.rejoin.crdt.EWFlag;
import dev.rejoin.crdt.LiveDots;
import dev.rejoin.crdt.MVRegister;
import dev.rejoin.crdt.ORMap;
import dev.rejoin.crdt.ORSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A table of rows as it could be written.
 *
 * @param context what the whole table has seen
 * @param rows the live dots of each row
 */
record SavedTodos(CausalContext context, Map<String, Row> rows) {

  /** The live dots of one row, without a context of their own. */
  record Row(
      Map<Dot, MVRegister.Assignment<String>> title,
      List<Dot> done,
      Map<String, List<Dot>> tags,
      Map<Dot, CausalCounter.Amounts> votes) {

    static Row of(TodoMapLawsTest.Todo todo) {
      Row row = new Row(new HashMap<>(), new ArrayList<>(), new HashMap<>(), new HashMap<>());
      todo.title().forEachLive(row.title::put);
      todo.done().forEachLive(row.done::add);
      todo.tags().forEachLive((tag, dots) -> row.tags.put(tag, new ArrayList<>(dots)));
      todo.votes().forEachLive(row.votes::put);
      return row;
    }

    TodoMapLawsTest.Todo read(LiveDots dots) {
      MVRegister.Builder<String> titles = MVRegister.builderUnder(dots);
      title.forEach(titles::live);
      EWFlag.Builder flag = EWFlag.builderUnder(dots);
      done.forEach(flag::live);
      ORSet.Builder<String> set = ORSet.builderUnder(dots);
      tags.forEach(set::live);
      CausalCounter.Builder counter = CausalCounter.builderUnder(dots);
      votes.forEach(counter::live);
      return new TodoMapLawsTest.Todo(titles.build(), flag.build(), set.build(), counter.build());
    }
  }

  static SavedTodos of(ORMap<String, TodoMapLawsTest.Todo> todos) {
    Map<String, Row> rows = new LinkedHashMap<>();
    todos.forEachLive((key, todo) -> rows.put(key, Row.of(todo)));
    return new SavedTodos(todos.context(), rows);
  }

  ORMap<String, TodoMapLawsTest.Todo> read() {
    ORMap.Builder<String, TodoMapLawsTest.Todo> builder = ORMap.builder(context);
    rows.forEach((key, row) -> builder.live(key, row.read(builder.dots())));
    return builder.build();
  }
}
