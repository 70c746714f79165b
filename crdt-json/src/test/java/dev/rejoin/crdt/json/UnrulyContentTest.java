package dev.rejoin.crdt.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import dev.rejoin.crdt.LWWRegister;
import dev.rejoin.crdt.ORSet;
import java.io.CharConversionException;
import java.io.IOException;
import java.nio.charset.Charset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnrulyContentTest {

  /** Hashes its text, which is absent if the input says so. */
  record Hashed(String text) {

    @Override
    public int hashCode() {
      return text.length();
    }
  }

  record Checked(int amount) {

    @JsonCreator
    Checked {
      if (amount < 0) {
        throw new IllegalArgumentException("amount must not be negative, was " + amount);
      }
    }
  }

  private static final class Throwing extends StdDeserializer<StringBuilder> {

    private static final long serialVersionUID = 1L;

    Throwing() {
      super(StringBuilder.class);
    }

    @Override
    public StringBuilder deserialize(JsonParser parser, DeserializationContext context) {
      throw new IllegalStateException("out of order");
    }
  }

  private static String set(String element) {
    return "{\"type\":\"ORSet\",\"format\":1,\"replicas\":[\"a\"],"
        + "\"seen\":[[1,1]],\"live\":[[0,"
        + element
        + ",1]]}";
  }

  private static void assertRefused(
      ObjectMapper mapper, String json, TypeReference<?> type, String reason) {
    assertThatThrownBy(() -> mapper.readValue(json, type))
        .isInstanceOfSatisfying(
            JsonMappingException.class,
            e -> assertThat(RefusedInputException.path(e.getPath())).startsWith("$.live[0][1]"))
        .hasMessageContaining(reason);
  }

  @Test
  void elementsThatCannotBeHashedAreRefused() {
    assertRefused(
        Samples.MAPPER,
        set("{\"text\":null}"),
        new TypeReference<ORSet<Hashed>>() {},
        "java.lang.NullPointerException");
  }

  @Test
  void elementsThatCheckThemselvesAreRefused() {
    assertRefused(
        Samples.MAPPER,
        set("{\"amount\":-1}"),
        new TypeReference<ORSet<Checked>>() {},
        "amount must not be negative, was -1");
  }

  @Test
  void whatADeserializerThrowsIsARefusal() {
    ObjectMapper mapper =
        new ObjectMapper()
            .registerModule(new CrdtModule())
            .registerModule(
                new SimpleModule().addDeserializer(StringBuilder.class, new Throwing()));

    assertRefused(
        mapper,
        set("\"x\""),
        new TypeReference<ORSet<StringBuilder>>() {},
        "java.lang.IllegalStateException: out of order");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "1.5", "true", "[\"x\"]", "{}"})
  void textIsReadFromStringsAlone(String element) {
    assertRefused(Samples.MAPPER, set(element), Samples.SET, "content must be a string, was ");
  }

  @Test
  void deserializersThatGiveNullAreRefused() {
    assertRefused(
        Samples.MAPPER,
        set("\"\""),
        new TypeReference<ORSet<Integer>>() {},
        "content must not be null");
  }

  /** Jackson 2.21 throws what is no {@code JsonProcessingException} where UTF-32 is none. */
  @Test
  void textInUtf32MustBeOne() throws IOException {
    byte[] text = set("\"\ud83d\ude00\"").getBytes(Charset.forName("UTF-32BE"));
    byte[] damaged = text.clone();
    damaged[text.length - 15] = 0x11; // beyond all characters

    assertThat(Samples.MAPPER.readValue(text, Samples.SET).elements())
        .containsExactly("\ud83d\ude00");
    assertThatThrownBy(() -> Samples.MAPPER.readValue(damaged, Samples.SET))
        .isExactlyInstanceOf(CharConversionException.class)
        .hasMessageContaining("Invalid UTF-32 character");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\ud800", "x\udc00", "\ud83d\ud83d\ude00"})
  void loneSurrogatesAreNotWritten(String text) {
    ORSet<String> set = ORSet.<String>empty().add(Samples.author(Samples.PHONE), text);
    LWWRegister<String> register =
        LWWRegister.<String>empty().assign(Samples.author(Samples.PHONE), text);

    assertThatThrownBy(() -> Samples.MAPPER.writeValueAsString(set))
        .isInstanceOf(JsonMappingException.class)
        .hasMessageContaining("text must not hold a lone surrogate, but has one at index ");
    assertThatThrownBy(() -> Samples.MAPPER.writeValueAsString(register))
        .isInstanceOf(JsonMappingException.class)
        .hasMessageContaining("text must not hold a lone surrogate, but has one at index ");
  }
}
