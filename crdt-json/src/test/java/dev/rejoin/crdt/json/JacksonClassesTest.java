package dev.rejoin.crdt.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Formats are kept apart from the classes of Jackson, so that they can be bound to others. */
class JacksonClassesTest {

  @Test
  void onlyTheLayerOverJacksonNamesItsClasses() throws Exception {
    SortedSet<String> naming = new TreeSet<>();

    try (Stream<Path> classes = Files.list(folder())) {
      for (Path file : classes.filter(JacksonClassesTest::isClass).toList()) {
        if (namesJackson(file)) {
          naming.add(file.getFileName().toString().replaceAll("(\\$.*)?\\.class", ""));
        }
      }
    }

    assertThat(naming)
        .containsExactly(
            "ContentDeserializer",
            "ContentSerializer",
            "CrdtDeserializers",
            "CrdtModule",
            "CrdtSerializers",
            "FieldsOnce",
            "FormatDeserializer",
            "FormatSerializer",
            "JacksonSink",
            "JacksonSource",
            "Journal",
            "JournalCodec",
            "OwnComponent",
            "Parameter",
            "RecordDeserializer",
            "RecordModifier",
            "RefusedInputException",
            "ReplicaIds",
            "TypeReaders",
            "TypeWriters",
            "UnknownComponents");
  }

  private static Path folder() throws Exception {
    Path root =
        Path.of(CrdtModule.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    return root.resolve(CrdtModule.class.getPackageName().replace('.', '/'));
  }

  private static boolean isClass(Path file) {
    return file.toString().endsWith(".class");
  }

  /** Names of classes stand in the constant pool, byte by byte where they are ASCII. */
  private static boolean namesJackson(Path file) throws IOException {
    String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
    return bytes.contains("com/fasterxml/") || bytes.contains("tools/jackson/");
  }
}
