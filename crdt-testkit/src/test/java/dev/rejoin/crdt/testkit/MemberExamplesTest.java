package dev.rejoin.crdt.testkit;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.rejoin.crdt.GCounter;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The examples in the Javadoc of single methods. */
class MemberExamplesTest {

  @Test
  void meaningOfAList() {
    Subject<Positions> subject =
        Subject.of(new Positions(Set.of(), Set.of()))
            .merging(Positions::merge)
            .edit("insert", List.of(0, 1), (list, me, at) -> list.insert(me, at))
            .edit("remove", List.of(0), (list, me, at) -> list.remove(at))
            .observing(Positions::items)
            .meaning(Meanings.sequence("insert", "remove"));

    assertThat(Smallest.find(Law.MEANING, 3, subject)).isEmpty();
  }

  @Test
  void meaningOfAMap() {
    Subject<CausalMap> subject =
        Subject.of(CausalMap.EMPTY)
            .merging(CausalMap::merge)
            .edit("increment", List.of("k", "l"), (map, me, key) -> map.update(me, entry(key, "")))
            .edit("remove", List.of("k"), (map, me, key) -> map.without(key))
            .observing(CausalMap::counts)
            .meaning(Meanings.map("remove", Meanings.counter("increment")));

    assertThat(Smallest.find(Law.MEANING, 3, subject)).isEmpty();
  }

  @Test
  void lawThatIsLeftOutWithItsReason() {
    Subject<BrokenCodecsTest.Logged> subject = BrokenCodecsTest.logged();

    Coverage coverage =
        CrdtVerifier.of(subject.without(Law.BOUNDED, "keeps a log until midnight"))
            .within(Duration.ofSeconds(2))
            .verify();

    assertThat(coverage.unchecked()).containsOnlyKeys(Law.BOUNDED);
  }

  @Test
  void editThatMayRefuse() {
    Subject<GCounter> counter =
        Subject.startingAt(GCounter.empty())
            .edit("increment", List.of(1L, -1L), GCounter::increment)
            .refusing(IllegalArgumentException.class) // as for a negative amount
            .observing(GCounter::value)
            .meaning(visible -> visible.edits().size());

    assertThat(Smallest.find(Law.TOTAL, 3, counter)).isEmpty();
    assertThat(Smallest.find(Law.MEANING, 3, counter)).isEmpty();
  }

  @Test
  void timelineWithAPartition() {
    Timeline apart =
        Timeline.of(
            Step.edit(0, 0), // A makes the first edit of the subject,
            Step.cut(1), // B is cut off,
            Step.merge(0, 1), // so what A sends to B is lost,
            Step.edit(1, 0), // and B makes the same edit unseen,
            Step.heal(), // until B is back
            Step.merge(1, 0)); // and A merges B's state

    Subject<GCounter> counter =
        Subject.startingAt(GCounter.empty()).edit("increment", GCounter::increment);
    History<GCounter> history = History.of(counter, apart);
    history.play();
    assertThat(history.replicas().get(0))
        .hasSize(3)
        .last()
        .extracting(Moment::state)
        .hasToString("GCounter{A=1, B=1}");
    assertThat(history.replicas().get(1)).hasSize(2);
    assertThatCode(() -> Law.CONVERGENT.check(counter, apart)).doesNotThrowAnyException();
  }
}
