package dev.rejoin.crdt.json;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.rejoin.crdt.CausalContext;
import dev.rejoin.crdt.GCounter;
import dev.rejoin.crdt.PNCounter;
import dev.rejoin.crdt.ResettableCounter;
import dev.rejoin.crdt.VersionVector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefusedCountsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "count":{}        | $.count | next field must be "counts", was "count"
          "counts":null     | $.counts | counts must be an object, was null
          "counts":[]       | $.counts | counts must be an object, was an array
          "counts":{},"x":1 | $.x | next must be the end of the object, was "x"
          "counts":{},"counts":{} | $.counts | next must be the end of the object, was "counts"
          "counts":{"a":0}  | $.counts.a | count must lie in 1 to 9007199254740991, was 0
          "counts":{"a":-1} | $.counts.a | count must lie in 1 to 9007199254740991, was -1
          "counts":{"a":9007199254740992} | $.counts.a | count must lie in 1 to 9007199254740991, was 9007199254740992
          "counts":{"a":9223372036854775808} | $.counts.a | count must lie in 1 to 9007199254740991, was 9223372036854775808
          "counts":{"a":18446744073709551617} | $.counts.a | count must lie in 1 to 9007199254740991, was 18446744073709551617
          "counts":{"a":1.0} | $.counts.a | count must be an integer, was 1.0
          "counts":{"a":1e3} | $.counts.a | count must be an integer, was 1e3
          "counts":{"a":"1"} | $.counts.a | count must be an integer, was "1"
          "counts":{"a":true} | $.counts.a | count must be an integer, was true
          "counts":{"a":null} | $.counts.a | count must be an integer, was null
          "counts":{"a":[1]} | $.counts.a | count must be an integer, was an array
          "counts":{"a":{}} | $.counts.a | count must be an integer, was an object
          "counts":{"b":1,"a":1} | $.counts.a | replica ids must ascend, but "a" follows "b"
          "counts":{"a":1,"a":1} | $.counts.a | replica ids must ascend, but "a" follows "a"
          """)
  void countsThatNoHistoryReaches(String fields, String path, String reason) {
    Refusals.assertRefused(
        "{\"type\":\"GCounter\",\"format\":1," + fields + "}",
        new TypeReference<GCounter>() {},
        path,
        reason);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "increments":[] | $.increments | counts must be an object, was an array
          "increments":{} | $ | next field must be "decrements", was the end of the object
          "decrements":{},"increments":{} | $.decrements | next field must be "increments", was "decrements"
          "increments":{"a":1},"decrements":{"a":0} | $.decrements.a | count must lie in 1 to 9007199254740991, was 0
          "increments":{},"decrements":{},"value":0 | $.value | next must be the end of the object, was "value"
          """)
  void halvesOfACounterThatNoHistoryReaches(String fields, String path, String reason) {
    Refusals.assertRefused(
        "{\"type\":\"PNCounter\",\"format\":1," + fields + "}",
        new TypeReference<PNCounter>() {},
        path,
        reason);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "increments":{},"decrements":{} | $ | next field must be "incrementFloors", was the end of the object
          "increments":{},"decrements":{},"decrementFloors":{} | $.decrementFloors | next field must be "incrementFloors", was "decrementFloors"
          "increments":{"a":2},"decrements":{"a":9},"incrementFloors":{"a":3} | $.incrementFloors.a | a floor must not exceed what was counted, 2, was 3
          "increments":{"a":2},"decrements":{},"incrementFloors":{"b":1} | $.incrementFloors.b | a floor must not exceed what was counted, 0, was 1
          "increments":{"a":9},"decrements":{"a":2},"incrementFloors":{},"decrementFloors":{"a":3} | $.decrementFloors.a | a floor must not exceed what was counted, 2, was 3
          "increments":{"a":2},"decrements":{},"incrementFloors":{"a":0} | $.incrementFloors.a | count must lie in 1 to 9007199254740991, was 0
          "increments":{},"decrements":{},"incrementFloors":{},"decrementFloors":{},"x":0 | $.x | next must be the end of the object, was "x"
          """)
  void floorsOfACounterThatNoHistoryReaches(String fields, String path, String reason) {
    Refusals.assertRefused(
        "{\"type\":\"ResettableCounter\",\"format\":1," + fields + "}",
        new TypeReference<ResettableCounter>() {},
        path,
        reason);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "counts":{} | $.counts | next field must be "seen", was "counts"
          "seen":[] | $.seen | seen must be an object, was an array
          "seen":{},"x":0 | $.x | next must be the end of the object, was "x"
          "seen":{"a":1} | $.seen.a | ranges of a replica must be an array, was 1
          "seen":{"a":[]} | $.seen.a | a replica must have a dot that was seen, but a has none
          "seen":{"a":[1]} | $.seen.a | a range must have a last counter, but 1 is followed by none
          "seen":{"a":[0,1]} | $.seen.a[0] | first counter of a range must lie in 1 to 9007199254740991, was 0
          "seen":{"a":[1,9007199254740992]} | $.seen.a[1] | last counter of a range must lie in 1 to 9007199254740991, was 9007199254740992
          "seen":{"a":[2,1]} | $.seen.a[1] | a range must not fall, but 1 follows 2
          "seen":{"a":[1,3,3,5]} | $.seen.a[2] | ranges must ascend with a gap in between, but 3 follows 3
          "seen":{"a":[1,3,4,5]} | $.seen.a[2] | ranges must ascend with a gap in between, but 4 follows 3
          "seen":{"a":[5,6,1,2]} | $.seen.a[2] | ranges must ascend with a gap in between, but 1 follows 6
          "seen":{"a":[[1,3]]} | $.seen.a[0] | first counter of a range must be an integer, was an array
          "seen":{"b":[1,1],"a":[1,1]} | $.seen.a | replica ids must ascend, but "a" follows "b"
          """)
  void rangesThatAreNotInOrder(String fields, String path, String reason) {
    Refusals.assertRefused(
        "{\"type\":\"CausalContext\",\"format\":1," + fields + "}",
        new TypeReference<CausalContext>() {},
        path,
        reason);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"type":"GCounter","format":1,"counts":{}} | $.type | type must be "VersionVector", was "GCounter"
          {"type":"VersionVector","format":2} | $.format | format of VersionVector must be 1, was 2, which a newer version of this library may read
          {"type":"VersionVector","format":1,"counts":{"a":0}} | $.counts.a | count must lie in 1 to 9007199254740991, was 0
          {"type":"VersionVector","format":1,"counts":{},"x":0} | $.x | next must be the end of the object, was "x"
          """)
  void versionVectors(String json, String path, String reason) {
    Refusals.assertRefused(json, new TypeReference<VersionVector>() {}, path, reason);
  }

  @Test
  void replicaIdsOutOfBounds() {
    String json = "{\"type\":\"GCounter\",\"format\":1,\"counts\":{\"%s\":1}}";
    String longest = "x".repeat(64);
    TypeReference<GCounter> type = new TypeReference<>() {};

    Refusals.assertRefused(
        json.formatted(longest + "x"),
        type,
        "$.counts." + longest + "x",
        "replica id must have 1 to 64 characters, had 65");
  }
}
