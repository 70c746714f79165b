package dev.rejoin.crdt.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** All broken types, what catches each, and whether the laws as usually checked would have. */
class BrokenTypesTest {

  private static final Duration LONG = Duration.ofMinutes(2);
  private static final int LONGEST_SEARCHED = 4;
  private static final String ROW = "%-15s %-46s %-11s %5s %8s %6s   %-23s %s";

  /**
   * A line of the table.
   *
   * @param steps how many steps the smallest timeline has on which that law catches the type, -1 if
   *     it escapes
   * @param tried how many timelines were played until then, none if it was found at random
   * @param first what a search for any law came to
   */
  private record Line(BrokenType type, Law law, int steps, long tried, long millis, String first) {

    static Line of(BrokenType type, Law law, int most, String first) {
      long start = System.nanoTime();
      Optional<Smallest.Found> found =
          type.atRandom()
              ? Counterexample.find(law, type.subject().get()).map(v -> new Smallest.Found(v, 0))
              : Smallest.search(law, most, type.subject().get(), type.others());
      long millis = Duration.ofNanos(System.nanoTime() - start).toMillis();
      int steps = found.map(f -> f.violation().timeline().steps().size()).orElse(-1);
      return new Line(type, law, steps, found.map(Smallest.Found::tried).orElse(0L), millis, first);
    }

    boolean isAsSaid() {
      return steps >= 0 && type.steps().getOrDefault(law, -1) == steps;
    }

    String text(boolean missed) {
      String length = steps < 0 ? "none" : String.valueOf(steps);
      String played = type.atRandom() ? "random" : "%,d".formatted(tried);
      String naive = missed ? "miss it" : "catch it";
      return ROW.formatted(type.kind(), type.flaw(), law, length, played, millis, first, naive);
    }
  }

  private final List<String> table = new ArrayList<>();
  private int missed;

  @Test
  void everyOneIsCaughtByItsLawsInAFewSteps() throws IOException {
    List<Line> lines = new ArrayList<>();
    table.add(
        ROW.formatted(
            "type", "what is wrong", "law", "steps", "tried", "ms", "search", "naive laws"));
    table.add("Met:");
    lines.addAll(lines(BrokenTypes.met()));
    table.add("Made to be nasty:");
    lines.addAll(lines(MoreBrokenTypes.all()));

    int types = BrokenTypes.met().size() + MoreBrokenTypes.all().size();
    String result = "miss %d of the %d broken types".formatted(missed, types);
    System.out.println(String.join("\n", table) + "\nNaive laws " + result + ".\n");
    assertThat(lines).filteredOn(line -> !line.isAsSaid()).isEmpty();
    assertThat(lines).filteredOn(line -> line.first().equals("nothing")).isEmpty();
    assertThat(Files.readString(Path.of("..", "README.md"))).contains(result);
  }

  private List<Line> lines(List<BrokenType> types) {
    List<Line> lines = new ArrayList<>();
    for (BrokenType type : types) {
      boolean isMissed = NaiveLaws.hold(type.subject().get());
      missed += isMissed ? 1 : 0;
      String first = isSearched(type) ? first(type) : "";
      for (Map.Entry<Law, Integer> caught : type.steps().entrySet()) {
        Line line = Line.of(type, caught.getKey(), caught.getValue(), first);
        table.add(line.text(isMissed));
        lines.add(line);
      }
    }
    return lines;
  }

  private static boolean isSearched(BrokenType type) {
    return !type.atRandom() && type.others().length == 0 && type.fewest() <= LONGEST_SEARCHED;
  }

  /** Returns what the search for any law comes to. */
  private static String first(BrokenType type) {
    int longest = Math.max(3, type.fewest());
    Search<?> search = new Search<>(type.subject().get(), true, LONG, longest, true);
    Coverage coverage = search.run(0, 1);
    return search.found().values().stream()
        .map(violation -> "%s %d".formatted(violation.law(), violation.timeline().steps().size()))
        .findFirst()
        .map(found -> found + " after %,d".formatted(coverage.activity().timelines() + 1))
        .orElse("nothing");
  }

  /** All but those that change in place, on which no timeline can be played twice. */
  private static Stream<BrokenType> foundAtRandom() {
    return Stream.concat(BrokenTypes.met().stream(), MoreBrokenTypes.all().stream())
        .filter(type -> !type.steps().containsKey(Law.IMMUTABLE) && type.others().length == 0);
  }

  @ParameterizedTest
  @MethodSource("foundAtRandom")
  void randomTimelinesCatchThemToo(BrokenType type) {
    Law law = type.steps().keySet().iterator().next();

    LawViolation violation = Counterexample.of(law, type.subject().get());

    assertThat(violation.law()).isEqualTo(law);
    assertThat(violation.timeline().steps())
        .hasSizeLessThanOrEqualTo(type.steps().getOrDefault(law, 0) + 2);
  }

  private static Stream<BrokenType> caughtByOneLawAlone() {
    return BrokenTypes.met().stream().filter(BrokenType::alone);
  }

  @ParameterizedTest
  @MethodSource("caughtByOneLawAlone")
  void noOtherLawCatchesThoseThatOnlyOneIsSaidTo(BrokenType type) {
    Subject<?> subject = type.subject().get();

    assertThat(Law.values())
        .filteredOn(law -> law.appliesTo(subject) && !type.steps().containsKey(law))
        .allSatisfy(law -> assertThat(Smallest.find(law, type.fewest(), subject)).isEmpty());
  }
}
