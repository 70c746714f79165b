package dev.rejoin.crdt.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The manual has a section for each law, with the report that its sample really gets. */
class LawsManualTest {

  private static final Pattern SECTION =
      Pattern.compile("^## (\\w+)\n(.*?)(?=^## |\\z)", Pattern.MULTILINE | Pattern.DOTALL);

  @Test
  void everyLawHasItsSection() throws IOException {
    List<String> titles = sections().stream().map(section -> section.group(1)).toList();

    assertThat(titles)
        .containsAll(Arrays.stream(Law.values()).map(Law::name).toList())
        .doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @EnumSource
  void reportInTheManualIsReal(Law law) throws IOException {
    LawViolation violation = LawSamples.violation(law);

    assertThat(violation.law()).isEqualTo(law);
    assertThat(section(law)).contains("```\n" + untilTheReason(violation) + "```\n");
  }

  @ParameterizedTest
  @EnumSource
  void sectionSaysWhatToExpectAndHowToSilence(Law law) throws IOException {
    assertThat(section(law))
        .contains("**Says.**", "**Catches**", "**Reading it.**", "**Silencing it.**", "```java\n");
  }

  private static String untilTheReason(LawViolation violation) {
    String message = String.valueOf(violation.getMessage());
    int end = message.indexOf("\n\nReason:");
    return message.substring(0, end < 0 ? message.indexOf("\n\nAs a test") : end) + "\n";
  }

  private static String section(Law law) throws IOException {
    return sections().stream()
        .filter(section -> section.group(1).equals(law.name()))
        .map(section -> section.group(2))
        .findFirst()
        .orElseThrow();
  }

  private static List<MatchResult> sections() throws IOException {
    return SECTION.matcher(Files.readString(Path.of("LAWS.md"))).results().toList();
  }
}
