package dev.rejoin.crdt;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every example in the documentation stands in a test as well, so it compiles and runs. */
class ExamplesTest {

  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final List<String> MODULES = List.of("crdt-core", "crdt-json", "crdt-testkit");
  private static final Pattern MARKDOWN = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);
  private static final Pattern JAVADOC =
      Pattern.compile("<pre>\\{@code\n(.*?)\\}</pre>", Pattern.DOTALL);
  private static final Pattern PUBLIC_TYPE =
      Pattern.compile(
          "^public (?:final |sealed )?(?:class|interface|enum|record) (\\w+)", Pattern.MULTILINE);

  @ParameterizedTest
  @ValueSource(strings = {"README.md", "crdt-testkit/LAWS.md"})
  void examplesOfDocumentsStandInTests(String document) throws IOException {
    String tests = sources("src/test/java", ".java");

    List<String> examples = examples(MARKDOWN, Files.readString(ROOT.resolve(document)));

    assertThat(examples).isNotEmpty().allSatisfy(example -> assertThat(tests).contains(example));
  }

  @Test
  void examplesOfJavadocStandInTests() throws IOException {
    String tests = sources("src/test/java", ".java");

    List<String> examples = examples(JAVADOC, sources("src/main/java", ".java"));

    assertThat(examples).isNotEmpty().allSatisfy(example -> assertThat(tests).contains(example));
  }

  @Test
  void everyPublicTypeOfTheTestkitHasAnExample() throws IOException {
    String kit = "crdt-testkit/src/main/java/dev/rejoin/crdt/testkit";
    List<String> examples = examples(JAVADOC, sources("src/main/java", ".java"));
    examples.addAll(examples(MARKDOWN, Files.readString(ROOT.resolve("README.md"))));

    List<String> types;
    try (Stream<Path> files = Files.list(ROOT.resolve(kit))) {
      types = files.flatMap(file -> publicTypes(read(file))).toList();
    }

    assertThat(types)
        .contains("CrdtLaws", "Coverage", "Step")
        .allSatisfy(type -> assertThat(examples).anyMatch(example -> example.matches(word(type))));
  }

  private static Stream<String> publicTypes(String source) {
    return PUBLIC_TYPE.matcher(source).results().map(type -> type.group(1));
  }

  private static String word(String type) {
    return "(?s).*\\b" + type + "\\b.*";
  }

  private static List<String> examples(Pattern pattern, String text) {
    return pattern
        .matcher(text)
        .results()
        .map(result -> stripped(result.group(1)))
        .collect(Collectors.toList());
  }

  /** Returns all sources of that kind, line by line without indentation and comment stars. */
  private static String sources(String folder, String ending) throws IOException {
    StringBuilder all = new StringBuilder();
    for (String module : MODULES) {
      Path start = ROOT.resolve(module).resolve(folder);
      if (Files.exists(start)) {
        try (Stream<Path> files = Files.walk(start)) {
          files
              .filter(file -> file.toString().endsWith(ending))
              .sorted()
              .forEach(file -> all.append(stripped(read(file))).append('\n'));
        }
      }
    }
    return all.toString();
  }

  private static String stripped(String text) {
    return text.lines()
        .map(line -> line.strip().replaceFirst("^\\*(?= |$)", "").strip())
        .filter(line -> !line.isEmpty())
        .collect(Collectors.joining("\n"));
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
