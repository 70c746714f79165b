package dev.rejoin.crdt.json;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.rejoin.crdt.GCounter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefusedHeaderTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          # other than an object
          null             | $ | GCounter must not be null
          3                | $ | GCounter must be an object, was 3
          "GCounter"       | $ | GCounter must be an object, was "GCounter"
          true             | $ | GCounter must be an object, was true
          []               | $ | GCounter must be an object, was an array
          # type
          {}               | $ | next field must be "type", was the end of the object
          {"counts":{}}    | $.counts | next field must be "type", was "counts"
          {"format":1,"type":"GCounter"} | $.format | next field must be "type", was "format"
          {"Type":"GCounter"}  | $.Type | next field must be "type", was "Type"
          {"type":"VersionVector"} | $.type | type must be "GCounter", was "VersionVector"
          {"type":"gcounter"}  | $.type | type must be "GCounter", was "gcounter"
          {"type":"dev.rejoin.crdt.GCounter"} | $.type | type must be "GCounter", was "dev.rejoin.crdt.GCounter"
          {"type":null}    | $.type | type must be "GCounter", was null
          {"type":["GCounter"]} | $.type | type must be "GCounter", was an array
          # format
          {"type":"GCounter"} | $ | next field must be "format", was the end of the object
          {"type":"GCounter","counts":{}} | $.counts | next field must be "format", was "counts"
          {"type":"GCounter","type":"GCounter"} | $.type | next field must be "format", was "type"
          {"type":"GCounter","format":"1"} | $.format | format of GCounter must be an integer, was "1"
          {"type":"GCounter","format":"1-unstable"} | $.format | format of GCounter must be an integer, was "1-unstable"
          {"type":"GCounter","format":2} | $.format | format of GCounter must be 1, was 2, which a newer version of this library may read
          {"type":"GCounter","format":0} | $.format | format of GCounter must lie in 1 to 2147483647, was 0
          {"type":"GCounter","format":1.0} | $.format | format of GCounter must be an integer, was 1.0
          {"type":"GCounter","format":{}} | $.format | format of GCounter must be an integer, was an object
          {"type":"GCounter","format":null} | $.format | format of GCounter must be an integer, was null
          """)
  void whatIsNotOfTheTypeAndFormat(String json, String path, String reason) {
    Refusals.assertRefused(json, new TypeReference<GCounter>() {}, path, reason);
  }
}
