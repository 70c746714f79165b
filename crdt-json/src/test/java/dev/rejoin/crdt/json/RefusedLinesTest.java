package dev.rejoin.crdt.json;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rejoin.crdt.ORSet;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefusedLinesTest {

  private final JournalCodec<ORSet<String>> codec =
      new JournalCodec<>(JournalLab.SET, new ObjectMapper());

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          [] | $ | line of a journal must be an object, was an array
          {"journal":1,"durability":"ON_CLOSE"} | $.durability | next field must be "replica", was "durability"
          {"journal":1,"replica":7} | $.replica | replica id must be a string, was 7
          {"journal":1,"replica":"a","clock":[1,0,"a"]} | $ | next field must be "durability", was the end of the object
          {"journal":1,"replica":"a","durability":7} | $.durability | durability must be a string, was 7
          {"journal":1,"replica":"a","durability":"ON_CLOSE","clock":[1,0,"a"]} | $.clock | next must be the end of the object, was "clock"
          {"journal":1,"replica":"a","durability":"ON_CLOSE","witness":"n"} | $.witness | witness must be an array, was "n"
          {"closed":true,"witness":[1]} | $.witness[0] | part of a witness must be a string, was 1
          {"closed":true,"witness":["n","l","c","j","x"]} | $.witness[4] | witness must end here, but goes on with "x"
          {"closed":true,"compacted":true} | $.compacted | next must be the end of the object, was "compacted"
          {"compacted":1} | $.compacted | compacted must be true, was 1
          {"compacted":true,"witness":["n","l","c","j"]} | $.witness | next must be the end of the object, was "witness"
          {"clock":{}} | $.clock | clock must be an array, was an object
          {"clock":[]} | $.clock | clock must have milliseconds, but ends before it
          {"clock":[1,0]} | $.clock | clock must have a replica, but ends before it
          {"clock":[-1,0,"a"]} | $.clock[0] | milliseconds of a clock must lie in 0 to 9007199254740991, was -1
          {"clock":[1,2147483648,"a"]} | $.clock[1] | counter of a clock must lie in 0 to 2147483647, was 2147483648
          {"clock":[1,0,""]} | $.clock[2] | replica id must have 1 to 64 characters, had 0
          {"clock":[1,0,"a",0]} | $.clock[3] | clock must end here, but goes on with 0
          {"version":{}} | $.version | version must be left out if it is that of since, but is there
          {"version":{"a":[1,0]},"clock":[1,0,"a"]} | $.clock | next must be the end of the object, was "clock"
          {"delta":{"type":"ORSet","format":1,"replicas":[],"seen":[],"live":[]}} | $.delta | delta must be left out if it is empty, but is there
          {"delta":{"type":"ORSet","format":1,"replicas":["a"],"seen":[[1,1]],"live":[[0,"x",2]]}} | $.delta.live[0][2] | a live dot must be in the context, but a:2 is not
          """)
  void linesThatNoJournalHas(String line, String path, String reason) {
    assertThatThrownBy(() -> codec.read(line.getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(JsonMappingException.class)
        .hasMessageStartingWith(reason + ", at " + path + "\n");
  }
}
