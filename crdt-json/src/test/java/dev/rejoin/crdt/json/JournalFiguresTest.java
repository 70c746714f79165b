package dev.rejoin.crdt.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The README's figures of journals are those that JMH wrote to the file beside the benchmark. */
class JournalFiguresTest {

  private static final Path RESULTS = Path.of("src/jmh/results/journal.json");
  private static final Map<String, String> WORK =
      Map.of(
          "BARE", "`ORSet.add`, without a replica",
          "IN_MEMORY", "`Replica.update`, kept in memory only",
          "ON_CLOSE", "with a journal, `ON_CLOSE`",
          "EACH_UPDATE", "with a journal, `EACH_UPDATE`");

  @Test
  void theReadmeHasWhatWasMeasured() throws IOException {
    String readme = Files.readString(Path.of("../README.md"));
    JsonNode results = new ObjectMapper().readTree(RESULTS.toFile());

    assertThat(results).hasSize(WORK.size());
    for (JsonNode result : results) {
      assertThat(readme).contains(row(result));
    }
  }

  private static String row(JsonNode result) {
    double nanos = result.at("/primaryMetric/scorePercentiles/50.0").doubleValue();
    return String.format(
        Locale.ROOT,
        "| %s | %s | %,d |",
        WORK.get(result.at("/params/kept").textValue()),
        time(nanos),
        rounded(1e9 / nanos));
  }

  private static String time(double nanos) {
    return nanos < 1000
        ? String.format(Locale.ROOT, "%.0f ns", nanos)
        : String.format(Locale.ROOT, "%.1f µs", nanos / 1000);
  }

  /** Returns the two figures that count. */
  private static long rounded(double number) {
    double unit = Math.pow(10, Math.floor(Math.log10(number)) - 1);
    return Math.round(Math.round(number / unit) * unit);
  }
}
