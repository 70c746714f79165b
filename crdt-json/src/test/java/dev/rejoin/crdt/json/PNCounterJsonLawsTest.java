package dev.rejoin.crdt.json;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.rejoin.crdt.PNCounter;
import dev.rejoin.crdt.testkit.CrdtLaws;
import dev.rejoin.crdt.testkit.EdgeValues;
import dev.rejoin.crdt.testkit.Meanings;
import dev.rejoin.crdt.testkit.Subject;
import java.util.List;

class PNCounterJsonLawsTest implements CrdtLaws<PNCounter> {

  @Override
  public Subject<PNCounter> subject() {
    return Encodings.encoded(
            Subject.startingAt(PNCounter.empty())
                .edit(
                    "increment",
                    List.of(0L, 1L, 1L << 40),
                    EdgeValues.longs(),
                    PNCounter::increment)
                .refusing(IllegalArgumentException.class)
                .refusing(ArithmeticException.class)
                .edit("decrement", List.of(1L), PNCounter::decrement)
                .observing(PNCounter::value)
                .meaning(Meanings.counter("increment", "decrement")),
            new TypeReference<PNCounter>() {})
        .restarting();
  }
}
