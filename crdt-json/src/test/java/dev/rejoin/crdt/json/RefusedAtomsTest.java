package dev.rejoin.crdt.json;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.rejoin.crdt.Dot;
import dev.rejoin.crdt.HybridTimestamp;
import dev.rejoin.crdt.ReplicaId;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefusedAtomsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "a:1" | $ | Dot must be an object, was "a:1"
          {"counter":1,"replica":"a"} | $.counter | next field must be "replica", was "counter"
          {"replica":"a"} | $ | next field must be "counter", was the end of the object
          {"replica":"","counter":1} | $.replica | replica id must have 1 to 64 characters, had 0
          {"replica":7,"counter":1} | $.replica | replica id must be a string, was 7
          {"replica":"a","counter":9007199254740992} | $.counter | counter of a dot must lie in 1 to 9007199254740991, was 9007199254740992
          {"replica":"a","counter":"1"} | $.counter | counter of a dot must be an integer, was "1"
          {"replica":"a","counter":0} | $.counter | counter of a dot must lie in 1 to 9007199254740991, was 0
          {"replica":"a","counter":1,"x":1} | $.x | next must be the end of the object, was "x"
          """)
  void dots(String json, String path, String reason) {
    Refusals.assertRefused(json, new TypeReference<Dot>() {}, path, reason);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          0 | $ | HybridTimestamp must be an object, was 0
          {"millis":0,"counter":-1} | $.counter | counter of a timestamp must lie in 0 to 2147483647, was -1
          {"millis":0,"counter":0,"replica":"a","x":1} | $.x | next must be the end of the object, was "x"
          """)
  void timestamps(String json, String path, String reason) {
    Refusals.assertRefused(json, new TypeReference<HybridTimestamp>() {}, path, reason);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          7 | $ | replica id must be a string, was 7
          {"value":"a"} | $ | replica id must be a string, was an object
          "" | $ | replica id must have 1 to 64 characters, had 0
          "\\udc00" | $ | replica id must not hold a lone surrogate, had U+DC00 at index 0
          """)
  void replicaIds(String json, String path, String reason) {
    Refusals.assertRefused(json, new TypeReference<ReplicaId>() {}, path, reason);
  }

  @Test
  void replicaIdsAsKeys() {
    Refusals.assertRefused(
        "{\"\":1}",
        new TypeReference<Map<ReplicaId, Integer>>() {},
        "$",
        "replica id must have 1 to 64 characters, had 0");
  }
}
