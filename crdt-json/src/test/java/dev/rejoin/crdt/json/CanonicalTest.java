package dev.rejoin.crdt.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.rejoin.crdt.Author;
import dev.rejoin.crdt.Dot;
import dev.rejoin.crdt.GSet;
import dev.rejoin.crdt.LWWRegister;
import dev.rejoin.crdt.ORMap;
import dev.rejoin.crdt.ORSet;
import dev.rejoin.crdt.ReplicaId;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CanonicalTest {

  private final Author phone = Samples.author(Samples.PHONE);
  private final Author tablet = Samples.author(Samples.TABLET);

  private static void assertSameBytes(Object a, Object b) throws JsonProcessingException {
    assertThat(a).isEqualTo(b);
    assertThat(Samples.MAPPER.writeValueAsBytes(a)).isEqualTo(Samples.MAPPER.writeValueAsBytes(b));
  }

  @Test
  void mergeOrderDoesNotShow() throws JsonProcessingException {
    ORSet<String> shared = ORSet.<String>empty().add(phone, "milk");
    ORSet<String> mine = shared.add(phone, "tea").remove("milk");
    ORSet<String> theirs = shared.add(tablet, "eggs").add(tablet, "milk");

    assertSameBytes(mine.merge(theirs), theirs.merge(mine));
  }

  @Test
  void deltasLeadToTheSameBytesAsWholeStates() throws JsonProcessingException {
    ORSet<String> before = ORSet.<String>empty().add(phone, "milk").add(phone, "tea");
    ORSet<String> after = before.remove("milk").add(phone, "eggs").remove("tea").add(phone, "tea");

    assertSameBytes(before.merge(after.deltaSince(before)), after);
  }

  @Test
  void orderOfInsertionDoesNotShowAmongCollidingElements() throws JsonProcessingException {
    List<List<String>> colliding = List.of(List.of("AaAa"), List.of("AaBB"), List.of("BBAa"));
    ORSet<List<String>> forwards = ORSet.<List<String>>empty().addAll(phone, colliding);
    ORSet.Builder<List<String>> builder = ORSet.builder(forwards.context());
    for (int i = colliding.size(); i > 0; i--) {
      builder.live(colliding.get(i - 1), List.of(new Dot(Samples.PHONE, i)));
    }
    ORSet<List<String>> backwards = builder.build();

    assertThat(backwards).doesNotContainSequence(forwards);
    assertSameBytes(forwards, backwards);
  }

  @Test
  void elementsAreWrittenByTheirDots() throws JsonProcessingException {
    List<String> elements = IntStream.range(0, 1000).mapToObj(Integer::toString).toList();
    ORSet<String> set = ORSet.<String>empty().addAll(phone, elements);

    String json = Samples.MAPPER.writeValueAsString(set);

    assertThat(json)
        .contains(
            IntStream.range(0, 1000)
                .mapToObj(i -> "\"" + i + "\",1")
                .collect(Collectors.joining(",", "\"live\":[[0,", "]]")));
  }

  @Test
  void tiesStandInTheOrderInWhichTheyAreShown() throws JsonProcessingException {
    LWWRegister<Integer> ten = LWWRegister.of(Samples.stamp(), List.of(10));
    LWWRegister<Integer> nine = LWWRegister.of(Samples.stamp(), List.of(9));

    assertSameBytes(ten.merge(nine), nine.merge(ten));
    assertThat(Samples.MAPPER.writeValueAsString(ten.merge(nine))).endsWith("\"values\":[9,10]}");
  }

  @Test
  void tiedValuesOfTheSameRankStandByTheirText() throws JsonProcessingException {
    LWWRegister<BigDecimal> one = LWWRegister.of(Samples.stamp(), List.of(new BigDecimal("1")));
    LWWRegister<BigDecimal> exact = LWWRegister.of(Samples.stamp(), List.of(new BigDecimal("1.0")));

    assertSameBytes(one.merge(exact), exact.merge(one));
  }

  /** Jackson writes the second half of Unicode as escapes into bytes, and as it is into text. */
  @Test
  void bytesAreThoseOfTheText() throws JsonProcessingException {
    Author clef = Samples.author(ReplicaId.of("\uD834\uDD1E"));
    ORMap<String, ORSet<String>> map =
        ORMap.<String, ORSet<String>>empty()
            .update(
                clef,
                "\uD83D\uDE00",
                ORSet.empty(),
                (set, me) -> set.add(me, "\u00E9\uD83D\uDE00"));

    String text = Samples.MAPPER.writeValueAsString(map);

    assertThat(text).contains("[\"\uD834\uDD1E\"]").contains("\"\u00E9\uD83D\uDE00\"");
    assertThat(Samples.MAPPER.writeValueAsBytes(map)).isEqualTo(text.getBytes(UTF_8));
  }

  /** Jackson writes long text in parts, which must not part two halves of a character. */
  @Test
  void noCharacterIsPartedWhereverItStands() throws JsonProcessingException {
    for (int before = 0; before < 2_500; before++) {
      GSet<String> set = GSet.<String>empty().add("x".repeat(before) + "\uD83D\uDE00".repeat(3));

      String text = Samples.MAPPER.writeValueAsString(set);

      assertThat(Samples.MAPPER.writeValueAsBytes(set))
          .as("%s characters before it", before)
          .isEqualTo(text.getBytes(UTF_8));
    }
  }

  @Test
  void textOutsideOfStatesIsWrittenAsTheMapperWritesIt() throws JsonProcessingException {
    List<Object> values = List.of(GSet.<String>empty().add("\uD83D\uDE00"), "\uD83D\uDE00");

    byte[] bytes = Samples.MAPPER.writeValueAsBytes(values);

    assertThat(new String(bytes, UTF_8)).endsWith("[\"\uD83D\uDE00\"]},\"\\uD83D\\uDE00\"]");
  }
}
