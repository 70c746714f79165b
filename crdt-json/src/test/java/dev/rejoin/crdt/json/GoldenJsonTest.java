package dev.rejoin.crdt.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import dev.rejoin.crdt.Dot;
import dev.rejoin.crdt.HybridTimestamp;
import dev.rejoin.crdt.ReplicaId;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GoldenJsonTest {

  @ParameterizedTest
  @MethodSource("dev.rejoin.crdt.json.Samples#all")
  void statesAreWrittenAsDocumented(Samples.Sample sample) throws JsonProcessingException {
    String json = Samples.MAPPER.writeValueAsString(sample.state());

    assertThat(json).isEqualTo(sample.json());
  }

  @ParameterizedTest
  @MethodSource("dev.rejoin.crdt.json.Samples#all")
  void documentedJsonIsRead(Samples.Sample sample) throws JsonProcessingException {
    Object state = Samples.MAPPER.readValue(sample.json(), sample.type());

    assertThat(state).isEqualTo(sample.state());
  }

  @Test
  void atomsHaveNoHeader() throws JsonProcessingException {
    HybridTimestamp stamp = Samples.stamp();
    Dot dot = new Dot(Samples.PHONE, 3);

    String stampJson = Samples.MAPPER.writeValueAsString(stamp);
    String dotJson = Samples.MAPPER.writeValueAsString(dot);

    assertThat(stampJson)
        .isEqualTo("{\"millis\":1777876200000,\"counter\":2,\"replica\":\"phone\"}");
    assertThat(Samples.MAPPER.readValue(stampJson, HybridTimestamp.class)).isEqualTo(stamp);
    assertThat(dotJson).isEqualTo("{\"replica\":\"phone\",\"counter\":3}");
    assertThat(Samples.MAPPER.readValue(dotJson, Dot.class)).isEqualTo(dot);
  }

  @Test
  void replicaIdsAreStringsAndKeys() throws JsonProcessingException {
    Map<ReplicaId, ReplicaId> heirs = new TreeMap<>(Map.of(Samples.PHONE, Samples.TABLET));

    String json = Samples.MAPPER.writeValueAsString(heirs);

    assertThat(json).isEqualTo("{\"phone\":\"tablet\"}");
    assertThat(
            Samples.MAPPER.readValue(json, new TypeReference<TreeMap<ReplicaId, ReplicaId>>() {}))
        .isEqualTo(heirs);
  }
}
