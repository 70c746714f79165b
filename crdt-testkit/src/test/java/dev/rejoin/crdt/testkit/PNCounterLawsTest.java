package dev.rejoin.crdt.testkit;

import dev.rejoin.crdt.GCounter;
import dev.rejoin.crdt.PNCounter;
import java.util.List;

class PNCounterLawsTest implements CrdtLaws<PNCounter> {

  private static final List<Long> AMOUNTS = List.of(0L, 1L, GCounter.MAX_COUNT);

  @Override
  public Subject<PNCounter> subject() {
    return Subject.startingAt(PNCounter.empty())
        .edit("increment", AMOUNTS, EdgeValues.longs(), PNCounter::increment)
        .edit("decrement", AMOUNTS, EdgeValues.longs(), PNCounter::decrement)
        .refusing(IllegalArgumentException.class) // a negative amount
        .refusing(ArithmeticException.class) // a sum beyond the greatest count
        .codec(PNCounterLawsTest::halves, half -> PNCounter.of(half.get(0), half.get(1)))
        .observing(PNCounter::value)
        .meaning(Meanings.counter("increment", "decrement"));
  }

  private static List<GCounter> halves(PNCounter counter) {
    return List.of(counter.increments(), counter.decrements());
  }
}
