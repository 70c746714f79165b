package dev.rejoin.crdt.json;

import static dev.rejoin.crdt.json.Samples.PHONE;
import static dev.rejoin.crdt.json.Samples.TABLET;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import dev.rejoin.crdt.Author;
import dev.rejoin.crdt.CausalRecord;
import dev.rejoin.crdt.MVRegister;
import dev.rejoin.crdt.ORMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Rows and their deltas as another device reads them, also one with another version of the app. */
class RowsOnTheWayTest {

  /** A row as an earlier version of the application has it. */
  record TodoOfOld(MVRegister<String> title) implements CausalRecord<TodoOfOld> {

    static final TodoOfOld EMPTY = new TodoOfOld(MVRegister.empty());

    TodoOfOld titled(Author me, String text) {
      return new TodoOfOld(title.assign(me, text));
    }
  }

  private static final TypeReference<ORMap<String, TodoOfOld>> OLD = new TypeReference<>() {};

  private final Author phone = Samples.author(PHONE);
  private final Author tablet = Samples.author(TABLET);

  private static ORMap<String, Todo> sent(ORMap<String, Todo> state)
      throws JsonProcessingException {
    return Samples.MAPPER.readValue(Samples.MAPPER.writeValueAsString(state), CausalSamples.TODOS);
  }

  static Stream<Arguments> removals() {
    return Stream.of(
        Arguments.of(
            "title", removal(it -> new Todo(it.title().clear(), it.done(), it.tags(), it.votes()))),
        Arguments.of("done", removal(Todo::reopened)),
        Arguments.of("tags", removal(it -> it.untagged("red"))));
  }

  private static UnaryOperator<Todo> removal(UnaryOperator<Todo> removal) {
    return removal;
  }

  @ParameterizedTest
  @MethodSource("removals")
  void removalOfOneOfThreeComponentsKeepsTheOthers(String component, UnaryOperator<Todo> removal)
      throws JsonProcessingException {
    ORMap<String, Todo> before =
        ORMap.<String, Todo>empty()
            .update(tablet, "a", Todo.EMPTY, (todo, me) -> todo.voted(me, 5));
    ORMap<String, Todo> edited =
        before.update(
            phone,
            "a",
            Todo.EMPTY,
            (todo, me) -> todo.titled(me, "tea").finished(me).tagged(me, "red"));
    ORMap<String, Todo> removed =
        edited.update(phone, "a", Todo.EMPTY, (todo, me) -> removal.apply(todo));

    ORMap<String, Todo> edit = sent(edited.deltaSince(before));
    ORMap<String, Todo> takenAway = sent(removed.deltaSince(edited));

    assertThat(before.merge(edit).merge(takenAway)).isEqualTo(removed);
    assertThat(before.merge(takenAway).merge(edit)).isEqualTo(removed);
    assertThat(before.merge(sent(removed.deltaSince(before)))).isEqualTo(removed);
    assertThat(sent(removed)).isEqualTo(removed);
    assertThat(shown(removed)).isEqualTo(shownWithout(component));
  }

  private static String shown(ORMap<String, Todo> todos) {
    Todo todo = todos.get("a").get();
    return "title=%s done=%s tags=%s votes=%s"
        .formatted(
            todo.title().values().mkString(),
            todo.done().isEnabled() ? "yes" : "",
            todo.tags().elements().mkString(),
            todo.votes().value());
  }

  private static String shownWithout(String component) {
    return "title=tea done=yes tags=red votes=5".replaceFirst(component + "=\\w+", component + "=");
  }

  @Test
  void rowsOfAnEarlierVersionKeepEverything() throws JsonProcessingException {
    ORMap<String, TodoOfOld> begun =
        ORMap.<String, TodoOfOld>empty()
            .update(phone, "a", TodoOfOld.EMPTY, (todo, me) -> todo.titled(me, "tea"))
            .update(phone, "b", TodoOfOld.EMPTY, (todo, me) -> todo.titled(me, "milk"));
    ORMap<String, TodoOfOld> old =
        begun
            .update(tablet, "a", TodoOfOld.EMPTY, (todo, me) -> todo.titled(me, "green tea"))
            .remove("b")
            .merge(begun.update(phone, "a", TodoOfOld.EMPTY, (it, me) -> it.titled(me, "black")));
    String json = Samples.MAPPER.writeValueAsString(old);

    ORMap<String, Todo> now = Samples.MAPPER.readValue(json, CausalSamples.TODOS);

    assertThat(now.context()).isEqualTo(old.context());
    assertThat(now.keys()).containsExactly("a");
    assertThat(now.get("a").get().title()).isEqualTo(old.get("a").get().title());
    assertThat(now.get("a").get().title().values()).containsExactly("black", "green tea");
    assertThat(now.get("a").get().done().isEnabled()).isFalse();
    assertThat(Samples.MAPPER.writeValueAsString(now)).isEqualTo(json);
    assertThat(Samples.MAPPER.readValue(json, OLD)).isEqualTo(old);
  }

  @Test
  void deltaOfAnEarlierVersionKeepsNewComponents() throws JsonProcessingException {
    ORMap<String, TodoOfOld> old =
        ORMap.<String, TodoOfOld>empty()
            .update(phone, "a", TodoOfOld.EMPTY, (todo, me) -> todo.titled(me, "tea"));
    ORMap<String, Todo> now =
        Samples.MAPPER
            .readValue(Samples.MAPPER.writeValueAsString(old), CausalSamples.TODOS)
            .update(tablet, "a", Todo.EMPTY, (it, me) -> it.finished(me).tagged(me, "red"));
    ORMap<String, TodoOfOld> later =
        old.update(phone, "a", TodoOfOld.EMPTY, (todo, me) -> todo.titled(me, "green tea"));
    String delta = Samples.MAPPER.writeValueAsString(later.deltaSince(old));

    Todo merged = now.merge(Samples.MAPPER.readValue(delta, CausalSamples.TODOS)).get("a").get();

    assertThat(merged.title().values()).containsExactly("green tea");
    assertThat(merged.done().isEnabled()).isTrue();
    assertThat(merged.tags().elements()).containsExactly("red");
  }
}
