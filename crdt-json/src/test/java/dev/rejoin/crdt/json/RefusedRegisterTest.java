package dev.rejoin.crdt.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import dev.rejoin.crdt.LWWRegister;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RefusedRegisterTest {

  private static final String HEADER = "{\"type\":\"LWWRegister\",\"format\":1";

  private static final String STAMPED =
      HEADER + ",\"timestamp\":{\"millis\":0,\"counter\":0,\"replica\":\"a\"}";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "values":["x"] | $.values | next field must be "timestamp", was "values"
          "timestamp":null | $.timestamp | HybridTimestamp must be an object, was null
          "timestamp":5 | $.timestamp | HybridTimestamp must be an object, was 5
          "timestamp":{} | $.timestamp | next field must be "millis", was the end of the object
          "timestamp":{"millis":-1} | $.timestamp.millis | milliseconds of a timestamp must lie in 0 to 9007199254740991, was -1
          "timestamp":{"millis":-0} | $.timestamp.millis | milliseconds of a timestamp must have no sign when zero, was -0
          "timestamp":{"millis":1e3} | $.timestamp.millis | milliseconds of a timestamp must be an integer, was 1e3
          "timestamp":{"millis":0,"counter":2147483648} | $.timestamp.counter | counter of a timestamp must lie in 0 to 2147483647, was 2147483648
          "timestamp":{"millis":0,"replica":"a"} | $.timestamp.replica | next field must be "counter", was "replica"
          "timestamp":{"millis":0,"counter":0,"replica":7} | $.timestamp.replica | replica id must be a string, was 7
          "timestamp":{"millis":0,"counter":0,"replica":""} | $.timestamp.replica | replica id must have 1 to 64 characters, had 0
          "timestamp":{"millis":0,"counter":0,"replica":"a","x":0} | $.timestamp.x | next must be the end of the object, was "x"
          """)
  void timestampsOutOfBounds(String fields, String path, String reason) {
    Refusals.assertRefused(HEADER + "," + fields + "}", Samples.REGISTER, path, reason);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          }                     | $ | next field must be "values", was the end of the object
          ,"value":["x"]}       | $.value | next field must be "values", was "value"
          ,"values":"x"}        | $.values | values must be an array, was "x"
          ,"values":[]}         | $.values | a timestamp must have a value, but there was none
          ,"values":[null]}     | $.values[0] | content must not be null
          ,"values":["x","x"]}  | $.values | tied values must differ, but x was given twice
          ,"values":["y","x"]}  | $.values | tied values must be in order, [x, y], but were [y, x]
          ,"values":["\\udfff"]} | $.values[0] | text must not hold a lone surrogate, but has one at index 0
          ,"values":["x"],"x":1} | $.x | next must be the end of the object, was "x"
          """)
  void valuesThatNoHistoryReaches(String rest, String path, String reason) {
    Refusals.assertRefused(STAMPED + rest, Samples.REGISTER, path, reason);
  }

  @Test
  void tiesAreOrderedAsTheirClassIs() {
    TypeReference<LWWRegister<Integer>> type = new TypeReference<>() {};

    Refusals.assertRefused(
        STAMPED + ",\"values\":[10,9]}",
        type,
        "$.values",
        "tied values must be in order, [9, 10], but were [10, 9]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"[{\"text\":\"a\"},{\"text\":\"b\"}]", "[{\"text\":\"b\"},{\"text\":\"a\"}]"})
  void tiesOfAnAppsOwnClassAreReadInAnyOrder(String values) throws JsonProcessingException {
    LWWRegister<RefusedElementsTest.Name> register =
        Samples.MAPPER.readValue(STAMPED + ",\"values\":" + values + "}", new TypeReference<>() {});

    assertThat(register.tied())
        .containsExactly(new RefusedElementsTest.Name("b"), new RefusedElementsTest.Name("a"));
  }

  @Test
  void tiesOfSeveralClassesAreReadInAnyOrder() throws JsonProcessingException {
    TypeReference<LWWRegister<Object>> type = new TypeReference<>() {};

    LWWRegister<Object> forwards =
        Samples.MAPPER.readValue(STAMPED + ",\"values\":[1,2,\"x\"]}", type);
    LWWRegister<Object> backwards =
        Samples.MAPPER.readValue(STAMPED + ",\"values\":[\"x\",2,1]}", type);

    assertThat(backwards).isEqualTo(forwards);
  }

  @Test
  void tiesWithoutANaturalOrderAreReadInAnyOrder() throws JsonProcessingException {
    TypeReference<LWWRegister<JsonNode>> type = new TypeReference<>() {};

    LWWRegister<JsonNode> forwards =
        Samples.MAPPER.readValue(STAMPED + ",\"values\":[{\"a\":1},{\"b\":2}]}", type);
    LWWRegister<JsonNode> backwards =
        Samples.MAPPER.readValue(STAMPED + ",\"values\":[{\"b\":2},{\"a\":1}]}", type);

    assertThat(backwards).isEqualTo(forwards);
    assertThat(Samples.MAPPER.writeValueAsString(backwards))
        .isEqualTo(Samples.MAPPER.writeValueAsString(forwards));
  }
}
