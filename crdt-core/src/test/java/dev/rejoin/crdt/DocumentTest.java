package dev.rejoin.crdt;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A whole app's document in one CRDT, as README and Javadoc show it. */
class DocumentTest {

  // spotless:off (as it stands in the README)
  record Todo(MVRegister<String> title, EWFlag done, ORSet<String> tags, CausalCounter votes)
      implements CausalRecord<Todo> {}

  // spotless:on

  @Test
  void aDocumentIsOneMapOfRows() {
    Author phone = Author.of(ReplicaId.of("phone"));
    Author laptop = Author.of(ReplicaId.of("laptop"));

    // spotless:off (as it stands in the README)
    Todo none = CrdtRecord.empty(Todo.class);
    ORMap<String, Todo> todos =
        ORMap.<String, Todo>empty()
            .update(
                phone,
                "1",
                none,
                (it, me) ->
                    new Todo(
                        it.title().assign(me, "tea"),
                        it.done(),
                        it.tags().add(me, "kitchen"),
                        it.votes()));

    ORMap<String, Todo> onPhone = todos.remove("1");
    ORMap<String, Todo> onLaptop =
        todos.update(
            laptop,
            "1",
            none,
            (it, me) ->
                new Todo(
                    it.title().assign(me, "green tea"),
                    it.done().enable(me),
                    it.tags(),
                    it.votes().increment(me)));

    System.out.println(onPhone.merge(onLaptop));
    // ORMap{1=Todo[title=green tea, done=true, tags=[], votes=1]}{laptop: 1-3, phone: 1-2}
    // spotless:on

    assertThat(onPhone.merge(onLaptop))
        .isEqualTo(onLaptop.merge(onPhone))
        .hasToString(
            "ORMap{1=Todo[title=green tea, done=true, tags=[], votes=1]}"
                + "{laptop: 1-3, phone: 1-2}");
  }
}
