package dev.rejoin.crdt.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JavaType;
import dev.rejoin.crdt.ORMap;
import dev.rejoin.crdt.ORSet;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class AnyInputTest {

  private static final JavaType SETS =
      Samples.MAPPER
          .getTypeFactory()
          .constructType(new TypeReference<ORMap<String, ORSet<String>>>() {});

  private static byte[] json(String live) {
    String head =
        "{\"type\":\"ORMap\",\"format\":1,\"replicas\":[\"a\"],\"seen\":[[1,2]],\"live\":";
    return (head + live + "}").getBytes(UTF_8);
  }

  /**
   * A state was held to what a merge promises with another that has other elements under the same
   * dots, which only two writers of one id can come to.
   */
  @Test
  void whatWasWrittenUnderTheIdOfAnotherIsReadAllTheSame() throws IOException {
    byte[] input = json("[[\"k\",[[0,\"a\",1,\"b\",1]]]]");
    ORMap<?, ?> other =
        Samples.MAPPER.readValue(json("[[\"k\",[[0,\"A\",1]]],[\"l\",[[0,\"x\",2]]]]"), SETS);

    assertThat(AnyInput.read(Samples.MAPPER, input, SETS, other)).isPresent();
  }
}
