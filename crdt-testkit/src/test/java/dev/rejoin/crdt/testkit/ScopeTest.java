package dev.rejoin.crdt.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ScopeTest {

  @ParameterizedTest
  @CsvSource({"1, 1364", "2, 9330", "3, 37448", "4, 111110"})
  void allTimelinesOfUpToFiveStepsAreThere(int edits, long expected) {
    Scope plain = Scope.plain(edits);

    long given = IntStream.rangeClosed(1, 5).mapToLong(length -> given(plain, length).size()).sum();

    assertThat(given).isEqualTo(expected);
    assertThat(IntStream.rangeClosed(1, 5).mapToLong(plain::count).sum()).isEqualTo(expected);
  }

  static Stream<Scope> scopes() {
    return Stream.of(
        Scope.plain(2),
        Scope.wrongClocks(2),
        Scope.lateMessages(2, true),
        Scope.lateMessages(2, false),
        Scope.thirdReplica(2));
  }

  @ParameterizedTest
  @MethodSource("scopes")
  void everyTimelineIsGivenOnceAndCounted(Scope scope) {
    for (int length = 1; length <= 3; length++) {
      assertThat(given(scope, length))
          .as(scope.what())
          .doesNotHaveDuplicates()
          .hasSize((int) scope.count(length));
    }
  }

  @Test
  void noTimelineIsInTwoScopes() {
    List<Timeline> all = scopes().limit(3).flatMap(scope -> given(scope, 2).stream()).toList();

    assertThat(all).doesNotHaveDuplicates();
    assertThat(all).doesNotContainAnyElementsOf(given(Scope.thirdReplica(2), 2));
  }

  @Test
  void shortScopeOfOneEditIsWhatItSays() {
    assertThat(given(Scope.plain(1), 1))
        .extracting(Timeline::toString)
        .containsExactly(
            "Timeline.of(edit(0, 0))",
            "Timeline.of(edit(1, 0))",
            "Timeline.of(merge(0, 1))",
            "Timeline.of(merge(1, 0))");
  }

  private static List<Timeline> given(Scope scope, int length) {
    Subject<Integer> subject =
        Subject.of(0).merging(Math::max).edit("raise", List.of(0, 1, 2, 3), (n, me, by) -> n + by);
    Everything<Integer> guide = new Everything<>(Integer.MAX_VALUE, false);
    for (List<WallClock> clocks : scope.clocks()) {
      new Walk<>(subject, scope, length, clocks, Walk.Way.SHARED, guide).go();
    }
    return guide.given();
  }
}
