package dev.rejoin.crdt.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whole reports, as they were when somebody last read them. */
class GoldenReportTest {

  private static final Path FOLDER =
      Path.of("src", "test", "resources", "dev", "rejoin", "crdt", "testkit", "report");

  @ParameterizedTest
  @EnumSource
  void reportReadsAsReviewed(BrokenSample broken) throws IOException {
    Path golden = FOLDER.resolve(broken.name().toLowerCase(Locale.ROOT) + ".txt");

    String report = broken.violation().getMessage() + "\n";

    if (Files.notExists(golden)) {
      Files.createDirectories(FOLDER);
      Files.writeString(golden, report);
      throw new AssertionError("wrote " + golden + ", which was missing: review and keep it");
    }
    assertThat(report).isEqualTo(Files.readString(golden));
  }
}
