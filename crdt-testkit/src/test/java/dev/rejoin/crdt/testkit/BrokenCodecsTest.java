package dev.rejoin.crdt.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vavr.CheckedFunction1;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class BrokenCodecsTest {

  @Test
  void correctCodecIsNotBlamed() {
    Subject<Dots> correct = set(Text::decoded);

    assertThat(Smallest.find(Law.CODEC, 3, correct, Step.recode(0))).isEmpty();
    assertThat(Smallest.find(Law.BOUNDED, 3, correct)).isEmpty();
  }

  @Test
  void stateIsReadAgainWhereTheTimelineSaysSo() {
    Subject<Dots> broken = set(BrokenCodecsTest::recomputed);
    Timeline timeline = Timeline.of(Step.edit(0, 0), Step.edit(0, 2), Step.recode(0));

    assertThatThrownBy(() -> Law.STALE_MERGE.check(broken, timeline))
        .isInstanceOf(LawViolation.class)
        .hasMessageContaining("3  re-encoded => [] (y)")
        .hasMessageContaining("recode(0))); // A: re-encoded");
  }

  @Test
  void recodingDoesNothingWithoutACodec() {
    History<Dots> history =
        History.of(Dots.subject(Dots::merge), Timeline.of(Step.edit(0, 0), Step.recode(0)));

    history.play();

    assertThat(history.moments()).hasSize(2);
  }

  @Test
  void codecThatThrowsBreaksTotality() {
    Subject<Integer> highest =
        Subject.of(0)
            .merging(Math::max)
            .edit("raise", (score, me) -> score + 1)
            .codec(
                score -> score,
                score -> {
                  throw new IOException("disk full");
                });

    assertThatThrownBy(() -> Law.CODEC.check(highest, Timeline.of()))
        .isInstanceOf(LawViolation.class)
        .hasMessageStartingWith("TOTAL: decode(encode(a)) must not throw, but threw")
        .hasMessageContaining("java.io.IOException: disk full");
  }

  static Subject<Dots> set(CheckedFunction1<byte[], Dots> decode) {
    return Dots.subject(Dots::merge).codec(Text::encoded, decode);
  }

  static Subject<Dots> contextRecomputed() {
    return set(BrokenCodecsTest::recomputed);
  }

  private static Dots recomputed(byte[] bytes) {
    Map<String, String> live = Text.decoded(bytes).live();
    return new Dots(live, Set.copyOf(live.keySet()));
  }

  /** The live dots with their elements, then all dots, in order. */
  static final class Text {

    static byte[] encoded(Dots set) {
      String text = new TreeMap<>(set.live()) + "|" + new TreeSet<>(set.seen());
      return text.getBytes(StandardCharsets.UTF_8);
    }

    static Dots decoded(byte[] bytes) {
      String[] parts = new String(bytes, StandardCharsets.UTF_8).split("\\|", -1);
      Map<String, String> live = new TreeMap<>();
      for (String entry : items(parts[0])) {
        live.put(entry.split("=", -1)[0], entry.split("=", -1)[1]);
      }
      return new Dots(live, new TreeSet<>(items(parts[1])));
    }

    private static List<String> items(String list) {
      String inside = list.substring(1, list.length() - 1);
      return inside.isEmpty() ? List.of() : List.of(inside.split(", ", -1));
    }
  }

  static Subject<Set<String>> hashOrder() {
    return Subject.of(Set.<String>of())
        .merging(BrokenSets::union)
        .edit("add", List.of("Aa", "BB"), (set, me, e) -> BrokenSets.union(set, Set.of(e)))
        .codec(
            set -> String.join(",", set),
            text -> text.isEmpty() ? Set.<String>of() : BrokenSets.union(split(text), Set.of()));
  }

  private static Set<String> split(String text) {
    return new LinkedHashSet<>(List.of(text.split(",", -1)));
  }

  static Subject<Integer> narrow() {
    return Subject.of(0)
        .merging(Math::max)
        .edit("raise", List.of(1, 200), (score, me, by) -> score + by)
        .codec(Integer::byteValue, Byte::intValue);
  }

  /** A counter that is equal to another by its sum alone. */
  private record Shallow(Map<String, Integer> counts) {

    int sum() {
      return counts.values().stream().mapToInt(n -> n).sum();
    }

    Shallow plus(String id) {
      Map<String, Integer> more = new TreeMap<>(counts);
      more.merge(id, 1, Integer::sum);
      return new Shallow(more);
    }

    Shallow merge(Shallow other) {
      Map<String, Integer> joined = new TreeMap<>(counts);
      other.counts.forEach((id, count) -> joined.merge(id, count, Math::max));
      return new Shallow(joined);
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Shallow that && sum() == that.sum();
    }

    @Override
    public int hashCode() {
      return sum();
    }
  }

  static Subject<Shallow> lossy() {
    return Subject.of(new Shallow(Map.of()))
        .merging(Shallow::merge)
        .edit("increment", (counter, me) -> counter.plus(me.id().value()))
        .codec(Shallow::sum, sum -> new Shallow(sum == 0 ? Map.of() : Map.of("?", sum)));
  }

  record Logged(int highest, List<Integer> log) {

    Logged merge(Logged other) {
      List<Integer> longer = new ArrayList<>(log);
      longer.add(other.highest);
      return new Logged(Math.max(highest, other.highest), longer);
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Logged that && highest == that.highest;
    }

    @Override
    public int hashCode() {
      return highest;
    }
  }

  static Subject<Logged> loggedAndWritten() {
    return logged().codec(log -> log, log -> log);
  }

  static Subject<Logged> logged() {
    return Subject.of(new Logged(0, List.of()))
        .merging(Logged::merge)
        .edit("raise", (score, me) -> new Logged(score.highest() + 1, score.log()));
  }
}
