package dev.rejoin.crdt.json;

import static java.util.Map.entry;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.rejoin.crdt.LWWMap;
import dev.rejoin.crdt.testkit.CrdtLaws;
import dev.rejoin.crdt.testkit.EdgeValues;
import dev.rejoin.crdt.testkit.Meanings;
import dev.rejoin.crdt.testkit.Subject;
import java.util.List;

class LWWMapJsonLawsTest implements CrdtLaws<LWWMap<String, Integer>> {

  @Override
  public Subject<LWWMap<String, Integer>> subject() {
    return Encodings.encoded(
            Subject.startingAt(LWWMap.<String, Integer>empty())
                .edit(
                    "put",
                    List.of(entry("Aa", 1), entry("Aa", 2), entry("BB", -1)),
                    EdgeValues.strings().stream().map(text -> entry(text, text.length())).toList(),
                    (map, me, e) -> map.put(me, e.getKey(), e.getValue()))
                .edit("remove", List.of("Aa", "BB"), (map, me, key) -> map.remove(me, key))
                .observing(LWWMap::toMap)
                .meaning(Meanings.lastWriterWinsMap("put", "remove")),
            new TypeReference<LWWMap<String, Integer>>() {})
        .restarting();
  }
}
