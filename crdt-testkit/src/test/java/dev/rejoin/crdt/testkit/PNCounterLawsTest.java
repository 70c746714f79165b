package dev.rejoin.crdt.testkit;

import dev.rejoin.crdt.GCounter;
import dev.rejoin.crdt.PNCounter;
import java.util.List;

class PNCounterLawsTest implements CrdtLaws<PNCounter> {

  @Override
  public Subject<PNCounter> subject() {
    return Subject.startingAt(PNCounter.empty())
        .edit(
            "increment",
            List.of(0L, 1L, GCounter.MAX_COUNT),
            (counter, me, amount) -> {
              long room = GCounter.MAX_COUNT - counter.increments().count(me.id());
              return counter.increment(me, Math.min(amount, room));
            })
        .edit(
            "decrement",
            List.of(0L, 1L, GCounter.MAX_COUNT),
            (counter, me, amount) -> {
              long room = GCounter.MAX_COUNT - counter.decrements().count(me.id());
              return counter.decrement(me, Math.min(amount, room));
            })
        .codec(PNCounterLawsTest::halves, half -> PNCounter.of(half.get(0), half.get(1)))
        .observing(PNCounter::value)
        .meaning(
            visible ->
                GCounterLawsTest.sum(visible, "increment")
                    .subtract(GCounterLawsTest.sum(visible, "decrement")));
  }

  private static List<GCounter> halves(PNCounter counter) {
    return List.of(counter.increments(), counter.decrements());
  }
}
