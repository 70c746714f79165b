package dev.rejoin.crdt.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.cbor.databind.CBORMapper;
import dev.rejoin.crdt.LWWRegister;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DamagedInputTest {

  private static final ObjectMapper JSON = strict(new ObjectMapper());
  private static final ObjectMapper CBOR = strict(new CBORMapper());

  private static final Set<Object> FEW =
      Set.of(
          Samples.delta(),
          Samples.map(),
          CausalSamples.lists(),
          CausalSamples.todos(),
          CausalSamples.counter(),
          SyncSamples.AFTER,
          SyncSamples.set(),
          LWWRegister.of(Samples.stamp(), List.of("milk", "tea")));

  private static ObjectMapper strict(ObjectMapper mapper) {
    return mapper
        .registerModule(new CrdtModule())
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
  }

  static Stream<Arguments> samples() {
    return Stream.of(JSON, CBOR)
        .flatMap(mapper -> Samples.all().stream().map(sample -> Arguments.of(mapper, sample)));
  }

  static Stream<Arguments> fewSamples() {
    return samples()
        .filter(arguments -> FEW.contains(((Samples.Sample) arguments.get()[1]).state()));
  }

  @ParameterizedTest
  @MethodSource("samples")
  void truncatedInputIsRefused(ObjectMapper mapper, Samples.Sample sample) throws IOException {
    byte[] bytes = mapper.writeValueAsBytes(sample.state());

    for (int length = 0; length < bytes.length; length++) {
      byte[] truncated = Arrays.copyOf(bytes, length);
      assertThatThrownBy(() -> mapper.readValue(truncated, sample.type()))
          .as("the first %s bytes", length)
          .isInstanceOf(JsonProcessingException.class);
    }
  }

  @ParameterizedTest
  @MethodSource("fewSamples")
  void aChangedByteIsRefusedOrMakesAnotherState(ObjectMapper mapper, Samples.Sample sample)
      throws IOException {
    byte[] bytes = mapper.writeValueAsBytes(sample.state());
    int refused = 0;

    for (int i = 0; i < bytes.length; i++) {
      for (int change = 1; change < 256; change++) {
        byte[] damaged = bytes.clone();
        damaged[i] ^= (byte) change;
        refused += isRefused(mapper, damaged, sample.type()) ? 1 : 0;
      }
    }

    assertThat(refused).isGreaterThan(bytes.length * 200);
  }

  private static boolean isRefused(ObjectMapper mapper, byte[] input, TypeReference<?> type)
      throws IOException {
    Object state;
    try {
      state = mapper.readValue(input, type);
    } catch (JsonProcessingException e) {
      return true;
    }
    assertThat(tokens(mapper, mapper.writeValueAsBytes(state))).isEqualTo(tokens(mapper, input));
    return false;
  }

  /** Returns what the bytes say, apart from how that is encoded. */
  private static List<String> tokens(ObjectMapper mapper, byte[] bytes) throws IOException {
    List<String> tokens = new ArrayList<>();
    try (JsonParser parser = mapper.createParser(bytes)) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        tokens.add(token + " " + parser.getText());
      }
    }
    return tokens;
  }
}
