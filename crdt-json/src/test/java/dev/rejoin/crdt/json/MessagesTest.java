package dev.rejoin.crdt.json;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.util.TokenBuffer;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class MessagesTest {

  @Test
  void theEndOfTheInputIsNamed() throws IOException {
    try (TokenBuffer unfinished = new TokenBuffer(Samples.MAPPER, false)) {
      unfinished.writeStartObject();
      unfinished.writeStringField("type", "ORSet");
      JsonParser parser = unfinished.asParser();

      assertThatThrownBy(() -> Samples.MAPPER.readValue(parser, Samples.SET))
          .isInstanceOf(JsonMappingException.class)
          .hasMessageStartingWith("next field must be \"format\", was the end of the input, at $");
    }
  }

  @Test
  void messagesAreOneShortLine() {
    Refusals.assertRefused(
        "{\"type\":\"a\\nb" + "x".repeat(1000) + "\"}",
        Samples.SET,
        "$.type",
        "type must be \"ORSet\", was \"a\\nb" + "x".repeat(77) + "...\"");
    Refusals.assertRefused(
        "{\"type\":\"" + "x".repeat(80) + "\"}",
        Samples.SET,
        "$.type",
        "type must be \"ORSet\", was \"" + "x".repeat(80) + "\"");
    Refusals.assertRefused(
        "{\"type\":\"ORSet\",\"format\":1,\"replicas\":[\"a\\n\"],"
            + "\"seen\":[[2,2]],\"live\":[[0,\"x\",1]]}",
        Samples.SET,
        "$.live[0][2]",
        "a live dot must be in the context, but a?:1 is not");
    Refusals.assertRefused(
        "{\"type\":\"LWWRegister\",\"format\":1,"
            + "\"timestamp\":{\"millis\":0,\"counter\":0,\"replica\":\"a\"},"
            + "\"values\":[\"VALUE\",\"VALUE\"]}".replace("VALUE", "x".repeat(1000)),
        Samples.REGISTER,
        "$.values",
        "tied values must differ, but " + "x".repeat(371) + "...");
  }
}
