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
            (counter, me, amount) -> {
              long room = GCounter.MAX_COUNT - counter.count(me.id());
              return counter.increment(me, Math.min(amount, room));
            })
        .observing(GCounter::value);
  }
}
