package dev.rejoin.crdt.testkit;

import static java.util.Map.entry;

import dev.rejoin.crdt.Author;
import dev.rejoin.crdt.CausalContext;
import dev.rejoin.crdt.Dot;
import dev.rejoin.crdt.LiveDots;
import dev.rejoin.crdt.ORMap;
import dev.rejoin.crdt.ORSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;

/** Sets in maps in a map. */
class ORMapLawsTest implements CrdtLaws<ORMap<String, ORMap<String, ORSet<String>>>> {

  @Override
  public Subject<ORMap<String, ORMap<String, ORSet<String>>>> subject() {
    return Subject.startingAt(ORMap.<String, ORMap<String, ORSet<String>>>empty())
        .edit(
            "add",
            List.of(path("k", "l", "x"), path("k", "m", "x")),
            List.of(
                path("k", "l", "y"),
                path("n", "l", "x"),
                path("Aa", "BB", ""),
                path("BB", "Aa", "")),
            (map, me, at) -> leaf(map, me, at, (set, author) -> set.add(author, element(at))))
        .edit(
            "take",
            List.of(path("k", "l", "x")),
            List.of(path("k", "m", "x"), path("n", "l", "x")),
            (map, me, at) -> leaf(map, me, at, (set, author) -> set.remove(element(at))))
        .edit(
            "drop",
            List.of(entry("k", "l")),
            List.of(entry("k", "m"), entry("n", "l")),
            (map, me, at) ->
                map.update(
                    me, at.getKey(), ORMap.empty(), (inner, author) -> inner.remove(at.getValue())))
        .edit("remove", List.of("k"), List.of("n", "Aa"), (map, me, key) -> map.remove(key))
        .codec(Saved::of, Saved::read)
        .observing(ORMapLawsTest::seen)
        .meaning(
            Meanings.map(
                "remove",
                Meanings.map("drop", Meanings.addWinsSet("add", "take"), Set.of()),
                Map.of()));
  }

  private static Map.Entry<String, Map.Entry<String, String>> path(String k, String l, String x) {
    return entry(k, entry(l, x));
  }

  private static String element(Map.Entry<String, Map.Entry<String, String>> path) {
    return path.getValue().getValue();
  }

  private static ORMap<String, ORMap<String, ORSet<String>>> leaf(
      ORMap<String, ORMap<String, ORSet<String>>> map,
      Author me,
      Map.Entry<String, Map.Entry<String, String>> path,
      BiFunction<ORSet<String>, Author, ORSet<String>> edit) {
    return map.update(
        me,
        path.getKey(),
        ORMap.empty(),
        (inner, author) -> inner.update(author, path.getValue().getKey(), ORSet.empty(), edit));
  }

  private static Map<String, Map<String, Set<String>>> seen(
      ORMap<String, ORMap<String, ORSet<String>>> map) {
    Map<String, Map<String, Set<String>>> seen = new LinkedHashMap<>();
    map.forEach(
        outer -> {
          Map<String, Set<String>> inner = new LinkedHashMap<>();
          outer._2.forEach(leaf -> inner.put(leaf._1, leaf._2.elements().toJavaSet()));
          seen.put(outer._1, inner);
        });
    return seen;
  }

  /** What a map has seen, and at the end of which path each live dot is. */
  private record Saved(CausalContext context, Map<Dot, List<String>> live) {

    static Saved of(ORMap<String, ORMap<String, ORSet<String>>> map) {
      Map<Dot, List<String>> live = new HashMap<>();
      map.forEachLive(
          (k, inner) ->
              inner.forEachLive(
                  (l, set) ->
                      set.forEachLive(
                          (x, dots) -> dots.forEach(dot -> live.put(dot, List.of(k, l, x))))));
      return new Saved(map.context(), live);
    }

    ORMap<String, ORMap<String, ORSet<String>>> read() {
      Map<String, Map<String, Map<String, List<Dot>>>> tree = new LinkedHashMap<>();
      live.forEach(
          (dot, path) ->
              tree.computeIfAbsent(path.get(0), k -> new LinkedHashMap<>())
                  .computeIfAbsent(path.get(1), l -> new LinkedHashMap<>())
                  .computeIfAbsent(path.get(2), x -> new ArrayList<>())
                  .add(dot));
      LiveDots dots = LiveDots.under(context);
      ORMap.Builder<String, ORMap<String, ORSet<String>>> map = ORMap.builderUnder(dots);
      tree.forEach(
          (k, leaves) -> {
            ORMap.Builder<String, ORSet<String>> inner = ORMap.builderUnder(dots);
            leaves.forEach(
                (l, elements) -> {
                  ORSet.Builder<String> set = ORSet.builderUnder(dots);
                  elements.forEach(set::live);
                  inner.live(l, set.build());
                });
            map.live(k, inner.build());
          });
      return map.build();
    }
  }
}
