package dev.rejoin.crdt.testkit;

import static dev.rejoin.crdt.testkit.Step.edit;
import static dev.rejoin.crdt.testkit.Step.merge;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vavr.collection.HashSet;
import io.vavr.collection.TreeMap;
import io.vavr.control.Option;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MeaningTest {

  private static final Timeline CROSSING =
      Timeline.of(edit(0, 0), edit(1, 1), merge(0, 1), edit(1, 2));

  @Test
  void sayWhichEditsAreVisibleAndWhatEachSaw() {
    Subject<Dots> set = Dots.subject(Dots::merge);
    History<Dots> history = History.of(set, CROSSING);

    history.play();

    Visible visible = Visible.of(history, history.moments().get(4));
    Visible.Edit x = visible.edits().get(0);
    Visible.Edit y = visible.edits().get(1);
    Visible.Edit removal = visible.edits().get(2);
    assertThat(visible).hasToString("[A: add(\"x\"), B: add(\"y\"), B: remove(\"x\")]");
    assertThat(visible.edits("add")).containsExactly(x, y);
    assertThat(y.argument(String.class)).isEqualTo("y");
    assertThat(visible.saw(removal, x)).isTrue();
    assertThat(visible.saw(removal, removal)).isFalse();
    assertThat(visible.saw(y, x)).isFalse();
    assertThat(visible.saw(x, removal)).isFalse();
  }

  @Test
  void violationShowsTheValueAndWhatItShouldBe() {
    Subject<Integer> net =
        Subject.of(0)
            .merging(Math::max)
            .edit("increment", (n, me) -> n + 1)
            .meaning(Meanings.counter("increment"));

    assertThatThrownBy(
            () -> Law.MEANING.check(net, Timeline.of(edit(0, 0), edit(1, 0), merge(0, 1))))
        .hasMessageStartingWith(
            """
            MEANING: value of x must equal what x means

              x            = 1   (B after step 3)
              value of x   = 1
              what x means = 2
            """);
  }

  @Test
  void violationShowsAllValuesThatAreAllowed() {
    Subject<String> register =
        Subject.of("")
            .merging((a, b) -> a.length() > b.length() ? a : b)
            .edit("assign", List.of("x", "y"), (old, me, value) -> "z")
            .meaning(Meaning.oneOf(visible -> List.of("", "x", "y")));

    assertThatThrownBy(() -> Law.MEANING.check(register, Timeline.of(edit(0, 0))))
        .hasMessageContaining("must equal one of what x can mean")
        .hasMessageContaining("one of what x can mean = [, x, y]");
  }

  @Test
  void valuesAreComparedByWhatTheyHold() {
    Meaning.Expectation five = expected(5L);

    assertThat(five.isMetBy(5)).isTrue();
    assertThat(five.isMetBy(6)).isFalse();
    assertThat(expected(Set.of("x")).isMetBy(HashSet.of("x"))).isTrue();
    assertThat(expected(Set.of("x")).isMetBy(List.of("x"))).isFalse();
    assertThat(expected(Map.of("a", 1)).isMetBy(TreeMap.of("a", 1L))).isTrue();
    assertThat(expected(List.of(1)).isMetBy(io.vavr.collection.List.of(1))).isTrue();
    assertThat(expected(Option.none()).isMetBy(Optional.empty())).isTrue();
    assertThat(expected("x").isMetBy(Option.some("x"))).isTrue();
    assertThat(expected("x").isMetBy(Option.none())).isFalse();
  }

  private static Meaning.Expectation expected(Object value) {
    return Meaning.Expectation.one(value);
  }

  @Test
  void meaningThatThrowsIsAClearError() {
    Subject<Dots> set =
        Dots.subject(Dots::merge)
            .meaning(visible -> visible.edits().get(0).argument(Integer.class));

    assertThatThrownBy(() -> Law.MEANING.check(set, Timeline.of(edit(0, 0))))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("meaning must not throw, but threw java.lang.")
        .hasMessageEndingWith("for the edits []")
        .hasCauseInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void meaningThatAllowsNothingIsAClearError() {
    Subject<Dots> set = Dots.subject(Dots::merge).meaning(Meaning.oneOf(visible -> List.of()));

    assertThatThrownBy(() -> Law.MEANING.check(set, Timeline.of()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("a meaning must allow at least one value, but allows none");
  }

  @Test
  void namesThatTheSubjectLacksAreRefused() {
    Subject<Dots> set = Dots.subject(Dots::merge).meaning(Meanings.addWinsSet("ad", "remove"));

    assertThatThrownBy(() -> Law.MEANING.check(set, Timeline.of()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "meaning must name the edits of its subject, [add, remove], but names [ad, remove]");
  }

  @Test
  void referenceWithOtherEditsIsRefused() {
    Subject<Integer> highest =
        Subject.of(0).merging(Math::max).edit("raise", (score, me) -> score + 1);
    Subject<Integer> other = highest.edit("reset", (score, me) -> 0);

    assertThatThrownBy(() -> Law.MEANING.check(highest.meaning(Meaning.like(other)), Timeline.of()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "reference of the meaning must have the edits of the subject, [raise],"
                + " but has [raise, reset]");
  }

  @Test
  void referenceThatFailsIsAClearError() {
    Subject<Integer> highest =
        Subject.of(0).merging(Math::max).edit("raise", (score, me) -> score + 1);
    Subject<Integer> failing =
        Subject.of(0).merging(Math::max).edit("raise", (score, me) -> 1 / score);

    assertThatThrownBy(
            () ->
                Law.MEANING.check(highest.meaning(Meaning.like(failing)), Timeline.of(edit(0, 0))))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("reference of the meaning fails: raise must not throw");
  }

  @Test
  void correctTypesKeepTheirMeaning() {
    assertThatCode(
            () -> {
              Law.MEANING.check(
                  Dots.subject(Dots::merge).meaning(Meanings.addWinsSet("add", "remove")),
                  CROSSING);
              Law.MEANING.check(
                  Dots.subject(Dots::merge).meaning(Meaning.like(Dots.subject(Dots::merge))),
                  CROSSING);
            })
        .doesNotThrowAnyException();
  }

  @Test
  void referenceNeedsNoCodecAndSharesTheFaults() {
    Subject<Integer> highest =
        Subject.of(0).merging(Math::max).edit("raise", (n, me) -> n + 1).observing(n -> n);
    Subject<Integer> subject =
        highest.codec(n -> n, n -> n).restarting().restoring().meaning(Meaning.like(highest));
    Subject<Integer> wrong = subject.observing(n -> Math.min(n, 1)).meaning(Meaning.like(highest));
    Timeline timeline =
        Timeline.of(
            Step.edit(0, 0), Step.recode(0), Step.restart(0), Step.restore(0, 3), Step.edit(0, 0));

    assertThatCode(() -> Law.MEANING.check(subject, timeline)).doesNotThrowAnyException();
    assertThatThrownBy(
            () ->
                Law.MEANING.check(
                    wrong, Timeline.of(Step.edit(0, 0), Step.recode(0), Step.edit(0, 0))))
        .hasMessageContaining("x                      = 2   (A after step 3)");
  }
}
