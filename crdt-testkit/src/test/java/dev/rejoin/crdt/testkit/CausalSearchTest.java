package dev.rejoin.crdt.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * All short timelines of each causal type and of each kind of record keep all laws. For those of 4
 * steps, which take minutes, set the system property {@code crdt.testkit.steps} to 4.
 */
class CausalSearchTest {

  private static final Duration LONG = Duration.ofMinutes(10);

  private static Stream<Arguments> subjects() {
    return Stream.of(
            new ORSetLawsTest(),
            new MVRegisterLawsTest(),
            new EWFlagLawsTest(),
            new CausalCounterLawsTest(),
            new ORMapLawsTest(),
            new CounterMapLawsTest(),
            new TodoMapLawsTest(),
            new CausalRecordLawsTest(),
            new CrdtRecordLawsTest())
        .map(laws -> Arguments.of(laws.getClass().getSimpleName(), laws));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("subjects")
  void noShortTimelineBreaksALaw(String name, CrdtLaws<?> laws) {
    assertNoShortTimelineBreaksALaw(laws.subject());
  }

  private static <S> void assertNoShortTimelineBreaksALaw(Subject<S> subject) {
    int longest = Integer.getInteger("crdt.testkit.steps", 3);
    Search<S> search = new Search<>(subject, false, LONG, longest, true);

    Coverage coverage = search.run(0, 1);

    assertThat(search.found()).isEmpty();
    assertThat(coverage.searched())
        .allMatch(Coverage.Part::isComplete)
        .anyMatch(part -> part.length() == longest);
  }
}
