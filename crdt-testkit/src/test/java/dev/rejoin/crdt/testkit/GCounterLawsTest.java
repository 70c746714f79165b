package dev.rejoin.crdt.testkit;

import dev.rejoin.crdt.GCounter;
import java.util.List;

class GCounterLawsTest implements CrdtLaws<GCounter> {

  @Override
  public Subject<GCounter> subject() {
    return Subject.startingAt(GCounter.empty())
        .edit(
            "increment",
            List.of(0L, 1L, GCounter.MAX_COUNT),
            EdgeValues.longs(),
            GCounter::increment)
        .refusing(IllegalArgumentException.class) // a negative amount
        .refusing(ArithmeticException.class) // a sum beyond the greatest count
        .codec(GCounter::counts, counts -> GCounter.of(counts.toJavaMap()))
        .observing(GCounter::value)
        .meaning(Meanings.counter("increment"));
  }
}
