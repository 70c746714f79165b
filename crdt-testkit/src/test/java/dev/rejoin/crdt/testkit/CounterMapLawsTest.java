package dev.rejoin.crdt.testkit;

import dev.rejoin.crdt.CausalContext;
import dev.rejoin.crdt.CausalCounter;
import dev.rejoin.crdt.Dot;
import dev.rejoin.crdt.ORMap;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Counters in a map: a remove of a key is a reset of its counter. */
class CounterMapLawsTest implements CrdtLaws<ORMap<String, CausalCounter>> {

  @Override
  public Subject<ORMap<String, CausalCounter>> subject() {
    return Subject.startingAt(ORMap.<String, CausalCounter>empty())
        .edit(
            "increment",
            List.of("k", "l"),
            (map, me, key) -> map.update(me, key, CausalCounter.empty(), CausalCounter::increment))
        .edit(
            "reset",
            List.of("k"),
            (map, me, key) ->
                map.update(me, key, CausalCounter.empty(), (counter, author) -> counter.reset()))
        .edit("remove", List.of("k"), (map, me, key) -> map.remove(key))
        .codec(Saved::of, Saved::read)
        .observing(map -> map.toMap().mapValues(CausalCounter::value))
        .meaning(CounterMapLawsTest::counts);
  }

  private static Map<String, BigInteger> counts(Visible visible) {
    Map<String, BigInteger> counts = new LinkedHashMap<>();
    for (String key : List.of("k", "l")) {
      BigInteger count =
          CarriedCounts.sum(
              visible,
              edit -> !edit.name().equals("increment") && key.equals(edit.argument()),
              edit ->
                  edit.name().equals("increment") && key.equals(edit.argument())
                      ? BigInteger.ONE
                      : BigInteger.ZERO);
      if (count.signum() > 0) {
        counts.put(key, count);
      }
    }
    return counts;
  }

  private record Saved(CausalContext context, Map<String, Map<Dot, CausalCounter.Amounts>> live) {

    static Saved of(ORMap<String, CausalCounter> map) {
      Map<String, Map<Dot, CausalCounter.Amounts>> live = new HashMap<>();
      map.forEachLive(
          (key, counter) ->
              counter.forEachLive(live.computeIfAbsent(key, k -> new HashMap<>())::put));
      return new Saved(map.context(), live);
    }

    ORMap<String, CausalCounter> read() {
      ORMap.Builder<String, CausalCounter> map = ORMap.builder(context);
      live.forEach(
          (key, amounts) -> {
            CausalCounter.Builder counter = CausalCounter.builderUnder(map.dots());
            amounts.forEach(counter::live);
            map.live(key, counter.build());
          });
      return map.build();
    }
  }
}
