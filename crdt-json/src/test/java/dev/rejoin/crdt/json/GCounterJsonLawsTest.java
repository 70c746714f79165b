package dev.rejoin.crdt.json;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.rejoin.crdt.GCounter;
import dev.rejoin.crdt.testkit.CrdtLaws;
import dev.rejoin.crdt.testkit.EdgeValues;
import dev.rejoin.crdt.testkit.Meanings;
import dev.rejoin.crdt.testkit.Subject;
import java.util.List;

class GCounterJsonLawsTest implements CrdtLaws<GCounter> {

  @Override
  public Subject<GCounter> subject() {
    return Encodings.encoded(
            Subject.startingAt(GCounter.empty())
                .edit(
                    "increment",
                    List.of(0L, 1L, GCounter.MAX_COUNT),
                    EdgeValues.longs(),
                    GCounter::increment)
                .refusing(IllegalArgumentException.class)
                .refusing(ArithmeticException.class)
                .observing(GCounter::value)
                .meaning(Meanings.counter("increment")),
            new TypeReference<GCounter>() {})
        .restarting();
  }
}
