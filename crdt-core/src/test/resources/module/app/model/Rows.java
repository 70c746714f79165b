package app.model;

import dev.rejoin.crdt.Author;
import dev.rejoin.crdt.CausalRecord;
import dev.rejoin.crdt.CrdtRecord;
import dev.rejoin.crdt.EWFlag;
import dev.rejoin.crdt.MVRegister;
import dev.rejoin.crdt.ORMap;
import dev.rejoin.crdt.ORSet;
import dev.rejoin.crdt.ReplicaId;

/** A document of a public record, a package-private and a local one. */
public final class Rows {

  public record Todo(MVRegister<String> title, EWFlag done) implements CausalRecord<Todo> {}

  record Tag(ORSet<String> names) implements CausalRecord<Tag> {}

  private Rows() {}

  public static String texts() {
    record Light(EWFlag on) implements CausalRecord<Light> {}
    Author me = Author.of(ReplicaId.of("me"));
    return ORMap.<String, Todo>empty()
            .update(
                me,
                "t",
                CrdtRecord.empty(Todo.class),
                (todo, author) -> new Todo(todo.title().assign(author, "tea"), todo.done()))
        + " "
        + ORMap.<String, Tag>empty()
            .update(
                me,
                "t",
                CrdtRecord.empty(Tag.class),
                (tag, author) -> new Tag(tag.names().add(author, "red")))
        + " "
        + ORMap.<String, Light>empty()
            .update(
                me,
                "t",
                CrdtRecord.empty(Light.class),
                (light, author) -> new Light(light.on().enable(author)));
  }
}
