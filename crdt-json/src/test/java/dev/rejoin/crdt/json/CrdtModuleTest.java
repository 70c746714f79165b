package dev.rejoin.crdt.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.Module;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SequenceWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.rejoin.crdt.Author;
import dev.rejoin.crdt.GCounter;
import dev.rejoin.crdt.LWWRegister;
import dev.rejoin.crdt.ORSet;
import dev.rejoin.crdt.ReplicaId;
import java.io.IOException;
import java.io.StringWriter;
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
  void statesAreReadOneAfterTheOther() throws IOException {
    ORSet<String> empty = ORSet.empty();
    List<ORSet<String>> states =
        List.of(empty, empty.add(phone, "milk"), empty.add(phone, "milk").remove("milk"));
    StringWriter lines = new StringWriter();
    try (SequenceWriter writer = Samples.MAPPER.writerFor(Samples.SET).writeValues(lines)) {
      writer.writeAll(states);
    }

    try (MappingIterator<ORSet<String>> read =
        Samples.MAPPER.readerFor(Samples.SET).readValues(lines.toString())) {
      assertThat(read.readAll()).isEqualTo(states);
    }
  }

  @Test
  void aStateThatIsRefusedDoesNotTakeTheNextOneAlong() throws IOException {
    String good = Samples.MAPPER.writeValueAsString(GCounter.empty().increment(phone));
    String bad = good.replace(":1}", ":0}");

    try (MappingIterator<GCounter> read =
        Samples.MAPPER.readerFor(GCounter.class).readValues(bad + "\n" + good)) {
      assertThatThrownBy(read::nextValue)
          .isInstanceOf(JsonMappingException.class)
          .hasMessageStartingWith(
              "count must lie in 1 to 9007199254740991, was 0, at $.counts.phone");
      assertThat(read.nextValue()).isEqualTo(GCounter.empty().increment(phone));
    }
  }

  @Test
  void statesStandInMapsAndLists() throws JsonProcessingException {
    Map<ReplicaId, List<ORSet<String>>> shelves =
        Map.of(ReplicaId.of("phone"), List.of(ORSet.empty(), shopping.items()));

    String json = Samples.MAPPER.writeValueAsString(shelves);

    assertThat(
            Samples.MAPPER.readValue(
                json, new TypeReference<Map<ReplicaId, List<ORSet<String>>>>() {}))
        .isEqualTo(shelves);
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
