package dev.rejoin.crdt.testkit;

import static dev.rejoin.crdt.testkit.Step.edit;
import static dev.rejoin.crdt.testkit.Step.merge;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MapMeaningTest {

  private static Stream<Subject<?>> correctTypes() {
    return Stream.of(
        CausalMap.ofCounters(CausalMap::merge),
        CausalMap.ofSets(),
        CausalMap.ofRegisters(),
        CausalMap.ofMaps());
  }

  @ParameterizedTest
  @MethodSource("correctTypes")
  void correctTypesKeepTheirMeaningWhateverTheSeed(Subject<?> correct) {
    assertThat(Smallest.find(Law.MEANING, 3, correct)).isEmpty();
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
  void removeThatTakesAwayAConcurrentUpdateIsRejected() {
    assertThat(Smallest.of(Law.MEANING, 4, BrokenContainers.removeWinsOverTheUnseen()))
        .hasMessageContaining("value of x   = {}\n")
        .hasMessageContaining("what x means = {k=1}\n");
  }

  @Test
  void valuesOfWhichSeveralAreAllowedAreJudgedKeyByKey() {
    Subject<String> garbled =
        Subject.of("")
            .merging((a, b) -> a.isEmpty() || a.equals(b) ? b : b.isEmpty() ? a : "z")
            .edit("assign", List.of(entry("k", "x"), entry("k", "y")), (old, me, e) -> e.getValue())
            .edit("remove", List.of("k"), (old, me, key) -> "")
            .observing(value -> value.isEmpty() ? Map.of() : Map.of("k", value))
            .meaning(Meanings.map("remove", Meanings.lastWriterWins("assign")));

    assertThatThrownBy(
            () -> Law.MEANING.check(garbled, Timeline.of(edit(0, 0), edit(1, 1), merge(0, 1))))
        .hasMessageContaining("value of x             = {k=z}\n")
        .hasMessageContaining("one of what x can mean = {k=one of [x, y]}\n");
  }

  @Test
  void aKeyIsThereAsLongAsAnUpdateSurvivesUnlessItsValueIsEmpty() {
    Subject<CausalMap> kept =
        CausalMap.ofSets().meaning(Meanings.map("remove", Meanings.addWinsSet("add", "take")));
    Timeline emptied = Timeline.of(edit(0, 0), edit(0, 3));

    assertThatThrownBy(() -> Law.MEANING.check(kept, emptied))
        .hasMessageContaining("what x means = {k=[]}");
    assertThatCode(() -> Law.MEANING.check(CausalMap.ofSets(), emptied)).doesNotThrowAnyException();
  }

  @Test
  void valuesThatAreJudgedOtherwiseAreRefused() {
    assertThatThrownBy(() -> Meanings.map("remove", Meanings.sequence("insert", "delete")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "meaning of a map's values must tell one value from the edits visible to it,"
                + " but was that of a sequence or a reference");
  }
}
