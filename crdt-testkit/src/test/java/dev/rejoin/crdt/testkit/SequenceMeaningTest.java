package dev.rejoin.crdt.testkit;

import static dev.rejoin.crdt.testkit.Step.edit;
import static dev.rejoin.crdt.testkit.Step.merge;
import static dev.rejoin.crdt.testkit.Step.staleMerge;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SequenceMeaningTest {

  private static Stream<Subject<?>> correctTypes() {
    return Stream.of(Rga.subject(Rga.LATEST_FIRST), Positions.subject());
  }

  @ParameterizedTest
  @MethodSource("correctTypes")
  void correctTypesKeepTheirMeaning(Subject<?> correct) {
    assertThatCode(() -> CrdtVerifier.of(correct).within(Duration.ofMillis(1500)).verify())
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @MethodSource("correctTypes")
  void correctTypesKeepTheirMeaningWhateverTheSeed(Subject<?> correct) {
    assertThatCode(
            () -> {
              for (int seed = 0; seed < 20; seed++) {
                Random random = new Random(seed);
                for (int i = 0; i < 50; i++) {
                  Law.MEANING.check(correct, RandomTimelines.next(random));
                }
              }
            })
        .doesNotThrowAnyException();
  }

  @Test
  void insertAtAnotherIndexIsRejected() {
    assertThat(Smallest.of(Law.MEANING, 2, BrokenSequences.ascending()))
        .hasMessageStartingWith(
            "MEANING: value of edited must equal value of old with one more item at 0\n")
        .hasMessageContaining("value of edited                      = [A1, A2]\n")
        .hasMessageContaining("value of old with one more item at 0 = [(a new item), A1]\n")
        .hasMessageContaining("2  insert(0) => [A1, A2] (edited)");
  }

  @Test
  void removeOfAnotherItemIsRejected() {
    assertThat(Smallest.of(Law.MEANING, 3, BrokenSequences.neighbourTakenOut()))
        .hasMessageStartingWith("MEANING: value of edited must equal value of old without item 0\n")
        .hasMessageContaining("value of edited             = [A2]\n")
        .hasMessageContaining("value of old without item 0 = [A1]\n");
  }

  @Test
  void itemThatComesBackIsRejected() {
    assertThat(Smallest.of(Law.MEANING, 4, BrokenSequences.removesUndone()))
        .hasMessageStartingWith(
            """
            MEANING: value of x must equal what x means, in any order

              x                          = Rga[nodes={A1=Node[parent=0, removed=false]}]\
               (B after step 4)
              value of x                 = [A1]
              what x means, in any order = []
            """);
  }

  @Test
  void twoStatesThatShowItemsInDifferentOrdersAreRejected() {
    Subject<List<String>> appending =
        Subject.of(List.<String>of())
            .merging(SequenceMeaningTest::appended)
            .edit(
                "insert",
                List.of(9),
                (list, me, at) -> appended(list, List.of(me.id().value() + list.size())))
            .edit("remove", List.of(9), (list, me, at) -> list)
            .meaning(Meanings.sequence("insert", "remove"));

    assertThat(Smallest.of(Law.MEANING, 4, appending))
        .hasMessageStartingWith(
            """
            MEANING: order in x must equal order in y

              x          = [A0, B0]   (A after step 4)
              y          = [B0, A0]   (B after step 3)
              order in x = [A0, B0]
              order in y = [B0, A0]
            """);
  }

  private static List<String> appended(List<String> list, List<String> more) {
    List<String> all = new ArrayList<>(list);
    more.stream().filter(item -> !list.contains(item)).forEach(all::add);
    return all;
  }

  @Test
  void statesOfWhichNoTwoDisagreeAreRejectedTogether() {
    Timeline twoByTwo =
        Timeline.of(
            edit(0, 0),
            edit(1, 0),
            edit(2, 0),
            merge(0, 1),
            staleMerge(1, 2, 1),
            staleMerge(2, 0, 1));

    assertThatThrownBy(() -> Law.MEANING.check(BrokenSequences.aroundARing(), twoByTwo))
        .hasMessageStartingWith("MEANING: order of items must equal one common order\n")
        .hasMessageContaining("= [A1 before B1 in x, B1 before C1 in y, C1 before A1 in z]\n")
        .hasMessageContaining("= [A1 before B1, B1 before C1, A1 before C1]\n");
  }

  @Test
  void roundsAreFoundAtRandomToo() {
    LawViolation violation = Counterexample.of(Law.MEANING, BrokenSequences.aroundARing());

    assertThat(violation.timeline().steps()).hasSizeLessThanOrEqualTo(6);
  }

  @Test
  void itemsThatDoNotDifferAreRefused() {
    Subject<List<String>> texts =
        Subject.of(List.<String>of())
            .merging((a, b) -> a.size() >= b.size() ? a : b)
            .edit(
                "insert",
                List.of(0),
                (text, me, at) -> io.vavr.collection.List.ofAll(text).prepend("x").asJava())
            .edit("remove", List.of(0), (text, me, at) -> text)
            .meaning(Meanings.sequence("insert", "remove"));

    assertThatThrownBy(() -> Law.MEANING.check(texts, Timeline.of(edit(0, 0), edit(0, 0))))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "items of a sequence must all differ, but were [x, x] (A after step 2):"
                + " observe each with its id");
  }

  @Test
  void whatIsNoListIsRefused() {
    assertThatThrownBy(
            () ->
                Law.MEANING.check(
                    Rga.subject(Rga.LATEST_FIRST).observing(list -> Map.of("a", 1)),
                    Timeline.of(edit(0, 0))))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "a sequence must be observed as a list of items that are not null,"
                + " but was {a=1} (initial state)");
  }

  @Test
  void indexThatIsMissingOrNegativeIsRefused() {
    Subject<Rga> list = Rga.subject(Rga.LATEST_FIRST);
    Subject<Rga> none =
        list.meaning(
            Meanings.sequence("insert", "remove", edit -> edit.argument(String.class).length()));
    Subject<Rga> negative = list.meaning(Meanings.sequence("insert", "remove", edit -> -1));

    assertThatThrownBy(() -> Law.MEANING.check(none, Timeline.of(edit(0, 0))))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("meaning must not throw, but threw java.lang.ClassCastException")
        .hasMessageEndingWith("for the edit A: insert(0)");
    assertThatThrownBy(() -> Law.MEANING.check(negative, Timeline.of(edit(0, 0))))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("index of the edit A: insert(0) must not be negative, was -1");
  }
}
