package dev.rejoin.crdt.example;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.rejoin.crdt.json.CrdtModule;
import org.jspecify.annotations.Nullable;

/** Messages as JSON text. What arrives is read strictly: it may come from anybody. */
final class Wire {

  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .addModule(new CrdtModule())
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
          .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
          .build();

  private Wire() {}

  static String encode(Message message) {
    try {
      return MAPPER.writeValueAsString(message);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("message must be writable, was " + message, e);
    }
  }

  /**
   * Returns the message of that text.
   *
   * @throws IllegalArgumentException if it is none
   */
  static Message decode(String text) {
    try {
      @Nullable Message message = MAPPER.readValue(text, Message.class);
      if (message == null) {
        throw new IllegalArgumentException("message refused: must not be null");
      }
      return message;
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("message refused: " + e.getOriginalMessage(), e);
    }
  }
}
