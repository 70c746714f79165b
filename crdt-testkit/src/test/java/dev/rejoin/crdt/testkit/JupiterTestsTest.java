package dev.rejoin.crdt.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.opentest4j.TestAbortedException;

class JupiterTestsTest {

  @TestFactory
  Stream<DynamicTest> greatestNumber() {
    Subject<Integer> complete =
        greatest()
            .isAtMost((a, b) -> a <= b)
            .deltaSince((n, base) -> n)
            .codec(n -> n, n -> n)
            .meaning(Meaning.like(greatest()));
    return CrdtVerifier.of(complete).tests();
  }

  @Test
  void thereIsATestForEachLaw() {
    assertThat(CrdtVerifier.of(greatest()).tests())
        .extracting(DynamicTest::getDisplayName)
        .containsExactlyElementsOf(
            Stream.concat(Stream.of(Law.values()).map(Law::name), Stream.of("LAWS_ARE_TESTED"))
                .toList());
  }

  @Test
  void lawThatDoesNotApplyIsAbortedAndAllOthersPass() {
    Map<String, Throwable> failures = failures(greatest());

    assertThat(failures).containsOnlyKeys("CODEC", "DELTA", "MEANING", "ORDER");
    assertThat(failures.get("DELTA"))
        .isInstanceOf(TestAbortedException.class)
        .hasMessageContaining("law DELTA does not apply: the subject has no deltas");
  }

  @Test
  void everyLawThatIsBrokenFailsOnItsOwnSmallestTimeline() {
    Subject<String> lastToArrive =
        Subject.of("")
            .merging((a, b) -> b)
            .edit("assign", List.of("x", "y"), (old, me, value) -> value)
            .isAtMost(String::equals);

    Map<String, Throwable> failures = failures(lastToArrive);

    assertThat(failures)
        .containsOnlyKeys(
            "CODEC",
            "COMMUTATIVE",
            "CONVERGENT",
            "DELTA",
            "INFLATING",
            "MEANING",
            "NEUTRAL",
            "ORDER",
            "STALE_MERGE");
    assertThat(failures.get("STALE_MERGE"))
        .isInstanceOf(LawViolation.class)
        .hasMessageStartingWith("STALE_MERGE: merge(y, x) must equal y")
        .hasMessageContaining("Timeline.of(\n            edit(0, 0)));");
    assertThat(failures.get("CONVERGENT"))
        .hasMessageStartingWith("CONVERGENT: ")
        .hasMessageContaining("Timeline: 1 step on 2 replicas");
  }

  @Test
  void subjectWithoutEditsFailsBeforeThereIsATest() {
    CrdtVerifier<Integer> verifier = CrdtVerifier.of(Subject.of(0).merging(Math::max));

    assertThatThrownBy(verifier::tests).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void runInWhichAnEditDoesNothingFailsByATestOfItsOwn() {
    Map<String, Throwable> failures = failures(greatest().edit("rest", (n, me) -> n));

    assertThat(failures).containsOnlyKeys("CODEC", "DELTA", "LAWS_ARE_TESTED", "MEANING", "ORDER");
    assertThat(failures.get("LAWS_ARE_TESTED"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageEndingWith(" timelines edit rest never changed a state");
  }

  @Test
  void searchThatFailsIsMadeOnce() {
    AtomicInteger calls = new AtomicInteger();
    Meaning failing =
        Meaning.of(
            visible -> {
              throw new IllegalArgumentException("call " + calls.incrementAndGet());
            });

    Map<String, Throwable> failures = failures(greatest().meaning(failing));

    assertThat(calls).hasValue(1);
    assertThat(failures).hasSize(1 + Law.values().length);
  }

  private static Map<String, Throwable> failures(Subject<?> subject) {
    Map<String, Throwable> failures = new TreeMap<>();
    CrdtVerifier.of(subject)
        .tests()
        .forEach(
            test -> {
              Throwable failure = catchThrowable(() -> test.getExecutable().execute());
              if (failure != null) {
                failures.put(test.getDisplayName(), failure);
              }
            });
    return failures;
  }

  private static Subject<Integer> greatest() {
    return Subject.of(0).merging(Math::max).edit("raise", (n, me) -> n + 1);
  }
}
