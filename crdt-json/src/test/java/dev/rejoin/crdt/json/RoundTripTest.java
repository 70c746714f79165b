package dev.rejoin.crdt.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeType;
import dev.rejoin.crdt.CausalContext;
import dev.rejoin.crdt.Dot;
import dev.rejoin.crdt.GCounter;
import dev.rejoin.crdt.HybridTimestamp;
import dev.rejoin.crdt.LWWRegister;
import dev.rejoin.crdt.ORSet;
import dev.rejoin.crdt.ReplicaId;
import dev.rejoin.crdt.VersionVector;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RoundTripTest {

  private static <T> T reread(T state, TypeReference<T> type) throws JsonProcessingException {
    return Samples.MAPPER.readValue(Samples.MAPPER.writeValueAsString(state), type);
  }

  @ParameterizedTest
  @MethodSource("dev.rejoin.crdt.json.Samples#all")
  void bytesAreReadBack(Samples.Sample sample) throws IOException {
    byte[] bytes = Samples.MAPPER.writeValueAsBytes(sample.state());

    assertThat((Object) Samples.MAPPER.readValue(bytes, sample.type())).isEqualTo(sample.state());
  }

  @ParameterizedTest
  @MethodSource("dev.rejoin.crdt.json.Samples#all")
  void treesAreReadBack(Samples.Sample sample) throws IOException {
    JsonNode tree = Samples.MAPPER.valueToTree(sample.state());

    assertThat(tree.getNodeType()).isEqualTo(JsonNodeType.OBJECT);
    assertThat((Object) Samples.MAPPER.readValue(Samples.MAPPER.treeAsTokens(tree), sample.type()))
        .isEqualTo(sample.state());
  }

  @ParameterizedTest
  @MethodSource("dev.rejoin.crdt.json.Samples#all")
  void prettyPrintedJsonIsReadBack(Samples.Sample sample) throws JsonProcessingException {
    String json =
        Samples.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(sample.state());

    assertThat((Object) Samples.MAPPER.readValue(json, sample.type())).isEqualTo(sample.state());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "\"",
        "\\",
        "\n\u0000\u001f",
        "é",
        "\u2028",
        "日本",
        "😀",
        "\ud800\udc00",
        "$ref",
        "null"
      })
  void everyTextSurvivesAsAnElement(String text) throws IOException {
    ORSet<String> set = ORSet.<String>empty().add(Samples.author(Samples.PHONE), text);

    assertThat(reread(set, Samples.SET)).isEqualTo(set);
    assertThat(Samples.MAPPER.readValue(Samples.MAPPER.writeValueAsBytes(set), Samples.SET))
        .isEqualTo(set);
  }

  @ParameterizedTest
  @ValueSource(strings = {" ", "\"", "a.b", "\n", "é", "日本", "😀", "\uffff", "type"})
  void everyTextSurvivesAsAReplicaId(String text) throws JsonProcessingException {
    ReplicaId id = ReplicaId.of(text);
    ORSet<String> set = ORSet.<String>empty().add(Samples.author(id), "milk");
    GCounter counter = GCounter.of(Map.of(id, 1L));

    assertThat(reread(set, Samples.SET)).isEqualTo(set);
    assertThat(reread(counter, new TypeReference<>() {})).isEqualTo(counter);
  }

  @Test
  void replicaIdsAscendByCodeUnits() throws JsonProcessingException {
    GCounter counter = GCounter.of(Map.of(ReplicaId.of("\uff5e"), 1L, ReplicaId.of("😀"), 2L));

    String json = Samples.MAPPER.writeValueAsString(counter);

    assertThat(json).endsWith("{\"😀\":2,\"\uff5e\":1}}");
    assertThat(Samples.MAPPER.readValue(json, GCounter.class)).isEqualTo(counter);
  }

  @Test
  void greatestCountsAreExact() throws JsonProcessingException {
    VersionVector vector = VersionVector.of(Map.of(Samples.PHONE, Dot.MAX_COUNTER));
    CausalContext context = CausalContext.of(new Dot(Samples.PHONE, Dot.MAX_COUNTER));
    HybridTimestamp stamp =
        new HybridTimestamp(HybridTimestamp.MAX_MILLIS, Integer.MAX_VALUE, Samples.PHONE);
    LWWRegister<Long> register = LWWRegister.of(stamp, List.of(Long.MIN_VALUE));

    assertThat(reread(vector, new TypeReference<>() {})).isEqualTo(vector);
    assertThat(reread(context, new TypeReference<>() {})).isEqualTo(context);
    assertThat(reread(register, new TypeReference<LWWRegister<Long>>() {})).isEqualTo(register);
  }
}
