package dev.rejoin.crdt.testkit;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rejoin.crdt.GSet;
import dev.rejoin.crdt.LWWMap;
import dev.rejoin.crdt.ResettableCounter;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Types of the core without dots keep every law on all short timelines. */
class GrowingTypesTest {

  static Stream<Arguments> subjects() {
    return Stream.of(
        Arguments.of("GSet", set()),
        Arguments.of("LWWMap", map()),
        Arguments.of("ResettableCounter", counter()));
  }

  private static Subject<GSet<String>> set() {
    return Subject.startingAt(GSet.<String>empty())
        .edit("add", List.of("x", "y", "Aa", "BB"), (set, me, e) -> set.add(e))
        .observing(GSet::elements)
        .meaning(Meanings.growOnlySet("add"));
  }

  static Subject<LWWMap<String, Integer>> map() {
    return Subject.startingAt(LWWMap.<String, Integer>empty())
        .edit(
            "put",
            List.of(entry("k", 1), entry("k", 2), entry("l", 1)),
            (map, me, e) -> map.put(me, e.getKey(), e.getValue()))
        .edit("remove", List.of("k"), (map, me, key) -> map.remove(me, key))
        .observing(LWWMap::toMap)
        .meaning(Meanings.lastWriterWinsMap("put", "remove"));
  }

  private static Subject<ResettableCounter> counter() {
    return Subject.startingAt(ResettableCounter.empty())
        .edit("increment", List.of(1L, 2L), ResettableCounter::increment)
        .edit("decrement", ResettableCounter::decrement)
        .edit("reset", (counter, me) -> counter.reset())
        .observing(ResettableCounter::value)
        .meaning(Meanings.resettableCounter("increment", "decrement", "reset"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("subjects")
  void allTimelinesOfUpToFiveSteps(String type, Subject<?> subject) {
    Coverage coverage =
        CrdtVerifier.of(subject).within(Duration.ofMinutes(10)).timelines(500).verify();

    assertThat(coverage.toString())
        .startsWith("all 111,110 timelines of up to 5 steps on 2 replicas\n");
  }
}
