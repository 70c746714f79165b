package dev.rejoin.crdt.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Asserts that input is refused, with which path and for which reason. */
final class Refusals {

  private Refusals() {}

  static void assertRefused(String json, TypeReference<?> type, String path, String reason) {
    assertRefused(Samples.MAPPER, json, type, path, reason);
  }

  static void assertRefused(
      ObjectMapper mapper, String json, TypeReference<?> type, String path, String reason) {
    JsonMappingException refusal =
        catchThrowableOfType(JsonMappingException.class, () -> mapper.readValue(json, type));

    assertThat(refusal).as(json).isNotNull();
    assertThat(refusal.getOriginalMessage()).isEqualTo(reason);
    assertThat(refusal.getMessage()).startsWith(reason + ", at " + path + "\n at [Source: ");
    assertThat(pathOf(refusal)).isEqualTo(path);
  }

  /** Returns the path that the exception has, apart from what its message says. */
  private static String pathOf(JsonMappingException refusal) {
    StringBuilder path = new StringBuilder("$");
    for (JsonMappingException.Reference step : refusal.getPath()) {
      path.append(
          step.getFieldName() == null ? "[" + step.getIndex() + "]" : "." + step.getFieldName());
    }
    return path.toString();
  }
}
