package dev.rejoin.crdt.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.InvalidDefinitionException;
import dev.rejoin.crdt.Author;
import dev.rejoin.crdt.CausalRecord;
import dev.rejoin.crdt.CrdtRecord;
import dev.rejoin.crdt.EWFlag;
import dev.rejoin.crdt.LWWRegister;
import dev.rejoin.crdt.MVRegister;
import dev.rejoin.crdt.ORMap;
import dev.rejoin.crdt.ORSet;
import dev.rejoin.crdt.PNCounter;
import org.junit.jupiter.api.Test;

/** Records of CRDTs, by themselves and as the values of a map. */
class RecordsTest {

  record Profile(LWWRegister<String> name, PNCounter points, Settings settings)
      implements CrdtRecord<Profile> {}

  record Settings(LWWRegister<String> color) implements CrdtRecord<Settings> {}

  @JsonIgnoreProperties(ignoreUnknown = true)
  record Careless(PNCounter points) implements CrdtRecord<Careless> {}

  record Folder(ORSet<String> files, ORMap<String, Folder> folders)
      implements CausalRecord<Folder> {

    static final Folder EMPTY = new Folder(ORSet.empty(), ORMap.empty());

    Folder with(Author me, String folder, String file) {
      return new Folder(
          files,
          folders.update(
              me,
              folder,
              EMPTY,
              (below, author) -> new Folder(below.files().add(author, file), below.folders())));
    }
  }

  record Cell<T>(MVRegister<T> value, EWFlag locked) implements CausalRecord<Cell<T>> {}

  record Item(String name, int amount) {}

  record TodoReordered(EWFlag done, MVRegister<String> title)
      implements CausalRecord<TodoReordered> {}

  private final Author phone = Samples.author(Samples.PHONE);
  private final ObjectMapper lenient =
      new ObjectMapper()
          .registerModule(new CrdtModule())
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

  private static <T> void assertReadBack(T state, TypeReference<T> type)
      throws JsonProcessingException {
    String json = Samples.MAPPER.writeValueAsString(state);

    assertThat(Samples.MAPPER.readValue(json, type)).isEqualTo(state);
    assertThat(Samples.MAPPER.writerFor(type).writeValueAsString(state)).isEqualTo(json);
  }

  @Test
  void aRecordByItselfIsReadBack() throws JsonProcessingException {
    assertReadBack(
        new Profile(
            LWWRegister.<String>empty().assign(phone, "Ann"),
            PNCounter.empty().increment(phone),
            new Settings(LWWRegister.<String>empty().assign(phone, "red"))),
        new TypeReference<Profile>() {});
    assertReadBack(Todo.EMPTY.titled(phone, "tea"), new TypeReference<Todo>() {});
  }

  @Test
  void missingComponentsAreEmpty() throws JsonProcessingException {
    assertThat(Samples.MAPPER.readValue("{}", Profile.class))
        .isEqualTo(CrdtRecord.empty(Profile.class));
  }

  @Test
  void nullIsNoComponent() {
    assertThatThrownBy(() -> Samples.MAPPER.readValue("{\"points\":null}", Profile.class))
        .isInstanceOf(JsonMappingException.class)
        .hasMessageStartingWith("PNCounter must not be null, at $.points\n");
    assertThatThrownBy(() -> Samples.MAPPER.readValue("{\"settings\":null}", Profile.class))
        .isInstanceOf(JsonMappingException.class)
        .hasMessageStartingWith("Settings must not be null, at $.settings\n");
  }

  @Test
  void unknownComponentsAreRefusedWhateverTheMapperSays() {
    assertThatThrownBy(() -> lenient.readValue("{\"points\":{},\"age\":1}", Careless.class))
        .isInstanceOf(JsonMappingException.class);
    assertThatThrownBy(() -> lenient.readValue("{\"age\":{\"a\":1}}", Profile.class))
        .isInstanceOf(JsonMappingException.class)
        .hasMessageStartingWith(
            "component of Profile must be one of [name, points, settings], was \"age\", at $.age\n");
    assertThatThrownBy(() -> lenient.readValue("{\"age\":{\"a\":1}}", Careless.class))
        .isInstanceOf(JsonMappingException.class)
        .hasMessageStartingWith(
            "component of Careless must be one of [points], was \"age\", at $.age\n");
    assertThatThrownBy(() -> lenient.readValue("{\"settings\":{\"age\":1}}", Profile.class))
        .hasMessageStartingWith(
            "component of Settings must be one of [color], was \"age\", at $.settings.age\n");
  }

