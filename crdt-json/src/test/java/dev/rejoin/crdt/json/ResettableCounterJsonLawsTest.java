package dev.rejoin.crdt.json;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.rejoin.crdt.ResettableCounter;
import dev.rejoin.crdt.testkit.CrdtLaws;
import dev.rejoin.crdt.testkit.EdgeValues;
import dev.rejoin.crdt.testkit.Meanings;
import dev.rejoin.crdt.testkit.Subject;
import java.util.List;

class ResettableCounterJsonLawsTest implements CrdtLaws<ResettableCounter> {

  @Override
  public Subject<ResettableCounter> subject() {
    return Encodings.encoded(
            Subject.startingAt(ResettableCounter.empty())
                .edit(
                    "increment",
                    List.of(1L, 1L << 40),
                    EdgeValues.longs(),
                    ResettableCounter::increment)
                .refusing(IllegalArgumentException.class)
                .refusing(ArithmeticException.class)
                .edit("decrement", List.of(1L), ResettableCounter::decrement)
                .edit("reset", (counter, me) -> counter.reset())
                .observing(ResettableCounter::value)
                .meaning(Meanings.resettableCounter("increment", "decrement", "reset")),
            new TypeReference<ResettableCounter>() {})
        .restarting();
  }
}
