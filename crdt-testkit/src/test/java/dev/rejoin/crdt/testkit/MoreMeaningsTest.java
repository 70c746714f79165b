package dev.rejoin.crdt.testkit;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rejoin.crdt.Author;
import dev.rejoin.crdt.LWWMap;
import dev.rejoin.crdt.MVRegister;
import dev.rejoin.crdt.PNCounter;
import io.vavr.Function3;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/**
 * The meanings of a resettable counter, a register and a map of registers reject what is not one.
 */
class MoreMeaningsTest {

  @Test
  void resetThatTakesAwayMoreThanItSawIsRejected() {
    Subject<PNCounter> counter =
        Subject.startingAt(PNCounter.empty())
            .edit("increment", PNCounter::increment)
            .edit("decrement", PNCounter::decrement)
            .edit("reset", MoreMeaningsTest::countedBack)
            .observing(PNCounter::value)
            .meaning(Meanings.resettableCounter("increment", "decrement", "reset"));

    assertThat(Smallest.of(Law.MEANING, 5, counter))
        .hasMessageContaining("value of x   = -1\n")
        .hasMessageContaining("what x means = 0\n");
  }

  private static PNCounter countedBack(PNCounter counter, Author me) {
    long value = counter.value();
    return value > 0 ? counter.decrement(me, value) : counter.increment(me, -value);
  }

  private static Subject<MVRegister<String>> registers(UnaryOperator<MVRegister<String>> clear) {
    return Subject.startingAt(MVRegister.<String>empty())
        .edit("assign", List.of("x"), (register, me, value) -> register.assign(me, value))
        .edit("clear", (register, me) -> clear.apply(register))
        .observing(register -> register.values().toJavaSet())
        .meaning(Meanings.multiValue("assign", "clear"));
  }

  @Test
  void aClearingTakesAwayTheValuesThatItSaw() {
    assertThat(Smallest.find(Law.MEANING, 4, registers(MVRegister::clear))).isEmpty();
    assertThat(Smallest.of(Law.MEANING, 2, registers(register -> register)))
        .hasMessageContaining("value of x   = [x]\n")
        .hasMessageContaining("what x means = []\n");
  }

  @Test
  void removeThatWinsOverAPutThatItHasNotSeenIsRejected() {
    Subject<LWWMap<String, Integer>> broken =
        maps((map, me, key) -> map.put(me, key, 0).remove(me, key));

    assertThat(Smallest.of(Law.MEANING, 3, broken))
        .hasMessageContaining("value of x   = LinkedHashMap()\n")
        .hasMessageContaining("what x means = {k=1}\n");
  }

  @Test
  void removeThatDoesNothingIsRejected() {
    Subject<LWWMap<String, Integer>> broken = maps((map, me, key) -> map);

    assertThat(Smallest.of(Law.MEANING, 2, broken))
        .hasMessageContaining("value of x   = LinkedHashMap((k, 1))\n")
        .hasMessageContaining("what x means = {}\n");
  }

  @Test
  void valueThatNoEditPutIsRejected() {
    Subject<LWWMap<String, Integer>> broken =
        maps((map, me, key) -> map.contains(key) ? map.put(me, key, 3) : map);
    Timeline removedAndPut =
        Timeline.of(Step.edit(0, 0), Step.merge(0, 1), Step.edit(0, 2), Step.edit(1, 1));

    assertThat(Smallest.of(Law.MEANING, 2, broken)).hasMessageContaining("what x means = {}\n");
    assertThat(expected(removedAndPut)).isEqualTo("{k=2}");
  }

  @Test
  void anyEditThatNoOtherHasSeenMayHaveWon() {
    Timeline concurrent =
        Timeline.of(
            Step.edit(0, 0), Step.merge(0, 1), Step.edit(0, 2), Step.edit(1, 1), Step.merge(0, 1));

    assertThat(expected(concurrent)).isEqualTo("{k=one of [no value, 2]}");
  }

  @Test
  void exampleOfAMapOfRegisters() {
    Subject<LWWMap<String, Integer>> subject =
        Subject.startingAt(LWWMap.<String, Integer>empty())
            .edit(
                "put",
                List.of(entry("k", 1), entry("k", 2), entry("l", 1)),
                (map, me, e) -> map.put(me, e.getKey(), e.getValue()))
            .edit("remove", List.of("k"), (map, me, key) -> map.remove(me, key))
            .observing(LWWMap::toMap)
            .meaning(Meanings.lastWriterWinsMap("put", "remove"));

    assertThat(Smallest.find(Law.MEANING, 4, subject)).isEmpty();
  }

  private static Subject<LWWMap<String, Integer>> maps(
      Function3<LWWMap<String, Integer>, Author, String, LWWMap<String, Integer>> remove) {
    return Subject.startingAt(LWWMap.<String, Integer>empty())
        .edit(
            "put",
            List.of(entry("k", 1), entry("k", 2)),
            (map, me, e) -> map.put(me, e.getKey(), e.getValue()))
        .edit("remove", List.of("k"), remove)
        .observing(LWWMap::toMap)
        .meaning(Meanings.lastWriterWinsMap("put", "remove"));
  }

  /** Returns what is expected of the last state of a timeline. */
  private static String expected(Timeline timeline) {
    History<LWWMap<String, Integer>> history =
        History.of(maps((map, me, key) -> map.remove(me, key)), timeline);
    history.play();
    Visible visible = Visible.of(history, history.moments().get(history.moments().size() - 1));
    Map<?, ?> shown =
        (Map<?, ?>) new LastWriterWinsMap("put", "remove").expectation(visible).shown();
    return String.valueOf(shown);
  }
}
