package dev.rejoin.crdt.json;

import dev.rejoin.crdt.ORMap;
import dev.rejoin.crdt.testkit.CrdtLaws;
import dev.rejoin.crdt.testkit.Meaning;
import dev.rejoin.crdt.testkit.Subject;
import java.util.List;

/** A table of rows shows what it shows when it is never written. */
class TodosJsonLawsTest implements CrdtLaws<ORMap<String, Todo>> {

  @Override
  public Subject<ORMap<String, Todo>> subject() {
    return Encodings.encoded(
        neverWritten().meaning(Meaning.like(neverWritten())), CausalSamples.TODOS);
  }

  private static Subject<ORMap<String, Todo>> neverWritten() {
    return Subject.startingAt(ORMap.<String, Todo>empty())
        .edit(
            "title",
            List.of("x", "y"),
            (map, me, text) -> map.update(me, "k", Todo.EMPTY, (todo, a) -> todo.titled(a, text)))
        .edit(
            "finish",
            List.of("k", "l"),
            (map, me, key) -> map.update(me, key, Todo.EMPTY, (todo, a) -> todo.finished(a)))
        .edit("reopen", (map, me) -> map.update(me, "k", Todo.EMPTY, (todo, a) -> todo.reopened()))
        .edit(
            "tag",
            (map, me) ->
                map.update(me, "k", Todo.EMPTY, (todo, a) -> todo.tagged(a, "t").voted(a, 1)))
        .edit(
            "untag", (map, me) -> map.update(me, "k", Todo.EMPTY, (todo, a) -> todo.untagged("t")))
        .edit("remove", List.of("k"), (map, me, key) -> map.remove(key))
        .observing(ORMap::toString)
        .restarting();
  }
}
