package dev.rejoin.crdt.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * No law is broken by a type of the core, whatever the seed. The system property {@code
 * crdt.testkit.seeds} says how many seeds are tried.
 */
class ManySeedsTest {

  private static final Duration LONG = Duration.ofHours(1);

  private static Stream<Arguments> runs() {
    return LongStream.rangeClosed(1, Integer.getInteger("crdt.testkit.seeds", 2))
        .boxed()
        .flatMap(
            seed ->
                Stream.of(
                        new GCounterLawsTest(),
                        new PNCounterLawsTest(),
                        new ORSetLawsTest(),
                        new LWWRegisterLawsTest(),
                        new GSetLawsTest(),
                        new LWWMapLawsTest(),
                        new ResettableCounterLawsTest(),
                        new MVRegisterLawsTest(),
                        new EWFlagLawsTest(),
                        new CausalCounterLawsTest(),
                        new ORMapLawsTest(),
                        new CounterMapLawsTest(),
                        new TodoMapLawsTest(),
                        new CausalRecordLawsTest(),
                        new CrdtRecordLawsTest(),
                        new VersionVectorLawsTest(),
                        new CausalContextLawsTest())
                    .map(laws -> Arguments.of(laws.getClass().getSimpleName(), seed, laws)));
  }

  @ParameterizedTest(name = "{0}, seed {1}")
  @MethodSource("runs")
  void noLawIsBroken(String name, long seed, CrdtLaws<?> laws) {
    assertNoLawIsBroken(laws.subject(), seed);
  }

  private static <S> void assertNoLawIsBroken(Subject<S> subject, long seed) {
    Search<S> search = new Search<>(subject, false, LONG, 0, true);

    Coverage coverage = search.run(1000, seed);

    assertThat(search.found()).isEmpty();
    search.requireActivity();
    assertThat(coverage.activity().timelines()).isEqualTo(1000);
  }
}
