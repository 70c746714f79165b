package dev.rejoin.crdt.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rejoin.crdt.GCounter;
import org.junit.jupiter.api.Test;

class CrdtVerifierExampleTest {

  @Test
  void oneLineSearchesAndSaysWhatItCovered() {
    Subject<GCounter> subject =
        Subject.startingAt(GCounter.empty())
            .edit("increment", GCounter::increment)
            .observing(GCounter::value)
            .meaning(Meanings.counter("increment"));

    Coverage coverage = CrdtVerifier.of(subject).verify();

    assertThat(coverage.toString())
        .startsWith("all 1,364 timelines of up to 5 steps on 2 replicas");
  }
}
