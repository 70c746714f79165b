package dev.rejoin.crdt.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JavaType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each line of a block of FORMAT.md is a value of the type that the block is named after. */
class FormatDocumentTest {

  private static final Path DOCUMENT = Path.of("FORMAT.md");
  private static final Pattern BLOCK = Pattern.compile("(?ms)^```json (\\S+)\\R(.*?)^```$");

  private static final Map<String, JavaType> TYPES =
      Golden.folders().stream().collect(Collectors.toMap(GoldenFolder::name, GoldenFolder::type));

  /** A line of a block. */
  private record Sample(String name, String json) {

    JavaType type() {
      return Objects.requireNonNull(TYPES.get(name), name);
    }
  }

  static List<Sample> samples() throws IOException {
    List<Sample> samples = new ArrayList<>();
    Matcher block = BLOCK.matcher(Files.readString(DOCUMENT));
    while (block.find()) {
      String name = block.group(1);
      block.group(2).lines().forEach(line -> samples.add(new Sample(name, line)));
    }
    return samples;
  }

  @ParameterizedTest
  @MethodSource("samples")
  void samplesAreReadAndWrittenBack(Sample sample) throws JsonProcessingException {
    JavaType type = sample.type();

    Object read = Golden.MAPPER.readValue(sample.json(), type);

    assertThat(Golden.MAPPER.writerFor(type).writeValueAsString(read)).isEqualTo(sample.json());
  }

  @Test
  void everyTypeHasASample() throws IOException {
    Set<Class<?>> shown =
        samples().stream().map(sample -> sample.type().getRawClass()).collect(Collectors.toSet());

    assertThat(shown)
        .containsExactlyInAnyOrderElementsOf(
            TYPES.values().stream().map(JavaType::getRawClass).collect(Collectors.toSet()));
  }
}
