package dev.rejoin.crdt.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.vavr.CheckedFunction1;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class MangledLawsTest {

  static Stream<Arguments> brokenCodecs() {
    return Stream.of(
        Arguments.of("waits for more", waits(), "decode(m)", "nothing for 10 seconds"),
        Arguments.of("negative count", negative(), "merge(d, initial)", "merge(initial, d)"),
        Arguments.of("dot not seen", unseen(), "what is done with d", "live but not seen"),
        Arguments.of("chain to itself", chained(), "decode(m)", "java.lang.StackOverflowError"),
        Arguments.of("claimed length", claimed(), "decode(m)", "java.lang.OutOfMemoryError"),
        Arguments.of(
            "cannot write what it read", unwritable(), "decode(encode(d))", "must equal d"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("brokenCodecs")
  void codecThatTakesAnythingIsRejected(String flaw, Subject<?> broken, String left, String told) {
    LawViolation violation = Smallest.of(Law.CODEC, 2, broken);

    assertThat(violation)
        .as(flaw)
        .hasMessageStartingWith("CODEC: " + left + " must equal ")
        .hasMessageContaining(told)
        .hasMessageContaining("  m ")
        .hasMessageContaining("(encode(a), ")
        .hasMessageContaining("must be refused, or read as a state like any other");
  }

  static Stream<Subject<?>> correctCodecs() {
    return Stream.of(
        highest().codec(n -> ByteBuffer.allocate(4).putInt(n).array(), MangledLawsTest::number),
        highest().codec(n -> Integer.toString(n), Integer::parseInt),
        highest().codec(n -> n, n -> n));
  }

  @ParameterizedTest
  @MethodSource("correctCodecs")
  void codecIsNotBlamedWhereEveryStateIsValid(Subject<?> correct) {
    assertThatCode(() -> CrdtVerifier.of(correct).within(Duration.ofSeconds(3)).verify())
        .doesNotThrowAnyException();
  }

  @Test
  void faultsAreAlwaysTheSameAndNoneLeavesTheEncodingAsItWas() {
    for (Object content : List.of(new byte[] {0, 1, -1, 65}, "{\"A\":12}", "x".repeat(10_000))) {
      Codec.Encoded encoded = new Codec.Encoded(content);

      List<Mangled> mangled = Mangled.of(encoded, 32);

      assertThat(mangled).isEqualTo(Mangled.of(encoded, 32)).hasSizeBetween(3, 32);
      assertThat(mangled).extracting(Mangled::encoded).doesNotContain(encoded);
    }
    assertThat(Mangled.of(new Codec.Encoded("12"), 32))
        .extracting(m -> m.encoded().content())
        .contains("", "1", "-2", "02", "1-2", "912", "112", "1".repeat(1001) + "2");
  }

  @Test
  void whatIsNoBytesAndNoTextIsNotMangled() {
    assertThat(Mangled.of(new Codec.Encoded(List.of(1, 2)), 32)).isEmpty();
    assertThat(Mangled.of(new Codec.Encoded(""), 32)).isEmpty();
  }

  private record Written(String stamp, String value) {}

  /** No two writes have one stamp, so what it says of equal ones does not matter. */
  @Test
  void valueThatChangedUnderItsStampIsNotBlamedOnTheType() {
    Subject<Written> register =
        Subject.of(new Written("", ""))
            .merging((a, b) -> a.stamp().compareTo(b.stamp()) >= 0 ? a : b)
            .edit("assign", List.of("x", "y"), (w, me, v) -> new Written(me.stamp() + "", v))
            .codec(w -> w.stamp() + "|" + w.value(), MangledLawsTest::written);

    Random random = new Random(1);

    assertThatCode(
            () -> {
              for (int i = 0; i < 200; i++) {
                Law.CODEC.check(register, RandomTimelines.next(random, register));
              }
            })
        .doesNotThrowAnyException();
  }

  private static Written written(String text) {
    String[] parts = text.split("\\|", -1);
    if (parts.length != 2 || (parts[0].isEmpty() && !parts[1].isEmpty())) {
      throw new IllegalArgumentException("register must have a stamp and a value, was " + text);
    }
    return new Written(parts[0], parts[1]);
  }

  private static Subject<Integer> highest() {
    return Subject.of(0).merging(Math::max).edit("raise", (n, me) -> n + 1);
  }

  private static int number(byte[] bytes) {
    if (bytes.length != 4) {
      throw new IllegalArgumentException("number must have 4 bytes, had " + bytes.length);
    }
    return ByteBuffer.wrap(bytes).getInt();
  }

  private static Subject<Integer> highest(CheckedFunction1<byte[], Integer> decode) {
    return highest().codec(n -> ("" + (char) n.toString().length() + n).getBytes(UTF_8), decode);
  }

  private static final Charset UTF_8 = StandardCharsets.UTF_8;

  /** Reads as many bytes as are announced, and does not mind that there are no more. */
  private static Subject<Integer> waits() {
    return highest(
        bytes -> {
          ByteArrayInputStream in = new ByteArrayInputStream(bytes);
          byte[] text = new byte[in.read()];
          int read = 0;
          while (read < text.length && !Thread.currentThread().isInterrupted()) {
            read += Math.max(0, in.read(text, read, text.length - read));
          }
          return Integer.parseInt(new String(text, UTF_8));
        });
  }

  /**
   * Makes room for what is announced, in steps that double, before it looks whether it is there.
   */
  private static Subject<Integer> claimed() {
    return highest(
        bytes -> {
          int length = bytes[0] & 0xFF;
          byte[] room = new byte[length < 32 ? length : Integer.MAX_VALUE];
          if (length != bytes.length - 1) {
            throw new EOFException("length was " + length);
          }
          System.arraycopy(bytes, 1, room, 0, length);
          return Integer.parseInt(new String(room, UTF_8));
        });
  }

  private static Subject<Map<String, Integer>> negative() {
    return Subject.<Map<String, Integer>>of(new TreeMap<>())
        .merging(
            (a, b) -> {
              Map<String, Integer> joined = new TreeMap<>(a);
              b.forEach((id, count) -> joined.put(id, Math.max(count, joined.getOrDefault(id, 0))));
              return joined;
            })
        .edit(
            "increment",
            (counter, me) -> {
              Map<String, Integer> more = new TreeMap<>(counter);
              more.merge(me.id().value(), 1, Integer::sum);
              return more;
            })
        .codec(MangledLawsTest::counts, MangledLawsTest::readCounts);
  }

  private static String counts(Map<String, Integer> counter) {
    return String.join(";", counter.entrySet().stream().map(Map.Entry::toString).toList());
  }

  private static Map<String, Integer> readCounts(String text) {
    Map<String, Integer> counter = new TreeMap<>();
    for (String entry : text.isEmpty() ? new String[0] : text.split(";", -1)) {
      String[] pair = entry.split("=", -1);
      counter.put(pair[0], Integer.valueOf(pair[1]));
    }
    if (!counts(counter).equals(text)) {
      throw new IllegalArgumentException("counts must be in order, were " + text);
    }
    return counter;
  }

  private static Subject<Dots> unseen() {
    return Dots.subject(Dots::merge)
        .observing(MangledLawsTest::elements)
        .codec(BrokenCodecsTest.Text::encoded, BrokenCodecsTest.Text::decoded);
  }

  private static Set<String> elements(Dots set) {
    if (!set.seen().containsAll(set.live().keySet())) {
      throw new IllegalStateException("live but not seen: " + set);
    }
    return new TreeSet<>(set.live().values());
  }

  /** Each element is followed by the place of the next one, the last one by a dot. */
  private static Subject<Set<String>> chained() {
    return Subject.<Set<String>>of(new TreeSet<>())
        .merging(BrokenSets::union)
        .edit("add", List.of("x", "y"), (set, me, e) -> BrokenSets.union(set, Set.of(e)))
        .codec(MangledLawsTest::chain, text -> follow(text, 0, new TreeSet<>()));
  }

  private static String chain(Set<String> set) {
    StringBuilder text = new StringBuilder();
    for (String element : new TreeSet<>(set)) {
      text.append(element).append((char) ('0' + text.length() + 3));
    }
    return text + "..";
  }

  private static Set<String> follow(String text, int place, Set<String> read) {
    if (text.charAt(place) != '.') {
      read.add(text.substring(place, place + 1));
      return follow(text, text.charAt(place + 1) - '1', read);
    }
    return read;
  }

  /** Reads what it cannot write: an element with the separator in it. */
  private static Subject<Set<String>> unwritable() {
    return Subject.<Set<String>>of(new TreeSet<>())
        .merging(BrokenSets::union)
        .edit("add", List.of("x", "y"), (set, me, e) -> BrokenSets.union(set, Set.of(e)))
        .codec(
            set -> String.join("-", new TreeSet<>(set)) + ".",
            text -> {
              String inside = text.substring(0, text.indexOf('.'));
              return inside.isEmpty() ? Set.of() : new TreeSet<>(Set.of(inside.split("-", 2)));
            });
  }
}
