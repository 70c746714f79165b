package dev.rejoin.crdt.json;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.rejoin.crdt.CausalCounter;
import dev.rejoin.crdt.testkit.CrdtLaws;
import dev.rejoin.crdt.testkit.EdgeValues;
import dev.rejoin.crdt.testkit.Meanings;
import dev.rejoin.crdt.testkit.Subject;
import java.util.List;

class CausalCounterJsonLawsTest implements CrdtLaws<CausalCounter> {

  @Override
  public Subject<CausalCounter> subject() {
    return Encodings.encoded(
            Subject.startingAt(CausalCounter.empty())
                .edit("increment", List.of(1L, 2L), EdgeValues.longs(), CausalCounter::increment)
                .edit("decrement", List.of(1L, CausalCounter.MAX_COUNT), CausalCounter::decrement)
                .edit("reset", (counter, me) -> counter.reset())
                .refusing(IllegalArgumentException.class)
                .refusing(ArithmeticException.class)
                .observing(CausalCounter::value)
                .meaning(Meanings.causalCounter("increment", "decrement", "reset")),
            new TypeReference<CausalCounter>() {})
        .restarting();
  }
}
