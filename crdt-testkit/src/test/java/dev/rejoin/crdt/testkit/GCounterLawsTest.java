package dev.rejoin.crdt.testkit;

import dev.rejoin.crdt.GCounter;
import java.math.BigInteger;
import java.util.List;
import java.util.stream.Collectors;

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
        .codec(GCounter::counts, counts -> GCounter.of(counts.toJavaMap()))
        .observing(GCounter::value)
        .meaning(visible -> sum(visible, "increment"));
  }

  /** No replica counts beyond the greatest count. */
  static BigInteger sum(Visible visible, String name) {
    return visible
        .edits(name)
        .collect(
            Collectors.toMap(
                Visible.Edit::replica,
                edit -> edit.argument(Long.class),
                (a, b) -> Math.min(GCounter.MAX_COUNT, a + b)))
        .values()
        .stream()
        .map(BigInteger::valueOf)
        .reduce(BigInteger.ZERO, BigInteger::add);
  }
}
