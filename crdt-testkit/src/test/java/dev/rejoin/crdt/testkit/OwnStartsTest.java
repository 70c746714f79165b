package dev.rejoin.crdt.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rejoin.crdt.GCounter;
import dev.rejoin.crdt.ReplicaId;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import org.junit.jupiter.api.Test;

class OwnStartsTest {

  private static final Subject<Map<String, Integer>> CORRECT = counter(Math::max);

  /** A counter in which every replica has an entry from the start. */
  private static Subject<Map<String, Integer>> counter(BinaryOperator<Integer> entries) {
    return Subject.ofEach(replica -> Map.of(replica.value(), 0))
        .merging(
            (a, b) -> {
              Map<String, Integer> joined = new TreeMap<>(a);
              b.forEach((id, count) -> joined.merge(id, count, entries));
              return joined;
            })
        .edit(
            "increment",
            (counter, me) -> {
              Map<String, Integer> more = new TreeMap<>(counter);
              more.merge(me.id().value(), 1, Integer::sum);
              return more;
            })
        .observing(counter -> counter.values().stream().mapToInt(n -> n).sum())
        .meaning(Meanings.counter("increment"))
        .deltaSince((state, base) -> state);
  }

  @Test
  void eachReplicaStartsAtItsOwnState() {
    History<Map<String, Integer>> history =
        History.of(CORRECT, Timeline.of(Step.edit(1, 0), Step.merge(1, 0)));

    history.play();

    assertThat(history.moments())
        .extracting(moment -> moment.label() + " " + moment.state())
        .containsExactly(
            "initial state of A {A=0}",
            "initial state of B {B=0}",
            "B after step 1 {B=1}",
            "A after step 2 {A=0, B=1}");
  }

  @Test
  void correctTypeKeepsEveryLaw() {
    Random random = new Random(1);

    assertThatCode(
            () -> {
              for (int i = 0; i < 200; i++) {
                Timeline timeline = RandomTimelines.next(random, CORRECT);
                for (Law law : Law.values()) {
                  if (law.appliesTo(CORRECT)) {
                    law.check(CORRECT, timeline);
                  }
                }
              }
            })
        .doesNotThrowAnyException();
  }

  @Test
  void brokenTypeIsRejected() {
    assertThat(Smallest.of(Law.IDEMPOTENT, 1, counter(Integer::sum)).timeline().steps()).hasSize(1);
    assertThat(Smallest.of(Law.MEANING, 3, counter((a, b) -> a)).timeline().steps()).hasSize(3);
    assertThat(Smallest.of(Law.NEUTRAL, 1, counter((a, b) -> 0)).timeline().steps()).hasSize(1);
  }

  @Test
  void typesOfTheCoreCanHaveThem() {
    Subject<GCounter> counter =
        Subject.startingAtEach(replica -> GCounter.of(Map.of(replica, 1L)))
            .edit("increment", (c, me) -> c.increment(me, 1))
            .observing(GCounter::value);

    assertThat(Smallest.find(Law.CONVERGENT, 3, counter)).isEmpty();
    assertThat(Smallest.find(Law.DELTA, 3, counter)).isEmpty();
  }

  @Test
  void startThatIsNullIsRefused() {
    Subject<Integer> subject =
        Subject.<Integer>ofEach(replica -> replica.equals(ReplicaId.of("A")) ? 0 : missing())
            .merging(Math::max)
            .edit("raise", (score, me) -> score + 1);

    assertThatThrownBy(() -> Law.TOTAL.check(subject, Timeline.of()))
        .isInstanceOf(NullPointerException.class)
        .hasMessage("initial state of B");
  }

  @SuppressWarnings({"NullAway", "TypeParameterUnusedInFormals"}) // that is what it is for
  private static <T> T missing() {
    return null;
  }
}
