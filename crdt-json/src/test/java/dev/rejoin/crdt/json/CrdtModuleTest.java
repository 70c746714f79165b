package dev.rejoin.crdt.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.Module;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.rejoin.crdt.Author;
import dev.rejoin.crdt.GCounter;
import dev.rejoin.crdt.LWWRegister;
import dev.rejoin.crdt.ORSet;
import dev.rejoin.crdt.ReplicaId;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

class CrdtModuleTest {

  record Shopping(String title, ORSet<String> items, GCounter visits, LWWRegister<String> note) {}

  private final Author phone = Samples.author(Samples.PHONE);
  private final Shopping shopping =
      new Shopping(
          "today",
          ORSet.<String>empty().add(phone, "milk"),
          GCounter.empty().increment(phone),
          LWWRegister.empty());

  private static void assertReadsBack(ObjectMapper mapper, Object value)
      throws JsonProcessingException {
    String json = mapper.writeValueAsString(value);

    assertThat((Object) mapper.readValue(json, value.getClass())).isEqualTo(value);
  }

  @Test
  void theServiceLoaderFindsTheModule() {
    assertThat(ServiceLoader.load(Module.class)).hasAtLeastOneElementOfType(CrdtModule.class);
  }

  @Test
  void mappersFindTheModule() throws JsonProcessingException {
    assertReadsBack(new ObjectMapper().findAndRegisterModules(), shopping);
    assertReadsBack(JsonMapper.builder().findAndAddModules().build(), shopping);
    assertReadsBack(Samples.MAPPER.copy(), shopping);
  }

  @Test
  void settingsForOtherTypesChangeNothing() throws JsonProcessingException {
    ObjectMapper mapper =
        new ObjectMapper()
            .registerModule(new CrdtModule())
            .setPropertyNamingStrategy(PropertyNamingStrategies.UPPER_CAMEL_CASE)
            .setDefaultPropertyInclusion(JsonInclude.Include.NON_DEFAULT);
    GCounter counter = GCounter.empty();

    assertThat(mapper.writeValueAsString(counter))
        .isEqualTo(Samples.MAPPER.writeValueAsString(counter));
    assertReadsBack(mapper, shopping);
  }

  @Test
  void unknownFieldsAreRefusedWhateverTheMapperSays() {
    ObjectMapper lenient =
        new ObjectMapper()
            .registerModule(new CrdtModule())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    String json = "{\"type\":\"GCounter\",\"format\":1,\"counts\":{},\"new\":1}";

    assertThatThrownBy(() -> lenient.readValue(json, GCounter.class))
        .isInstanceOf(JsonMappingException.class)
        .hasMessageStartingWith("next must be the end of the object, was \"new\", at $.new");
  }

  @Test
  void refusalsInsideOfARecordHaveTheWholePath() {
    String json =
        "[{\"title\":\"x\",\"visits\":{\"type\":\"GCounter\",\"format\":1,"
            + "\"counts\":{\"a b\":0}}}]";

    assertThatThrownBy(() -> Samples.MAPPER.readValue(json, new TypeReference<List<Shopping>>() {}))
        .isInstanceOf(JsonMappingException.class)
        .hasMessageContaining(", at $[0].visits.counts[\"a b\"]\n");
  }

  @Test
  void replicaIdsOutOfBoundsAreRefused() {
    TypeReference<Map<ReplicaId, Integer>> keys = new TypeReference<>() {};

    assertThatThrownBy(() -> Samples.MAPPER.readValue("\"\"", ReplicaId.class))
        .isInstanceOf(JsonMappingException.class)
        .hasMessageStartingWith("replica id must have 1 to 64 characters, had 0, at $\n");
    assertThatThrownBy(() -> Samples.MAPPER.readValue("7", ReplicaId.class))
        .isInstanceOf(JsonMappingException.class)
        .hasMessageStartingWith("replica id must be a string, was 7, at $\n");
    assertThatThrownBy(() -> Samples.MAPPER.readValue("{\"\":1}", keys))
        .isInstanceOf(JsonMappingException.class)
        .hasMessageStartingWith("replica id must have 1 to 64 characters, had 0, at $");
  }

  @Test
  void updatingAStateReplacesIt() throws JsonProcessingException {
    GCounter theirs = GCounter.empty().increment(Samples.author(Samples.TABLET));

    GCounter updated =
        Samples.MAPPER
            .readerForUpdating(GCounter.empty().increment(phone))
            .readValue(Samples.MAPPER.writeValueAsString(theirs));

    assertThat(updated).isEqualTo(theirs);
  }
}
