package dev.rejoin.crdt.json;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.exc.InvalidDefinitionException;
import dev.rejoin.crdt.sync.Changes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefusedChangesTest {

  private static final String HEADER = "{\"type\":\"%s\",\"format\":1,%s}";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "since":{} | $.since | next field must be "entries", was "since"
          "entries":[] | $.entries | entries must be an object, was an array
          "entries":{"":[1,1]} | $.entries. | replica id must have 1 to 64 characters, had 0
          "entries":{"a":1} | $.entries.a | entry of a version must be an array, was 1
          "entries":{"a":[]} | $.entries.a | entry of a version must have a count, but ends before it
          "entries":{"a":[1]} | $.entries.a | entry of a version must have a tag, but ends before it
          "entries":{"a":[0,1]} | $.entries.a[0] | count of updates must lie in 1 to 9007199254740991, was 0
          "entries":{"a":[9007199254740992,1]} | $.entries.a[0] | count of updates must lie in 1 to 9007199254740991, was 9007199254740992
          "entries":{"a":[1,-1]} | $.entries.a[1] | tag must lie in 0 to 2147483647, was -1
          "entries":{"a":[1,2147483648]} | $.entries.a[1] | tag must lie in 0 to 2147483647, was 2147483648
          "entries":{"a":[1,1,1]} | $.entries.a[2] | entry of a version must end here, but goes on with 1
          "entries":{"b":[1,1],"a":[1,1]} | $.entries.a | replica ids must ascend, but "a" follows "b"
          "entries":{},"x":0 | $.x | next must be the end of the object, was "x"
          """)
  void versions(String fields, String path, String reason) {
    String shownPath = path.endsWith(".") ? path.substring(0, path.length() - 1) : path;
    assertThatThrownBy(
            () ->
                Samples.MAPPER.readValue(HEADER.formatted("Version", fields), SyncSamples.VERSION))
        .hasMessageStartingWith(reason + ", at " + shownPath);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "version":{} | $.version | next field must be "since", was "version"
          "since":null | $.since | since must be an object, was null
          "since":{"a":[2,5]},"version":[] | $.version | version must be an object, was an array
          "since":{"a":[2,5]},"version":{} | $.version | version must be left out if it is that of since, but is there
          "since":{"a":[2,5]},"version":{"a":[2,5]} | $.version.a | an entry must exceed that of since, [2,5], was [2,5]
          "since":{"a":[2,5]},"version":{"a":[2,4]} | $.version.a | an entry must exceed that of since, [2,5], was [2,4]
          "since":{"a":[2,5]},"version":{"a":[1,9]} | $.version.a | an entry must exceed that of since, [2,5], was [1,9]
          "since":{"a":[2,5]},"delta":null | $.delta | GCounter must not be null
          "since":{},"delta":{} | $.delta | next field must be "type", was the end of the object
          "since":{},"delta":{"type":"GCounter","format":1,"counts":{"a":0}} | $.delta.counts.a | count must lie in 1 to 9007199254740991, was 0
          "since":{},"delta":{"type":"GCounter","format":1,"counts":{}} | $.delta | delta must be left out if it is empty, but is there
          "since":{},"delta":{"type":"ORSet","format":1} | $.delta.type | type must be "GCounter", was "ORSet"
          "since":{},"delta":{"type":"GCounter","format":1,"counts":{"a":1}},"version":{"a":[1,1]} | $.version | next must be the end of the object, was "version"
          "since":{},"x":0 | $.x | next must be the end of the object, was "x"
          """)
  void changes(String fields, String path, String reason) {
    Refusals.assertRefused(HEADER.formatted("Changes", fields), SyncSamples.COUNTED, path, reason);
  }

  @Test
  void changesOfWhatIsNotDeclared() {
    String json = HEADER.formatted("Changes", "\"since\":{}");

    assertThatThrownBy(() -> Samples.MAPPER.readValue(json, Changes.class))
        .isInstanceOf(InvalidDefinitionException.class)
        .hasMessageContaining(
            "what changes must be declared as a type of states, as in new"
                + " TypeReference<Changes<ORSet<String>>>() {}, but was java.lang.Object");
  }
}
