package dev.rejoin.crdt.example;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.rejoin.crdt.ORMap;
import dev.rejoin.crdt.json.CrdtModule;
import dev.rejoin.crdt.sync.Changes;
import org.jspecify.annotations.Nullable;

/** Changes as JSON text. What arrives is read strictly: it may come from anybody. */
final class Wire {

  /** What is kept: a list by the names of its rows. */
  static final TypeReference<ORMap<String, Item>> DOCUMENT = new TypeReference<>() {};

  /** What is sent. */
  private static final TypeReference<Changes<ORMap<String, Item>>> CHANGES =
      new TypeReference<>() {};

  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .addModule(new CrdtModule())
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private Wire() {}

  static String encode(Changes<ORMap<String, Item>> changes) {
    try {
      return MAPPER.writeValueAsString(changes);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("changes must be writable, were " + changes, e);
    }
  }

  /**
   * Returns the changes of that text.
   *
   * @throws IllegalArgumentException if there are none in it
   */
  static Changes<ORMap<String, Item>> decode(String text) {
    try {
      @Nullable Changes<ORMap<String, Item>> changes = MAPPER.readValue(text, CHANGES);
      if (changes == null) {
        throw new IllegalArgumentException("message refused: must not be null");
      }
      return changes;
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("message refused: " + e.getOriginalMessage(), e);
    }
  }
}
