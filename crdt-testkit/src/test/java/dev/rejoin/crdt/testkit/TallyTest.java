package dev.rejoin.crdt.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rejoin.crdt.ORSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A run in which hardly anything happened must not pass for one that has tested something. */
class TallyTest {

  private static Subject<ORSet<String>> set(String removed) {
    return Subject.startingAt(ORSet.<String>empty())
        .edit("add", List.of("x", "y"), (set, me, e) -> set.add(me, e))
        .edit("remove", List.of(removed), (set, me, e) -> set.remove(e))
        .observing(ORSet::elements);
  }

  @Test
  void whatHappensIsCounted() {
    Coverage.Activity activity = Tally.of(set("x")).activity();

    assertThat(activity.timelines()).isEqualTo(1000);
    assertThat(activity.concurrent()).isBetween(300L, 900L);
    assertThat(activity.stale()).isBetween(300L, 900L);
    assertThat(activity.removing()).isBetween(200L, 800L);
    assertThat(activity.idle()).isBetween(activity.steps() / 10, activity.steps() / 2);
  }

  @Test
  void countsAreThoseOfTheTimelines() {
    Tally tally = new Tally();
    for (Timeline timeline :
        List.of(
            Timeline.of(Step.edit(0, 0), Step.edit(1, 1)), // concurrent
            Timeline.of(Step.edit(0, 0), Step.edit(1, 2)), // B has nothing to remove
            Timeline.of(Step.edit(0, 0), Step.edit(0, 2)), // removes
            Timeline.of(Step.edit(0, 0), Step.staleMerge(0, 1, 1)))) { // brings nothing
      History<ORSet<String>> history = History.of(set("x"), timeline);
      history.play();
      tally.count(history);
    }

    assertThat(tally.activity()).isEqualTo(new Coverage.Activity(4, 1, 1, 1, 8, 2));
  }

  @Test
  void editThatNeverChangesAnythingFailsTheRun() {
    assertThatThrownBy(() -> CrdtVerifier.of(set("z")).verify())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageMatching(
            "the laws were hardly tested: on [\\d,]+ timelines edit remove never changed a state");
  }

  @Test
  void observerThatHidesEverythingFailsTheRun() {
    Subject<ORSet<String>> blind = set("x").observing(set -> Set.of());

    assertThatThrownBy(() -> CrdtVerifier.of(blind).verify())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageEndingWith(" timelines no edit ever changed what is observed");
  }

  /** A type with one writer has no concurrent edits, and that is what it is for. */
  @Test
  void editsOfOneReplicaAloneNeedNotBeConcurrent() {
    Subject<Integer> onlyA = raisedBy("A");

    Coverage coverage = CrdtVerifier.of(onlyA).verify();

    assertThat(coverage.activity().concurrent()).isZero();
  }

  @Test
  void runWithoutConcurrentEditsFails() {
    Subject<Integer> both = raisedBy("AB");
    Tally tally = new Tally();
    for (int i = 0; i < 1000; i++) {
      Timeline inTurn = Timeline.of(Step.edit(0, 0), Step.merge(0, 1), Step.edit(1, 0));
      History<Integer> history = History.of(both, inTurn);
      history.play();
      tally.count(history);
    }

    assertThatThrownBy(tally::requireShares)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("the laws were hardly tested: on 1,000 timelines only 0 had concurrent edits");
  }

  private static Subject<Integer> raisedBy(String writers) {
    return Subject.of(0)
        .merging(Math::max)
        .edit("raise", (n, me) -> writers.contains(me.id().value()) ? n + 1 : n);
  }
}
