package dev.rejoin.crdt.testkit;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The projects in {@code src/it} are made of the README's lines, word for word. */
class OutsideProjectsTest {

  private static final Path PROJECTS = Path.of("src", "it");
  private static final String CALL = "CrdtVerifier.of(subject())";

  static Stream<Path> projects() throws IOException {
    try (Stream<Path> files = Files.list(PROJECTS)) {
      return files.filter(Files::isDirectory).sorted().toList().stream();
    }
  }

  @Test
  void eachWayToRunTheLawsHasABrokenAndACorrectWallet() throws IOException {
    List<String> names = projects().map(project -> project.getFileName().toString()).toList();

    assertThat(names)
        .contains("jqwik-broken", "jupiter-broken", "junit6-broken", "main-broken")
        .allSatisfy(name -> assertThat(names).contains(name.replaceFirst("-broken$", "-correct")));
  }

  @ParameterizedTest
  @MethodSource("projects")
  void pomHasTheBlocksOfTheReadme(Path project) throws IOException {
    String pom = stripped(Files.readString(project.resolve("pom.xml")));

    String kit = readme("xml", "<artifactId>crdt-testkit</artifactId>");
    boolean isMain = pom.contains("exec-maven-plugin");
    assertThat(pom)
        .contains(readme("xml", "<artifactId>crdt-core</artifactId>"))
        .contains(isMain ? kit.substring(0, kit.indexOf("<scope>")) : kit);
    if (!isMain) {
      assertThat(pom).contains(readme("xml", "<artifactId>maven-surefire-plugin</artifactId>"));
    }
    if (pom.contains("<artifactId>jqwik</artifactId>")) {
      assertThat(pom).contains(readme("xml", "<artifactId>jqwik</artifactId>"));
    }
  }

  @ParameterizedTest
  @MethodSource("projects")
  void brokenProjectHasTheFirstWalletOfTheReadmeAndMustFail(Path project) throws IOException {
    boolean isBroken = project.toString().endsWith("-broken");
    String wallet = stripped(Files.readString(project.resolve("src/main/java/app/Wallet.java")));

    assertThat(wallet)
        .endsWith(readme("java", isBroken ? "record Wallet(SortedMap" : "record Wallet(GCounter"));
    assertThat(project.resolve("verify.groovy")).exists();
    if (isBroken) {
      assertThat(project.resolve("invoker.properties")).content().contains("buildResult = failure");
    }
  }

  @ParameterizedTest
  @MethodSource("projects")
  void testHasTheSubjectOfTheReadme(Path project) throws IOException {
    String test = test(project);
    String laws = readme("java", "class WalletLawsTest");

    if (test.contains(CALL)) {
      assertThat(test)
          .contains(
              laws.lines().filter(line -> line.startsWith(".")).limit(4).collect(joining("\n")));
    } else {
      assertThat(test).endsWith(laws);
    }
    if (test.contains("@TestFactory\n")) {
      assertThat(test).contains(readme("java", "@TestFactory"));
    }
  }

  private static String test(Path project) throws IOException {
    try (Stream<Path> files = Files.walk(project)) {
      Path test =
          files
              .filter(file -> file.toString().matches(".*Wallet\\w+\\.java"))
              .findFirst()
              .orElseThrow();
      return stripped(Files.readString(test));
    }
  }

  /** Returns the block of the README that contains that text. */
  private static String readme(String language, String text) throws IOException {
    return Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL)
        .matcher(Files.readString(Path.of("..", "README.md")))
        .results()
        .map(block -> block.group(1))
        .filter(block -> block.contains(text))
        .map(OutsideProjectsTest::stripped)
        .findFirst()
        .orElseThrow();
  }

  private static String stripped(String text) {
    return text.lines().map(String::strip).filter(line -> !line.isEmpty()).collect(joining("\n"));
  }
}
