package dev.rejoin.crdt.testkit;

import static dev.rejoin.crdt.testkit.Step.edit;
import static dev.rejoin.crdt.testkit.Step.merge;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.rejoin.crdt.LWWRegister;
import dev.rejoin.crdt.ORSet;
import dev.rejoin.crdt.PNCounter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The examples in the Javadoc of the public types, one of each. */
class ApiExamplesTest {

  @Test
  void lawIsCheckedOnOneTimeline() {
    Subject<Integer> subject = Subject.of(0).merging(Math::max).edit("raise", (n, me) -> n + 1);

    assertThatCode(() -> convergesOnce(subject)).doesNotThrowAnyException();
    assertThatCode(() -> convergesOnce(LawSamples.subject(Law.CONVERGENT)))
        .isInstanceOf(LawViolation.class);
  }

  private static void convergesOnce(Subject<?> subject) {
    Law.CONVERGENT.check(subject, Timeline.of(edit(0, 0), edit(1, 0), merge(0, 1), merge(1, 0)));
  }

  @Test
  void violationTellsLawTimelineAndPicture(@TempDir Path folder) throws IOException {
    Subject<Map<String, Integer>> summed =
        Subject.of(Map.<String, Integer>of())
            .merging(ApiExamplesTest::sum)
            .edit("increment", (counts, me) -> sum(counts, Map.of(me.id().value(), 1)));

    LawViolation violation =
        assertThrows(LawViolation.class, () -> CrdtVerifier.of(summed).verify());

    assertEquals(Law.IDEMPOTENT, violation.law());
    assertEquals(Timeline.of(edit(0, 0)), violation.timeline());
    Files.writeString(folder.resolve("summed.svg"), violation.svg());
    assertThat(folder.resolve("summed.svg")).content().contains("<svg ", "<title>IDEMPOTENT: ");
  }

  private static Map<String, Integer> sum(Map<String, Integer> a, Map<String, Integer> b) {
    Map<String, Integer> sum = new HashMap<>(a);
    b.forEach((id, count) -> sum.merge(id, count, Integer::sum));
    return sum;
  }

  @Test
  void ownMeaningOfTheHighestNumber() {
    Meaning highest =
        Meaning.of(
            visible ->
                visible
                    .edits("raise")
                    .mapToInt(edit -> edit.argument(Integer.class))
                    .max()
                    .orElse(0));

    Subject<Integer> subject =
        Subject.of(0)
            .merging(Math::max)
            .edit("raise", List.of(1, 2), (score, me, to) -> Math.max(score, to))
            .meaning(highest);
    assertThat(Smallest.find(Law.MEANING, 3, subject)).isEmpty();
  }

  @Test
  void readyMadeMeaningOfACounter() {
    Subject<PNCounter> counter =
        Subject.startingAt(PNCounter.empty())
            .edit("increment", PNCounter::increment)
            .edit("decrement", List.of(1, 2), (count, me, by) -> count.decrement(me, by))
            .observing(PNCounter::value)
            .meaning(Meanings.counter("increment", "decrement"));

    assertThat(Smallest.find(Law.MEANING, 3, counter)).isEmpty();
  }

  static Set<Object> removeWins(Visible visible) {
    return visible
        .edits("add")
        .filter(add -> visible.edits("remove").allMatch(remove -> visible.saw(add, remove)))
        .map(add -> add.argument(Object.class))
        .collect(Collectors.toSet());
  }

  @Test
  void setThatLetsAddsWinIsNoRemoveWinsSet() {
    Subject<Dots> addWins =
        Subject.of(new Dots(Map.of(), Set.of()))
            .merging(Dots::merge)
            .edit("add", List.of("x"), Dots::add)
            .edit("remove", List.of("x"), (set, me, element) -> set.remove(element))
            .observing(set -> Set.copyOf(set.live().values()))
            .meaning(ApiExamplesTest::removeWins);

    LawViolation violation = Smallest.of(Law.MEANING, 3, addWins);

    assertThat(violation.timeline().steps()).hasSize(3);
  }

  @Test
  void timelineOfALateMessage() {
    Timeline timeline =
        Timeline.of(
            Step.edit(0, 0), // A makes the first edit of the subject,
            Step.merge(0, 1), // B merges A's state,
            Step.edit(1, 1), // B makes the second edit,
            Step.staleMerge(1, 0, 1)); // and A gets a state of B from before

    assertThat(timeline)
        .hasToString("Timeline.of(edit(0, 0), merge(0, 1), edit(1, 1), staleMerge(1, 0, 1))");
    assertThatCode(() -> Law.STALE_MERGE.check(Dots.subject(Dots::merge), timeline))
        .doesNotThrowAnyException();
  }

  @Test
  void setTakesTheEdgeValues() {
    Subject<ORSet<String>> subject =
        Subject.startingAt(ORSet.<String>empty())
            .edit("add", List.of("x", "y"), EdgeValues.strings(), (set, me, e) -> set.add(me, e))
            .observing(ORSet::elements)
            .meaning(Meanings.growOnlySet("add"));

    assertThatCode(() -> CrdtVerifier.of(subject).within(Duration.ofSeconds(2)).verify())
        .doesNotThrowAnyException();
  }

  @Test
  void registerSurvivesAClockThatIsBehind() {
    Timeline behind =
        Timeline.of(Step.edit(0, 0), Step.merge(0, 1), Step.edit(1, 1))
            .withClocks(WallClock.STEADY, WallClock.BEHIND);

    Subject<LWWRegister<String>> register =
        Subject.startingAt(LWWRegister.<String>empty())
            .edit("assign", List.of("x", "y"), (old, me, value) -> old.assign(me, value));
    assertThatCode(() -> Law.INFLATING.check(register, behind)).doesNotThrowAnyException();
  }
}
