package dev.rejoin.crdt.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.rejoin.crdt.ReplicaId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ReplicaIdJsonTest {

  private static final TypeReference<TreeMap<ReplicaId, ReplicaId>> HEIRS =
      new TypeReference<>() {};

  @Test
  void idsAreStringsAndKeys() throws IOException {
    Map<ReplicaId, ReplicaId> heirs = new TreeMap<>(Map.of(Samples.PHONE, Samples.TABLET));

    String json = Samples.MAPPER.writeValueAsString(heirs);

    assertThat(json).isEqualTo("{\"phone\":\"tablet\"}");
    assertThat(Samples.MAPPER.readValue(json, HEIRS)).isEqualTo(heirs);
  }

  @Test
  void idsBeyondTheBasicPlaneAreTheSameInBytesAndText() throws IOException {
    ReplicaId id = ReplicaId.of("\ud83d\ude00");
    Map<ReplicaId, ReplicaId> heirs = Map.of(id, id);

    byte[] bytes = Samples.MAPPER.writeValueAsBytes(heirs);

    assertThat(bytes)
        .isEqualTo("{\"\ud83d\ude00\":\"\ud83d\ude00\"}".getBytes(StandardCharsets.UTF_8));
    assertThat(bytes)
        .isEqualTo(Samples.MAPPER.writeValueAsString(heirs).getBytes(StandardCharsets.UTF_8));
  }
}
