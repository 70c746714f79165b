package dev.rejoin.crdt.json;

import static java.util.Map.entry;

import dev.rejoin.crdt.Author;
import dev.rejoin.crdt.ORMap;
import dev.rejoin.crdt.ORSet;
import dev.rejoin.crdt.testkit.CrdtLaws;
import dev.rejoin.crdt.testkit.Meanings;
import dev.rejoin.crdt.testkit.Subject;
import java.util.List;
import java.util.Map;
import java.util.Set;

class ORMapJsonLawsTest implements CrdtLaws<ORMap<String, ORMap<String, ORSet<String>>>> {

  @Override
  public Subject<ORMap<String, ORMap<String, ORSet<String>>>> subject() {
    return Encodings.encoded(
            Subject.startingAt(ORMap.<String, ORMap<String, ORSet<String>>>empty())
                .edit(
                    "add",
                    List.of(entry("k", entry("l", "x")), entry("k", entry("m", "x"))),
                    ORMapJsonLawsTest::add)
                .edit("take", List.of(entry("k", entry("l", "x"))), ORMapJsonLawsTest::take)
                .edit("removeInside", List.of(entry("k", "l")), ORMapJsonLawsTest::removeInside)
                .edit("remove", List.of("k"), (map, me, key) -> map.remove(key))
                .observing(ORMapJsonLawsTest::shown)
                .meaning(
                    Meanings.map(
                        "remove",
                        Meanings.map("removeInside", Meanings.addWinsSet("add", "take"), Set.of()),
                        Map.of())),
            CausalSamples.LISTS)
        .restarting();
  }

  private static ORMap<String, ORMap<String, ORSet<String>>> add(
      ORMap<String, ORMap<String, ORSet<String>>> map,
      Author me,
      Map.Entry<String, Map.Entry<String, String>> at) {
    return CausalSamples.add(
        map, me, at.getKey(), at.getValue().getKey(), at.getValue().getValue());
  }

  private static ORMap<String, ORMap<String, ORSet<String>>> take(
      ORMap<String, ORMap<String, ORSet<String>>> map,
      Author me,
      Map.Entry<String, Map.Entry<String, String>> at) {
    return map.update(
        me,
        at.getKey(),
        ORMap.empty(),
        (lists, author) ->
            lists.update(
                author,
                at.getValue().getKey(),
                ORSet.empty(),
                (list, writer) -> list.remove(at.getValue().getValue())));
  }

  private static ORMap<String, ORMap<String, ORSet<String>>> removeInside(
      ORMap<String, ORMap<String, ORSet<String>>> map, Author me, Map.Entry<String, String> at) {
    return map.update(
        me, at.getKey(), ORMap.empty(), (lists, author) -> lists.remove(at.getValue()));
  }

  private static Object shown(ORMap<String, ORMap<String, ORSet<String>>> map) {
    return map.toMap().mapValues(lists -> lists.toMap().mapValues(ORSet::elements));
  }
}
