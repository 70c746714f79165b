package dev.rejoin.crdt;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A whole app's document in one CRDT, as README and Javadoc show it. */
class DocumentTest {

  record Todo(MVRegister<String> title, EWFlag done, ORSet<String> tags, CausalCounter votes)
      implements CausalRecord<Todo> {

    static final Todo EMPTY = CrdtRecord.empty(Todo.class);

    Todo titled(Author me, String text) {
      return new Todo(title.assign(me, text), done, tags, votes);
    }

    Todo tagged(Author me, String tag) {
      return new Todo(title, done, tags.add(me, tag), votes);
    }

    Todo finished(Author me) {
      return new Todo(title, done.enable(me), tags, votes);
    }
  }

  @Test
  void aDocumentIsOneMapOfRows() {
    Author phone = Author.of(ReplicaId.of("phone"));
    Author laptop = Author.of(ReplicaId.of("laptop"));

    ORMap<String, Todo> todos = ORMap.empty();
    todos = todos.update(phone, "1", Todo.EMPTY, (todo, me) -> todo.titled(me, "tea"));
    todos = todos.update(phone, "1", Todo.EMPTY, (todo, me) -> todo.tagged(me, "kitchen"));

    ORMap<String, Todo> onPhone = todos.remove("1");
    ORMap<String, Todo> onLaptop = todos.update(laptop, "1", Todo.EMPTY, Todo::finished);

    System.out.println(onPhone.merge(onLaptop));
    // ORMap{1=Todo[title=[], done=true, tags=[], votes=0]}{laptop: 1, phone: 1-2}

    assertThat(onPhone.merge(onLaptop))
        .isEqualTo(onLaptop.merge(onPhone))
        .hasToString("ORMap{1=Todo[title=[], done=true, tags=[], votes=0]}{laptop: 1, phone: 1-2}");
  }
}