  @Test
  void aComponentThatIsThereTwiceIsRefused() throws JsonProcessingException {
    String color = Samples.MAPPER.writeValueAsString(LWWRegister.empty().assign(phone, "red"));
    String settings = "{\"color\":" + color + "}";

    assertThat(lenient.readValue(settings, Settings.class).color().value()).contains("red");
    assertThatThrownBy(
            () ->
                lenient.readValue(
                    "{\"color\":" + color + ",\"color\":" + color + "}", Settings.class))
        .isInstanceOf(JsonMappingException.class)
        .hasMessageStartingWith(
            "a component must be given once, but this one was given before, at $.color\n");
    assertThatThrownBy(
            () ->
                lenient.readValue(
                    "[{\"settings\":" + settings + ",\"settings\":" + settings + "}]",
                    Profile[].class))
        .hasMessageStartingWith(
            "a component must be given once, but this one was given before, at $[0].settings\n");
  }

  @Test
  void theOrderOfComponentsDoesNotShow() throws JsonProcessingException {
    String json =
        Samples.MAPPER.writeValueAsString(
            ORMap.<String, Todo>empty()
                .update(phone, "a", Todo.EMPTY, (todo, me) -> todo.titled(me, "x").finished(me)));

    ORMap<String, TodoReordered> reordered =
        Samples.MAPPER.readValue(json, new TypeReference<ORMap<String, TodoReordered>>() {});

    assertThat(Samples.MAPPER.writeValueAsString(reordered)).isEqualTo(json);
  }

  @Test
  void rowsThatHoldTablesOfThemselvesAreReadBack() throws JsonProcessingException {
    ORMap<String, Folder> folders =
        ORMap.<String, Folder>empty()
            .update(phone, "home", Folder.EMPTY, (home, me) -> home.with(me, "music", "a.ogg"))
            .update(phone, "home", Folder.EMPTY, (home, me) -> home.with(me, "books", "b.txt"));

    assertReadBack(folders, new TypeReference<ORMap<String, Folder>>() {});
  }

  @Test
  void rowsOfAnyContentAreReadBack() throws JsonProcessingException {
    ORMap<Item, Cell<Item>> cells =
        ORMap.<Item, Cell<Item>>empty()
            .update(
                phone,
                new Item("a", 1),
                new Cell<>(MVRegister.empty(), EWFlag.empty()),
                (cell, me) -> new Cell<>(cell.value().assign(me, new Item("b", 2)), cell.locked()));

    assertReadBack(cells, new TypeReference<ORMap<Item, Cell<Item>>>() {});
  }

  @Test
  void valuesOfATypeThatIsNotDeclaredAreRefused() throws JsonProcessingException {
    String json = Samples.MAPPER.writeValueAsString(CausalSamples.lists());

    assertThatThrownBy(() -> Samples.MAPPER.readValue(json, ORMap.class))
        .isInstanceOf(InvalidDefinitionException.class)
        .hasMessageContaining("what is nested must be declared as a causal type");
  }

  record Named(LWWRegister<String> name) implements CausalRecord<Named> {}

  @Test
  void componentsThatAreNotCausalAreRefused() {
    assertThatThrownBy(
            () -> Samples.MAPPER.readValue("{}", new TypeReference<ORMap<String, Named>>() {}))
        .isInstanceOf(InvalidDefinitionException.class)
        .hasMessageContaining("but was dev.rejoin.crdt.LWWRegister<java.lang.String>");
  }

  @Test
  void inputThatIsNestedTooDeepIsRefused() {
    String json =
        "{\"type\":\"ORMap\",\"format\":1,\"replicas\":[],\"seen\":[],\"live\":"
            + "[[\"k\",{\"folders\":".repeat(100_000);

    assertThatThrownBy(
            () -> Samples.MAPPER.readValue(json, new TypeReference<ORMap<String, Folder>>() {}))
        .isInstanceOf(JsonProcessingException.class)
        .hasMessageStartingWith(
            "states must be nested at most 200 deep, were 201 or more, at $.live");
  }
}
