package dev.rejoin.crdt.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The README's times to write and read a set are those that JMH wrote beside the benchmark. */
class ThroughputFiguresTest {

  private static final double MOST = 3;

  private final Map<String, Double> millis = new HashMap<>();

  ThroughputFiguresTest() throws IOException {
    Path results = Path.of("src/jmh/results/throughput.json");
    for (JsonNode result : new ObjectMapper().readTree(results.toFile())) {
      String benchmark = result.get("benchmark").textValue();
      String work = benchmark.substring(benchmark.lastIndexOf('.') + 1);
      JsonNode of = result.get("params");
      millis.put(
          String.join(" ", work, of.get("encoding").textValue(), of.get("value").textValue()),
          result.at("/primaryMetric/scorePercentiles/50.0").doubleValue() / 1000);
    }
  }

  private double millis(String what) {
    return Objects.requireNonNull(millis.get(what), what);
  }

  @Test
  void nothingElseWasMeasured() {
    assertThat(millis).hasSize(8);
  }

  @ParameterizedTest
  @CsvSource({
    "encode JSON, written as JSON",
    "decode JSON, read from JSON",
    "encode CBOR, written as CBOR",
    "decode CBOR, read from CBOR"
  })
  void theReadmeHasWhatWasMeasured(String work, String words) throws IOException {
    double list = millis(work + " LIST");
    double set = millis(work + " SET");

    assertThat(Files.readString(Path.of("../README.md")))
        .contains(
            String.format(
                Locale.ROOT,
                "| %s | %.1f ms | %.1f ms | %.1f× | ≤ %.0f× | %s |",
                words,
                list,
                set,
                set / list,
                MOST,
                set <= MOST * list ? "met" : "**missed**"));
  }
}
