package dev.rejoin.crdt.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What golden files are read as of which a part is missing or changed. Each byte is replaced by six
 * others, which go round from byte to byte, so that all 255 come up in each type; with the system
 * property {@code crdt.json.bytes} it is replaced by all of them, which takes minutes.
 */
class DamagedInputTest {

  private static final ObjectMapper JSON = strict(Golden.MAPPER);
  private static final ObjectMapper CBOR = strict(Golden.CBOR);

  /** What means something to a format of text. */
  private static final byte[] TELLING =
      "\"\\{}[]:,-.+eE01289atnfu/ \n\0".getBytes(StandardCharsets.US_ASCII);

  private static ObjectMapper strict(ObjectMapper mapper) {
    return mapper.copy().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
  }

  static Stream<Arguments> files() {
    return Stream.of(JSON, CBOR)
        .flatMap(mapper -> Golden.folders().stream().map(folder -> Arguments.of(mapper, folder)));
  }

  private static byte[] bytes(ObjectMapper mapper, GoldenFolder folder, Object state)
      throws IOException {
    return mapper.writerFor(folder.type()).writeValueAsBytes(state);
  }

  @ParameterizedTest
  @MethodSource("files")
  void truncatedInputIsRefused(ObjectMapper mapper, GoldenFolder folder) throws IOException {
    for (Object state : folder.cases().values()) {
      byte[] bytes = bytes(mapper, folder, state);
      for (int length = 0; length < bytes.length; length++) {
        byte[] truncated = Arrays.copyOf(bytes, length);
        assertThat(AnyInput.read(mapper, truncated, folder.type(), state))
            .as("the first %s bytes of %s", length, state)
            .isEmpty();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void aChangedByteIsRefusedOrMakesAnotherState(ObjectMapper mapper, GoldenFolder folder) {
    List<Object> states = List.copyOf(folder.cases().values());

    int refused = states.parallelStream().mapToInt(state -> refused(mapper, folder, state)).sum();

    assertThat(refused).isPositive();
  }

  /** Returns how often a state is refused of which one byte is changed. */
  private static int refused(ObjectMapper mapper, GoldenFolder folder, Object state) {
    int refused = 0;
    try {
      byte[] bytes = bytes(mapper, folder, state);
      for (int i = 0; i < bytes.length; i++) {
        for (byte value : others(bytes[i], i)) {
          byte[] damaged = bytes.clone();
          damaged[i] = value;
          Optional<Object> read = AnyInput.read(mapper, damaged, folder.type(), state);
          read.ifPresent(other -> assertSaysTheSame(mapper, folder, other, damaged));
          refused += read.isPresent() ? 0 : 1;
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("a state must be read or refused", e);
    }
    return refused;
  }

  /** Returns the values to put in the place of that byte. */
  private static Set<Byte> others(byte value, int index) {
    Set<Byte> others = new TreeSet<>();
    if (Boolean.getBoolean("crdt.json.bytes")) {
      for (int change = 1; change < 256; change++) {
        others.add((byte) (value ^ change));
      }
      return others;
    }
    for (int i = 0; i < 3; i++) {
      others.add((byte) (value ^ (1 + (3 * index + i) % 255)));
      others.add(TELLING[(3 * index + i) % TELLING.length]);
    }
    others.remove(value);
    return others;
  }

  /** Contents that are not strings have several texts, and so have records that Jackson reads. */
  private static void assertSaysTheSame(
      ObjectMapper mapper, GoldenFolder folder, Object read, byte[] input) {
    if (folder.name().matches(".*(Long|Boolean|Point|Desk|Journal).*")) {
      return;
    }
    try {
      assertThat(tokens(mapper, bytes(mapper, folder, read)))
          .as(() -> HexFormat.of().formatHex(input))
          .isEqualTo(tokens(mapper, input));
    } catch (IOException e) {
      throw new AssertionError("what was read must be written", e);
    }
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
