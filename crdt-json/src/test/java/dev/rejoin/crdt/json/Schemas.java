package dev.rejoin.crdt.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The schemas of format 1, which refer to each other and to nothing else. */
final class Schemas {

  static final String PREFIX = "urn:rejoin:crdt:json:v1:";

  private static final Path FOLDER =
      Path.of("src", "main", "resources", "META-INF", "rejoin", "schema", "v1");
  private static final JsonSchemaFactory FACTORY =
      JsonSchemaFactory.getInstance(
          SpecVersion.VersionFlag.V202012,
          factory -> factory.schemaLoaders(loaders -> loaders.schemas(byUrn())));

  private Schemas() {}

  /** Returns the texts of all schemas, by the name of the type. */
  static Map<String, String> texts() {
    Map<String, String> texts = new TreeMap<>();
    try (Stream<Path> files = Files.list(FOLDER)) {
      for (Path file : files.toList()) {
        texts.put(file.getFileName().toString().replace(".json", ""), Files.readString(file));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return texts;
  }

  private static Map<String, String> byUrn() {
    Map<String, String> schemas = new TreeMap<>();
    texts().forEach((name, text) -> schemas.put(PREFIX + name, text));
    return schemas;
  }

  /** Returns what the schema of a type has against a text. */
  static Set<ValidationMessage> faults(String type, JsonNode json) {
    JsonSchema schema = FACTORY.getSchema(SchemaLocation.of(PREFIX + type));
    return schema.validate(json);
  }

  /** Returns what the meta-schema has against a schema. */
  static Set<ValidationMessage> faults(JsonNode schema) {
    return FACTORY
        .getSchema(SchemaLocation.of(SpecVersion.VersionFlag.V202012.getId()))
        .validate(schema);
  }
}
