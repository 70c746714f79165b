package dev.rejoin.crdt.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rejoin.crdt.GCounter;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class CrdtVerifierExampleTest {

  private static Subject<GCounter> subject() {
    return Subject.startingAt(GCounter.empty())
        .edit("increment", GCounter::increment)
        .codec(GCounter::counts, counts -> GCounter.of(counts.toJavaMap()))
        .observing(GCounter::value)
        .meaning(Meanings.counter("increment"));
  }

  @Test
  void oneLineSearchesAndSaysWhatItCovered() {
    Subject<GCounter> subject = subject();

    Coverage coverage = CrdtVerifier.of(subject).verify();

    assertThat(coverage.toString())
        .startsWith("all 1,364 timelines of up to 5 steps on 2 replicas");
  }

  @TestFactory
  Stream<DynamicTest> laws() {
    return CrdtVerifier.of(subject()).tests();
  }
}
