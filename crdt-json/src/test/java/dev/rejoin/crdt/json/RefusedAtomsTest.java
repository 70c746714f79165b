package dev.rejoin.crdt.json;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.rejoin.crdt.Dot;
import dev.rejoin.crdt.HybridTimestamp;
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
}
