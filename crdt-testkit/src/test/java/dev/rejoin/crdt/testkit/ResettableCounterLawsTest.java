package dev.rejoin.crdt.testkit;

import dev.rejoin.crdt.GCounter;
import dev.rejoin.crdt.PNCounter;
import dev.rejoin.crdt.ResettableCounter;
import java.util.List;

class ResettableCounterLawsTest implements CrdtLaws<ResettableCounter> {

  private static final List<Long> AMOUNTS = List.of(0L, 1L, GCounter.MAX_COUNT);

  @Override
  public Subject<ResettableCounter> subject() {
    return Subject.startingAt(ResettableCounter.empty())
        .edit("increment", AMOUNTS, EdgeValues.longs(), ResettableCounter::increment)
        .edit("decrement", AMOUNTS, EdgeValues.longs(), ResettableCounter::decrement)
        .edit("reset", (counter, me) -> counter.reset())
        .refusing(IllegalArgumentException.class) // a negative amount
        .refusing(ArithmeticException.class) // a sum beyond the greatest count
        .codec(ResettableCounterLawsTest::parts, p -> ResettableCounter.of(p.get(0), p.get(1)))
        .observing(ResettableCounter::value)
        .meaning(Meanings.resettableCounter("increment", "decrement", "reset"));
  }

  private static List<PNCounter> parts(ResettableCounter counter) {
    return List.of(counter.counted(), counter.floor());
  }
}
