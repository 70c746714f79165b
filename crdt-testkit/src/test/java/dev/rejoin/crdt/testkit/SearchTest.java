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

/**
 * What the search leaves out brings nothing new. For 4 steps of every type, which take minutes, set
 * the system property {@code crdt.testkit.steps} to 4.
 */
class SearchTest {

  private static final Duration LONG = Duration.ofMinutes(10);

  private static Stream<Arguments> subjects() {
    return Stream.concat(
        BrokenTypes.plain().map(type -> arguments(type.toString(), type.subject().get())),
        Stream.of(
            arguments("one that starts at one", BrokenCounters.startsAtOne()),
            arguments("hash code by identity", BrokenSets.hashedByIdentity()),
            arguments("the last to arrive wins", BrokenRegisters.lastToArrive()),
            arguments("nothing in a set", Dots.subject(Dots::merge)),
            arguments("nothing in a register", register())));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("subjects")
  <S> void findsTheSameAsWhenNothingIsLeftOut(String flaw, Subject<S> subject) {
    boolean isShort = subject.edits().size() == 1 || flaw.startsWith("nothing");
    int longest = isShort ? 4 : Integer.getInteger("crdt.testkit.steps", 3);
    Search<S> reduced = new Search<>(subject, false, LONG, longest, true);
    Search<S> full = new Search<>(subject, false, LONG, longest, false);

    Coverage some = reduced.run(0, 1);
    Coverage all = full.run(0, 1);

    assertThat(timelines(reduced)).as(flaw).isEqualTo(timelines(full));
    assertThat(some.searched()).isEqualTo(all.searched());
    assertThat(some.activity().timelines()).isLessThanOrEqualTo(all.activity().timelines());
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
