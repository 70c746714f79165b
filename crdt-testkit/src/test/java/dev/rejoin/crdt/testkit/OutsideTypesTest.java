package dev.rejoin.crdt.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Types that are correct, written with no thought of the testkit, raise no alarm. */
class OutsideTypesTest {

  private static Stream<Arguments> correctTypes() {
    return Stream.of(
        arguments("one object held twice", heldTwice()),
        arguments("register that reads a value without a stamp", register()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("correctTypes")
  <S> void raisesNoAlarm(String what, Subject<S> subject) {
    Search<S> search = new Search<>(subject, false, Duration.ofMinutes(1), 2, true);

    search.run(100, 1);

    assertThat(search.found()).as(what).isEmpty();
  }

  private static Subject<NowAndEver> heldTwice() {
    return Subject.of(new NowAndEver(Set.of(), Set.of()))
        .merging(NowAndEver::merge)
        .edit("add", List.of("x", "y"), (set, me, item) -> set.add(item))
        .observing(set -> new TreeSet<>(set.now));
  }

  private static Subject<Written> register() {
    return Subject.of(new Written(0, "", ""))
        .merging(Written::merge)
        .edit(
            "assign",
            List.of("x", "y"),
            (old, me, value) -> new Written(old.time + 1, me.id().value(), value))
        .observing(Written::value)
        .codec(Written::text, Written::of);
  }

  /** Two grow-only sets, at first one and the same. */
  private record NowAndEver(Set<String> now, Set<String> ever) {

    NowAndEver add(String item) {
      Set<String> more = BrokenSets.union(ever, Set.of(item));
      return new NowAndEver(more, more);
    }

    NowAndEver merge(NowAndEver other) {
      return new NowAndEver(BrokenSets.union(now, other.now), BrokenSets.union(ever, other.ever));
    }
  }

  /** A value with the stamp of its write. Equal stamps are of one write, so either side will do. */
  private record Written(long time, String by, String value) {

    Written merge(Written other) {
      boolean isLater = time == other.time ? other.by.compareTo(by) > 0 : other.time > time;
      return isLater ? other : this;
    }

    String text() {
      return time + "|" + by + "|" + value;
    }

    static Written of(String text) {
      String[] parts = text.split("\\|", 3);
      return new Written(Long.parseLong(parts[0]), parts[1], parts[2]);
    }
  }
}
