package dev.rejoin.crdt.testkit;

import dev.rejoin.crdt.Crdt;
import dev.rejoin.crdt.RecordShape;
import dev.rejoin.crdt.testkit.TodoMapLawsTest.Todo;
import java.util.List;
import java.util.stream.IntStream;

/** A row outside of any map, whose components have a context each. */
class CausalRecordLawsTest implements CrdtLaws<Todo> {

  private static final RecordShape<Todo> SHAPE = RecordShape.of(Todo.class);

  @Override
  public Subject<Todo> subject() {
    return Subject.startingAt(Todo.EMPTY)
        .edit("make", Todo::made)
        .edit("title", Todo::titled)
        .edit("finish", Todo::finished)
        .edit("undo", Todo::undone)
        .edit("reset", Todo::reset)
        .codec(CausalRecordLawsTest::parts, SHAPE::record)
        .observing(Todo::row)
        .meaning(TodoMapLawsTest::row);
  }

  private static List<? extends Crdt<?>> parts(Todo todo) {
    return IntStream.range(0, SHAPE.size()).mapToObj(i -> SHAPE.component(todo, i)).toList();
  }
}
