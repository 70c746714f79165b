package dev.rejoin.crdt.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import dev.rejoin.crdt.Author;
import dev.rejoin.crdt.GCounter;
import dev.rejoin.crdt.LWWMap;
import dev.rejoin.crdt.LWWRegister;
import dev.rejoin.crdt.ORSet;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ContentTypesTest {

  record Item(String name, int amount) {}

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = Circle.class, name = "circle"),
    @JsonSubTypes.Type(value = Square.class, name = "square")
  })
  sealed interface Shape permits Circle, Square {}

  record Circle(int radius) implements Shape {}

  record Square(int side) implements Shape {}

  record Drawing(ORSet<Shape> shapes, LWWRegister<? extends Shape> selected) {}

  record Folder(String name, ORSet<Folder> folders) {}

  private final Author phone = Samples.author(Samples.PHONE);

  private static <T> void assertReadBack(T state, TypeReference<T> type)
      throws JsonProcessingException {
    String json = Samples.MAPPER.writeValueAsString(state);

    assertThat(Samples.MAPPER.readValue(json, type)).isEqualTo(state);
    assertThat(Samples.MAPPER.writerFor(type).writeValueAsString(state)).isEqualTo(json);
  }

  @Test
  void recordsAndEnums() throws JsonProcessingException {
    assertReadBack(
        ORSet.<Item>empty().add(phone, new Item("milk", 2)), new TypeReference<ORSet<Item>>() {});
    assertReadBack(
        LWWRegister.<DayOfWeek>empty().assign(phone, DayOfWeek.MONDAY),
        new TypeReference<LWWRegister<DayOfWeek>>() {});
  }

  @Test
  void numbersKeepTheirDeclaredClass() throws JsonProcessingException {
    assertReadBack(
        ORSet.<Long>empty().add(phone, 1L).add(phone, Long.MIN_VALUE),
        new TypeReference<ORSet<Long>>() {});
    assertReadBack(
        LWWRegister.<Double>empty().assign(phone, 1.0),
        new TypeReference<LWWRegister<Double>>() {});
  }

  @Test
  void keysAndValuesOfAMap() throws JsonProcessingException {
    LWWMap<Item, Shape> map =
        LWWMap.<Item, Shape>empty()
            .put(phone, new Item("milk", 2), new Circle(1))
            .put(phone, new Item("eggs", 6), new Square(2));

    assertReadBack(map, new TypeReference<LWWMap<Item, Shape>>() {});
    assertThat(Samples.MAPPER.writeValueAsString(map))
        .contains("[{\"name\":\"milk\",\"amount\":2},")
        .contains("{\"kind\":\"circle\",\"radius\":1}]");
  }

  @Test
  void containersOfRecords() throws JsonProcessingException {
    assertReadBack(
        ORSet.<List<Item>>empty().add(phone, List.of(new Item("milk", 2))),
        new TypeReference<ORSet<List<Item>>>() {});
    assertReadBack(
        LWWRegister.<Map<String, List<Item>>>empty()
            .assign(phone, Map.of("dairy", List.of(new Item("milk", 2)))),
        new TypeReference<LWWRegister<Map<String, List<Item>>>>() {});
  }

  @Test
  void crdtsInsideOfCrdts() throws JsonProcessingException {
    ORSet<Item> items = ORSet.<Item>empty().add(phone, new Item("milk", 2));

    assertReadBack(
        LWWRegister.<ORSet<Item>>empty().assign(phone, items),
        new TypeReference<LWWRegister<ORSet<Item>>>() {});
    assertReadBack(
        ORSet.<LWWRegister<ORSet<Item>>>empty()
            .add(phone, LWWRegister.<ORSet<Item>>empty().assign(phone, items)),
        new TypeReference<ORSet<LWWRegister<ORSet<Item>>>>() {});
  }

  @Test
  void typeIdsAreWrittenWhetherTheTypeIsDeclaredOrNot() throws JsonProcessingException {
    ORSet<Shape> shapes = ORSet.<Shape>empty().add(phone, new Circle(1)).add(phone, new Square(2));
    Drawing drawing = new Drawing(shapes, LWWRegister.<Square>empty().assign(phone, new Square(3)));

    assertReadBack(shapes, new TypeReference<ORSet<Shape>>() {});
    assertReadBack(drawing, new TypeReference<Drawing>() {});
    assertThat(Samples.MAPPER.writeValueAsString(shapes))
        .contains("[0,{\"kind\":\"circle\",\"radius\":1},1,");
  }

  @Test
  void typesThatContainThemselves() throws JsonProcessingException {
    Folder leaf = new Folder("leaf", ORSet.empty());
    Folder branch = new Folder("branch", ORSet.<Folder>empty().add(phone, leaf));
    Folder root = new Folder("root", ORSet.<Folder>empty().add(phone, branch));

    assertReadBack(root, new TypeReference<Folder>() {});
  }

  @Test
  void whatReadsNullAsAValueMayHoldIt() throws JsonProcessingException {
    ORSet<JsonNode> set = ORSet.<JsonNode>empty().add(phone, NullNode.getInstance());

    assertReadBack(set, new TypeReference<ORSet<JsonNode>>() {});
  }

  @Test
  void contentOfAnUndeclaredTypeIsReadAsJacksonReadsAnObject() throws JsonProcessingException {
    ORSet<Object> set = ORSet.<Object>empty().add(phone, "milk").add(phone, 3);

    Object read = Samples.MAPPER.readValue(Samples.MAPPER.writeValueAsString(set), ORSet.class);

    assertThat(read).isEqualTo(set);
  }

  @Test
  void errorsInsideOfContentHaveTheWholePath() {
    String json =
        "{\"type\":\"ORSet\",\"format\":1,\"replicas\":[\"a\"],\"seen\":[[1,1]],"
            + "\"live\":[[0,{\"name\":\"milk\",\"amount\":\"some\"},1]]}";

    assertThatThrownBy(() -> Samples.MAPPER.readValue(json, new TypeReference<ORSet<Item>>() {}))
        .isInstanceOfSatisfying(
            JsonMappingException.class,
            e ->
                assertThat(RefusedInputException.path(e.getPath()))
                    .isEqualTo("$.live[0][1].amount"));
  }

  @Test
  void refusalsInsideOfNestedCrdtsHaveTheWholePath() {
    Refusals.assertRefused(
        "{\"type\":\"LWWRegister\",\"format\":1,"
            + "\"timestamp\":{\"millis\":0,\"counter\":0,\"replica\":\"a\"},"
            + "\"values\":[{\"type\":\"GCounter\",\"format\":1,\"counts\":{\"a\":0}}]}",
        new TypeReference<LWWRegister<GCounter>>() {},
        "$.values[0].counts.a",
        "count must lie in 1 to 9007199254740991, was 0");
  }
}
