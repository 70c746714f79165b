package dev.rejoin.crdt.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rejoin.crdt.ORSet;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EdgeValuesTest {

  private static final Duration LONG = Duration.ofMinutes(10);

  private static final Subject<Set<String>> JOINED_BY_COMMAS =
      Subject.of(Set.<String>of())
          .merging(BrokenSets::union)
          .edit(
              "add",
              List.of("x", "y"),
              EdgeValues.strings(),
              (set, me, e) -> BrokenSets.union(set, Set.of(e)))
          .edit("nothing", (set, me) -> set)
          .codec(
              set -> String.join(",", set.stream().sorted().toList()),
              text -> text.isEmpty() ? Set.of() : Set.of(text.split(",", -1)));

  @Test
  void codecThatTripsOverASeparatorIsFoundAtRandomAndShrunkToOneEdit() {
    LawViolation violation = Counterexample.of(Law.CODEC, JOINED_BY_COMMAS);

    assertThat(violation.timeline().steps()).hasSize(1);
    assertThat(violation).hasMessageContaining("add(\"\") => ");
  }

  @Test
  void shortTimelinesAreMadeOfPlainEditsAlone() {
    assertThat(JOINED_BY_COMMAS.plainEdits()).isEqualTo(3);
    assertThat(JOINED_BY_COMMAS.edits())
        .extracting(NamedEdit::text)
        .startsWith("add(\"x\")", "add(\"y\")", "nothing", "add(\"\")")
        .hasSize(3 + EdgeValues.strings().size());
    Search<Set<String>> short3 = new Search<>(JOINED_BY_COMMAS, false, LONG, 3, true);
    short3.run(0, 1);
    assertThat(short3.found()).isEmpty();
  }

  @Test
  void aQuarterOfTheEditsOnRandomTimelinesAreRare() {
    Random random = new Random(1);

    List<Step.Edit> edits =
        IntStream.range(0, 1000)
            .mapToObj(i -> RandomTimelines.next(random, JOINED_BY_COMMAS))
            .flatMap(timeline -> timeline.steps().stream())
            .filter(Step.Edit.class::isInstance)
            .map(Step.Edit.class::cast)
            .toList();

    long rare = edits.stream().filter(edit -> edit.edit() >= 3).count();
    assertThat(rare).isBetween(edits.size() * 22L / 100, edits.size() * 28L / 100);
    assertThat(new HashSet<>(edits.stream().map(Step.Edit::edit).toList()))
        .hasSize(JOINED_BY_COMMAS.edits().size());
  }

  @Test
  void rareArgumentsThatAreInTheAlphabetArePassedOver() {
    Subject<Long> subject =
        Subject.of(0L)
            .merging(Math::max)
            .edit("raise to", List.of(1L, 2L), EdgeValues.longs(), (n, me, to) -> Math.max(n, to));

    assertThat(subject.edits()).hasSize(2 + EdgeValues.longs().size() - 1);
  }

  @Test
  void setOfTheCoreTakesThemAll() {
    Subject<ORSet<String>> subject =
        Subject.startingAt(ORSet.<String>empty())
            .edit("add", List.of("x", "y"), EdgeValues.strings(), (set, me, e) -> set.add(me, e));

    for (int edit = 0; edit < subject.edits().size(); edit++) {
      History<ORSet<String>> history = History.of(subject, Timeline.of(Step.edit(0, edit)));
      history.play();

      assertThat(history.moments().get(1).state().elements())
          .containsExactly((String) subject.edits().get(edit).argument());
    }
  }

  @Test
  void rareArgumentThatIsNullIsRefused() {
    Subject<ORSet<String>> subject = Subject.startingAt(ORSet.<String>empty());

    assertThatThrownBy(
            () -> subject.edit("add", List.of("x"), Arrays.asList("y", null), ORSet::add))
        .isInstanceOf(NullPointerException.class)
        .hasMessage("argument of edit add");
  }

  @Test
  void listsHoldWhatTheyPromise() {
    List<String> strings = EdgeValues.strings();

    assertThat(strings).doesNotHaveDuplicates().contains("", " ", ",", ":", "|", "\n", "\0", "\"");
    assertThat(strings).filteredOn(s -> s.hashCode() == "Aa".hashCode()).hasSize(2);
    assertThat(strings)
        .allSatisfy(
            s ->
                assertThat(new String(s.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
                    .isEqualTo(s))
        .anyMatch(s -> s.getBytes(StandardCharsets.UTF_8).length > 65_535)
        .anyMatch(s -> s.codePointCount(0, s.length()) < s.length())
        .anyMatch(s -> !Normalizer.isNormalized(s, Normalizer.Form.NFC));
    assertThat(EdgeValues.ints())
        .doesNotHaveDuplicates()
        .contains(0, 1, -1, 1 << 31, (1 << 31) - 1);
    assertThat(EdgeValues.longs())
        .doesNotHaveDuplicates()
        .contains(Long.MIN_VALUE, Long.MAX_VALUE - 1)
        .anyMatch(n -> n != (long) (double) n && n < Long.MAX_VALUE / 2);
    assertThat(EdgeValues.doubles()).doesNotHaveDuplicates().contains(0.0, -0.0, Double.NaN);
  }
}
