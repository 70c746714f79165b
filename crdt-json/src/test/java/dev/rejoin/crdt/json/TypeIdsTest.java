package dev.rejoin.crdt.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.InvalidDefinitionException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.jsontype.BasicPolymorphicTypeValidator;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import dev.rejoin.crdt.Author;
import dev.rejoin.crdt.Crdt;
import dev.rejoin.crdt.GCounter;
import dev.rejoin.crdt.LWWRegister;
import dev.rejoin.crdt.ORSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TypeIdsTest {

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
  @JsonSubTypes(@JsonSubTypes.Type(value = Listing.class, name = "listing"))
  interface Page {}

  record Listing(ORSet<String> items, GCounter views) implements Page {}

  @JsonTypeInfo(
      use = JsonTypeInfo.Id.NAME,
      include = JsonTypeInfo.As.EXISTING_PROPERTY,
      property = "type",
      visible = true)
  private interface ByOwnType {}

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
  private interface ByTypeProperty {}

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "@crdt")
  private interface ByProperty {}

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, include = JsonTypeInfo.As.WRAPPER_OBJECT)
  private interface ByObject {}

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, include = JsonTypeInfo.As.WRAPPER_ARRAY)
  private interface ByArray {}

  record Holder(Crdt<?> counter, Crdt<?> set) {}

  record Exact(GCounter counter, ORSet<String> set) {}

  record Anything(Object first, Object second, List<Object> more) {}

  private final Author phone = Samples.author(Samples.PHONE);
  private final GCounter counter = GCounter.empty().increment(phone);
  private final ORSet<String> set = ORSet.<String>empty().add(phone, "milk");

  private static ObjectMapper mapper(Class<?> mixIn) {
    return JsonMapper.builder()
        .addModule(new CrdtModule())
        .addMixIn(Crdt.class, mixIn)
        .registerSubtypes(
            new NamedType(GCounter.class, "GCounter"), new NamedType(ORSet.class, "ORSet"))
        .build();
  }

  private String assertHolderIsReadBack(Class<?> mixIn) throws JsonProcessingException {
    Holder holder = new Holder(counter, set);
    String json = mapper(mixIn).writeValueAsString(holder);

    assertThat(mapper(mixIn).readValue(json, Holder.class)).isEqualTo(holder);
    assertThat(mapper(mixIn).readValue(json, Exact.class)).isEqualTo(new Exact(counter, set));
    assertThat(mapper(mixIn).writeValueAsString(new Exact(counter, set))).isEqualTo(json);
    return json;
  }

  @Test
  void typeIdsOfWhatIsAroundCrdts() throws JsonProcessingException {
    Page page = new Listing(set, counter);

    String json = Samples.MAPPER.writeValueAsString(page);

    assertThat(json).startsWith("{\"kind\":\"listing\",\"items\":{\"type\":\"ORSet\",");
    assertThat(Samples.MAPPER.readValue(json, Page.class)).isEqualTo(page);
  }

  @Test
  void typeIdsAsAProperty() throws JsonProcessingException {
    assertThat(assertHolderIsReadBack(ByProperty.class))
        .startsWith("{\"counter\":{\"@crdt\":\"GCounter\",\"type\":\"GCounter\",");
  }

  @Test
  void typeIdsAfterOtherFields() throws JsonProcessingException {
    String json =
        "{\"type\":\"GCounter\",\"format\":1,\"@crdt\":\"GCounter\",\"counts\":{\"phone\":1}}";

    assertThat(mapper(ByProperty.class).readValue(json, Crdt.class)).isEqualTo(counter);
  }

  @Test
  void typeIdsAroundAnObject() throws JsonProcessingException {
    assertThat(assertHolderIsReadBack(ByObject.class))
        .startsWith("{\"counter\":{\"GCounter\":{\"type\":\"GCounter\",");
    assertThat(assertHolderIsReadBack(ByArray.class))
        .startsWith("{\"counter\":[\"GCounter\",{\"type\":\"GCounter\",");
  }

  @Test
  void theOwnTypeFieldCanServeAsTypeId() throws JsonProcessingException {
    assertThat(assertHolderIsReadBack(ByOwnType.class))
        .startsWith("{\"counter\":{\"type\":\"GCounter\",\"format\":1,\"counts\":{");
  }

  @Test
  void typeIdsUnderTheNameOfAFieldAreRefused() {
    assertThatThrownBy(
            () -> mapper(ByTypeProperty.class).writeValueAsString(new Holder(counter, set)))
        .isInstanceOf(InvalidDefinitionException.class)
        .hasMessageContaining(
            "type id must not be written as property \"type\", which is a field of GCounter itself");
  }

  @ParameterizedTest
  @EnumSource(
      value = ObjectMapper.DefaultTyping.class,
      names = {"OBJECT_AND_NON_CONCRETE", "NON_CONCRETE_AND_ARRAYS", "NON_FINAL"})
  void defaultTyping(ObjectMapper.DefaultTyping typing) throws JsonProcessingException {
    ObjectMapper mapper =
        JsonMapper.builder()
            .addModule(new CrdtModule())
            .activateDefaultTyping(
                BasicPolymorphicTypeValidator.builder().allowIfSubType(Object.class).build(),
                typing)
            .build();
    LWWRegister<Object> register = LWWRegister.<Object>empty().assign(phone, counter);
    Anything anything = new Anything(set, register, List.of(counter, "text", 3L));

    String json = mapper.writeValueAsString(anything);

    assertThat(mapper.readValue(json, Anything.class)).isEqualTo(anything);
  }
}
