package dev.rejoin.crdt.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import dev.rejoin.crdt.LWWMap;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefusedMapTest {

  private static final TypeReference<LWWMap<String, Integer>> MAP = new TypeReference<>() {};

  private static final String HEADER = "{\"type\":\"LWWMap\",\"format\":1,";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "entries":[],"replicas":[] | $.entries | next field must be "replicas", was "entries"
          "replicas":{} | $.replicas | replicas must be an array, was an object
          "replicas":["b","a"] | $.replicas[1] | replica ids must ascend, but "a" follows "b"
          "replicas":[] | $ | next field must be "entries", was the end of the object
          "replicas":["a"],"entries":[] | $.entries | every replica must have a timestamp, but "a" has none
          "replicas":["a","b"],"entries":[["k",1,0,0]] | $.entries | every replica must have a timestamp, but "b" has none
          """)
  void replicasThatAreNotThoseOfTheTimestamps(String fields, String path, String reason) {
    Refusals.assertRefused(HEADER + fields + "}", MAP, path, reason);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {} | $.entries | entries must be an array, was an object
          ["k"] | $.entries[0] | entry must be an array, was "k"
          [[]] | $.entries[0] | entry must have its key, but ends before it
          [["k"]] | $.entries[0] | entry must have milliseconds, but ends before it
          [["k",1]] | $.entries[0] | entry must have a counter, but ends before it
          [["k",1,0]] | $.entries[0] | entry must have the index of a replica, but ends before it
          [[null,1,0,0]] | $.entries[0][0] | content must not be null
          [[7,1,0,0]] | $.entries[0][0] | content must be a string, was 7
          [["\\ud800",1,0,0]] | $.entries[0][0] | text must not hold a lone surrogate, but has one at index 0
          [["k",-1,0,0]] | $.entries[0][1] | milliseconds of a timestamp must lie in 0 to 9007199254740991, was -1
          [["k",1.5,0,0]] | $.entries[0][1] | milliseconds of a timestamp must be an integer, was 1.5
          [["k",1,-0,0]] | $.entries[0][2] | counter of a timestamp must have no sign when zero, was -0
          [["k",1,2147483648,0]] | $.entries[0][2] | counter of a timestamp must lie in 0 to 2147483647, was 2147483648
          [["k",1,0,2]] | $.entries[0][3] | index of a replica must be below their number, 2, was 2
          [["k",1,0,"a"]] | $.entries[0][3] | index of a replica must be an integer, was "a"
          [["k",1,0,0,null]] | $.entries[0][4] | content must not be null
          [["k",1,0,0,1,1]] | $.entries[0] | tied values must differ, but 1 was given twice
          [["k",1,0,0,2,1]] | $.entries[0] | tied values must be in order, [1, 2], but were [2, 1]
          [["k",2,0,0],["l",1,0,1]] | $.entries[1][3] | entries must ascend by timestamp, but 1970-01-01T00:00:00.001Z+0@b follows 1970-01-01T00:00:00.002Z+0@a
          [["l",1,0,0],["k",1,0,0]] | $.entries[1][3] | keys of one timestamp must ascend, but "k" follows "l"
          [["k",1,0,0],["k",1,0,1]] | $.entries[1][0] | a key must be given once, but this one was given before
          [["k",1,0,0],["l",1,0,1]],"more":0 | $.more | next must be the end of the object, was "more"
          """)
  void entriesThatNoHistoryReaches(String entries, String path, String reason) {
    Refusals.assertRefused(
        HEADER + "\"replicas\":[\"a\",\"b\"],\"entries\":" + entries + "}", MAP, path, reason);
  }

  @Test
  void keysOfOneTimestampWithoutANaturalOrderAreReadInAnyOrder() throws JsonProcessingException {
    TypeReference<LWWMap<List<String>, Integer>> type = new TypeReference<>() {};
    String json = HEADER + "\"replicas\":[\"a\"],\"entries\":[[[\"%s\"],1,0,0],[[\"%s\"],1,0,0]]}";

    LWWMap<List<String>, Integer> forwards =
        Samples.MAPPER.readValue(json.formatted("k", "l"), type);
    LWWMap<List<String>, Integer> backwards =
        Samples.MAPPER.readValue(json.formatted("l", "k"), type);

    assertThat(backwards).isEqualTo(forwards);
    assertThat(Samples.MAPPER.writeValueAsString(backwards)).isEqualTo(json.formatted("k", "l"));
  }
}
