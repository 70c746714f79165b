package dev.rejoin.crdt.testkit;

import static java.util.Map.entry;

import dev.rejoin.crdt.LWWMap;
import java.util.List;
import java.util.Map;

class LWWMapLawsTest implements CrdtLaws<LWWMap<String, Integer>> {

  private static final List<Map.Entry<String, Integer>> EDGES =
      EdgeValues.strings().stream().map(text -> entry(text, 3)).toList();

  @Override
  public Subject<LWWMap<String, Integer>> subject() {
    return Subject.startingAt(LWWMap.<String, Integer>empty())
        .edit(
            "put",
            List.of(entry("Aa", 1), entry("Aa", 2), entry("BB", 1)),
            EDGES,
            (map, me, e) -> map.put(me, e.getKey(), e.getValue()))
        .edit(
            "remove",
            List.of("Aa", "BB"),
            EdgeValues.strings(),
            (map, me, key) -> map.remove(me, key))
        .codec(LWWMap::entries, LWWMap::of)
        .observing(LWWMap::toMap)
        .meaning(Meanings.lastWriterWinsMap("put", "remove"));
  }
}
