package dev.rejoin.crdt.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.rejoin.crdt.LWWRegister;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the search leaves out brings nothing new. */
class SearchTest {

  private static final Duration LONG = Duration.ofMinutes(10);

  private static Stream<Arguments> subjects() {
    return Stream.of(
            BrokenCountersTest.brokenCounters(),
            BrokenSetsTest.brokenSets(),
            BrokenRegistersTest.brokenRegisters(),
            Stream.of(
                arguments("nothing", Law.TOTAL, 0, Dots.subject(Dots::merge)),
                arguments("nothing", Law.TOTAL, 0, register())))
        .flatMap(cases -> cases)
        .map(broken -> arguments(broken.get()[0] + " " + broken.get()[1], broken.get()[3]));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("subjects")
  <S> void findsTheSameAsWhenNothingIsLeftOut(String flaw, Subject<S> subject) {
    int longest = subject.edits().size() <= 2 ? 4 : 3; // more would take minutes
    Search<S> reduced = new Search<>(subject, false, LONG, longest, true);
    Search<S> full = new Search<>(subject, false, LONG, longest, false);

    Coverage some = reduced.run(0, 1);
    Coverage all = full.run(0, 1);

    assertThat(timelines(reduced)).as(flaw).isEqualTo(timelines(full));
    assertThat(some.searched()).isEqualTo(all.searched());
    assertThat(some.played()).isLessThanOrEqualTo(all.played());
  }

  private static Map<Law, Timeline> timelines(Search<?> search) {
    Map<Law, Timeline> timelines = new LinkedHashMap<>();
    search.found().forEach((law, violation) -> timelines.put(law, violation.timeline()));
    return timelines;
  }

  private static Subject<LWWRegister<String>> register() {
    return Subject.startingAt(LWWRegister.<String>empty())
        .edit("assign", List.of("x", "y"), (register, me, value) -> register.assign(me, value))
        .observing(LWWRegister::value);
  }
}
