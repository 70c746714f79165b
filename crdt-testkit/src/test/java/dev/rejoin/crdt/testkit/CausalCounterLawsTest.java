package dev.rejoin.crdt.testkit;

import dev.rejoin.crdt.CausalContext;
import dev.rejoin.crdt.CausalCounter;
import dev.rejoin.crdt.Dot;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

class CausalCounterLawsTest implements CrdtLaws<CausalCounter> {

  private static final List<Long> AMOUNTS = List.of(0L, 1L, CausalCounter.MAX_COUNT);

  @Override
  public Subject<CausalCounter> subject() {
    return Subject.startingAt(CausalCounter.empty())
        .edit("increment", List.of(1L, 2L), EdgeValues.longs(), CausalCounter::increment)
        .edit("decrement", List.of(1L), AMOUNTS, CausalCounter::decrement)
        .edit("reset", (counter, me) -> counter.reset())
        .refusing(IllegalArgumentException.class) // a negative amount
        .refusing(ArithmeticException.class) // a sum beyond the greatest count
        .codec(Saved::of, Saved::read)
        .observing(CausalCounter::value)
        .meaning(Meanings.causalCounter("increment", "decrement", "reset"));
  }

  private record Saved(CausalContext context, Map<Dot, CausalCounter.Amounts> live) {

    static Saved of(CausalCounter counter) {
      Map<Dot, CausalCounter.Amounts> live = new HashMap<>();
      counter.forEachLive(live::put);
      return new Saved(counter.context(), live);
    }

    CausalCounter read() {
      CausalCounter.Builder builder = CausalCounter.builder(context);
      live.forEach(builder::live);
      return builder.build();
    }
  }
}
