package dev.rejoin.crdt.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import dev.rejoin.crdt.Crdt;
import dev.rejoin.crdt.CrdtRecord;
import dev.rejoin.crdt.PNCounter;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Components of records whose types an application wrote itself. */
class OwnComponentTest {

  record Highest(int value) implements Crdt<Highest> {

    public static Highest empty() {
      return new Highest(0);
    }

    @Override
    public Highest merge(Highest other) {
      return value >= other.value ? this : other;
    }
  }

  record Longest(@JsonValue String text) implements Crdt<Longest> {

    @Override
    public Longest merge(Longest other) {
      return text.length() >= other.text.length() ? this : other;
    }
  }

  @JsonDeserialize(using = LowestReader.class)
  record Lowest(@JsonValue int value) implements Crdt<Lowest> {

    static final Lowest NONE = new Lowest(Integer.MAX_VALUE);

    @Override
    public Lowest merge(Lowest other) {
      return value <= other.value ? this : other;
    }
  }

  static final class LowestReader extends StdDeserializer<Lowest> {

    private static final long serialVersionUID = 1L;

    LowestReader() {
      super(Lowest.class);
    }

    @Override
    public Lowest deserialize(JsonParser parser, DeserializationContext context)
        throws IOException {
      return new Lowest(parser.getIntValue());
    }

    @Override
    public Lowest getNullValue(DeserializationContext context) {
      return Lowest.NONE;
    }
  }

  record Game(PNCounter points, Highest best, Lowest worst) implements CrdtRecord<Game> {}

  record Chat(Longest message, PNCounter likes) implements CrdtRecord<Chat> {}

  record Forum(Chat chat) implements CrdtRecord<Forum> {}

  record Begun(Longest message) implements CrdtRecord<Begun> {

    @JsonCreator
    static Begun from(String message) {
      return new Begun(new Longest(message));
    }
  }

  @Test
  void whatIsThereIsReadBack() throws JsonProcessingException {
    Game game = new Game(PNCounter.empty(), new Highest(3), new Lowest(1));

    String json = Samples.MAPPER.writeValueAsString(game);

    assertThat(Samples.MAPPER.readValue(json, Game.class)).isEqualTo(game);
  }

  @Test
  void whatIsMissingIsWhatItsTypeOrItsDeserializerSays() throws JsonProcessingException {
    assertThat(Samples.MAPPER.readValue("{}", Game.class))
        .isEqualTo(new Game(PNCounter.empty(), Highest.empty(), Lowest.NONE));
  }

  @Test
  void whatIsMissingOfATypeWithoutAnEmptyStateIsRefused() {
    String reason =
        "component of Chat must not be missing, as Longest has no public static method empty() that"
            + " gives what to read for it: add one, at $";

    assertThatThrownBy(() -> Samples.MAPPER.readValue("{\"likes\":null}", Chat.class))
        .hasMessageStartingWith("PNCounter must not be null, at $.likes\n");
    assertThatThrownBy(() -> Samples.MAPPER.readValue("{}", Chat.class))
        .isInstanceOf(JsonMappingException.class)
        .hasMessageStartingWith(reason + ".message\n");
    assertThatThrownBy(() -> Samples.MAPPER.readValue("{\"chat\":{}}", Forum.class))
        .isInstanceOf(JsonMappingException.class)
        .hasMessageStartingWith(reason + ".chat.message\n");
  }

  @Test
  void nullIsRefusedUnlessTheDeserializerTakesIt() throws JsonProcessingException {
    assertThatThrownBy(() -> Samples.MAPPER.readValue("{\"best\":null}", Game.class))
        .isInstanceOf(JsonMappingException.class)
        .hasMessageStartingWith("Highest must not be null, at $.best\n");
    assertThatThrownBy(() -> Samples.MAPPER.readValue("{\"message\":null}", Chat.class))
        .isInstanceOf(JsonMappingException.class)
        .hasMessageStartingWith("Longest must not be null, at $.message\n");
    assertThat(Samples.MAPPER.readValue("{\"worst\":null}", Game.class).worst())
        .isEqualTo(Lowest.NONE);
  }

  @Test
  void aCreatorOfTheRecordsOwnIsLeftAlone() throws JsonProcessingException {
    assertThat(Samples.MAPPER.readValue("\"hi\"", Begun.class))
        .isEqualTo(new Begun(new Longest("hi")));
  }
}
