package dev.rejoin.crdt.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import dev.rejoin.crdt.GSet;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DayOfWeek;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A grow-only set is read in the order of its elements. */
class RefusedElementsTest {

  private static final TypeReference<GSet<BigDecimal>> NUMBERS = new TypeReference<>() {};

  record Name(String text) implements Comparable<Name> {
    @Override
    public int compareTo(Name other) {
      return other.text.compareTo(text);
    }
  }

  private static String json(String elements) {
    return "{\"type\":\"GSet\",\"format\":1,\"elements\":" + elements + "}";
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {} | $.elements | elements must be an array, was an object
          [null] | $.elements[0] | content must not be null
          [1] | $.elements[0] | content must be a string, was 1
          ["x\\udc00y"] | $.elements[0] | text must not hold a lone surrogate, but has one at index 1
          ["b","a"] | $.elements[1] | elements must ascend, but "a" follows "b"
          ["a","b","b"] | $.elements[2] | an element must be given once, but this one was given before
          ["a"],"more":0 | $.more | next must be the end of the object, was "more"
          """)
  void textsThatAreNotInOrder(String elements, String path, String reason) {
    Refusals.assertRefused(json(elements), Samples.GROWN, path, reason);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          [1.5] | content must be an integer, was 1.5
          [1.0] | content must be an integer, was 1.0
          [1e2] | content must be an integer, was 1e2
          [-0] | content must have no sign when zero, was -0
          """)
  void integersThatWouldLoseTheirFraction(String elements, String reason) {
    Refusals.assertRefused(
        json(elements), new TypeReference<GSet<Long>>() {}, "$.elements[0]", reason);
    Refusals.assertRefused(
        json(elements), new TypeReference<GSet<Integer>>() {}, "$.elements[0]", reason);
    Refusals.assertRefused(
        json(elements), new TypeReference<GSet<BigInteger>>() {}, "$.elements[0]", reason);
  }

  @Test
  void booleansThatAreNumbers() {
    Refusals.assertRefused(
        json("[2]"),
        new TypeReference<GSet<Boolean>>() {},
        "$.elements[0]",
        "content must be true or false, was 2");
  }

  @Test
  void everyClassOfTheJdkHasItsOrder() {
    Refusals.assertRefused(
        json("[10,9]"), NUMBERS, "$.elements[1]", "elements must ascend, but 9 follows 10");
    Refusals.assertRefused(
        json("[1.00,1.0]"), NUMBERS, "$.elements[1]", "elements must ascend, but 1.0 follows 1.00");
    Refusals.assertRefused(
        json("[\"TUESDAY\",\"MONDAY\"]"),
        new TypeReference<GSet<DayOfWeek>>() {},
        "$.elements[1]",
        "elements must ascend, but MONDAY follows TUESDAY");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"[{\"text\":\"a\"},{\"text\":\"b\"}]", "[{\"text\":\"b\"},{\"text\":\"a\"}]"})
  void elementsOfAnAppsOwnClassAreReadInAnyOrder(String elements) throws JsonProcessingException {
    GSet<Name> set = Samples.MAPPER.readValue(json(elements), new TypeReference<GSet<Name>>() {});

    assertThat(set).isEqualTo(GSet.<Name>empty().add(new Name("a")).add(new Name("b")));
    assertThat(Samples.MAPPER.writeValueAsString(set))
        .isEqualTo(json("[{\"text\":\"b\"},{\"text\":\"a\"}]"));
  }

  enum Size {
    SMALL,
    LARGE
  }

  @Test
  void constantsOfAnAppsOwnAreReadInAnyOrder() throws JsonProcessingException {
    TypeReference<GSet<Size>> type = new TypeReference<>() {};

    GSet<Size> set = Samples.MAPPER.readValue(json("[\"LARGE\",\"SMALL\"]"), type);

    assertThat(Samples.MAPPER.writeValueAsString(set)).isEqualTo(json("[\"SMALL\",\"LARGE\"]"));
  }

  @Test
  void elementsOfSeveralClassesAreReadInAnyOrder() throws JsonProcessingException {
    TypeReference<GSet<Object>> type = new TypeReference<>() {};

    GSet<Object> forwards = Samples.MAPPER.readValue(json("[1,\"x\",true]"), type);
    GSet<Object> backwards = Samples.MAPPER.readValue(json("[true,\"x\",1]"), type);

    assertThat(backwards).isEqualTo(forwards);
    assertThat(Samples.MAPPER.writeValueAsString(backwards))
        .isEqualTo(Samples.MAPPER.writeValueAsString(forwards));
  }
}
