package dev.rejoin.crdt;

import static dev.rejoin.crdt.Replicas.ANN;
import static dev.rejoin.crdt.Replicas.BEN;
import static dev.rejoin.crdt.Replicas.CAT;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Faults that maps of other libraries had. */
class ORMapAnomaliesTest {

  private static ORMap<String, CausalCounter> count(
      ORMap<String, CausalCounter> map, Author me, long by) {
    return map.update(
        me, "k", CausalCounter.empty(), (counter, author) -> counter.increment(author, by));
  }

  private static ORMap<String, ORSet<String>> add(
      ORMap<String, ORSet<String>> map, Author me, String key, String element) {
    return map.update(me, key, ORSet.empty(), (set, author) -> set.add(author, element));
  }

  private static Deep deep(Deep map, Author me, String element) {
    return new Deep(
        map.map()
            .update(
                me,
                "a",
                ORMap.empty(),
                (inner, author) ->
                    inner.update(
                        author,
                        "b",
                        ORMap.empty(),
                        (leaf, last) -> add(leaf, last, "c", element))));
  }

  /** Three maps in each other, and a set at the bottom. */
  private record Deep(ORMap<String, ORMap<String, ORMap<String, ORSet<String>>>> map) {

    static final Deep EMPTY = new Deep(ORMap.empty());

    Deep merge(Deep other) {
      return new Deep(map.merge(other.map));
    }

    Deep without(int level) {
      if (level == 0) {
        return new Deep(map.remove("a"));
      }
      return new Deep(
          map.update(
              CAT,
              "a",
              ORMap.empty(),
              (inner, me) ->
                  level == 1
                      ? inner.remove("b")
                      : inner.update(
                          me,
                          "b",
                          ORMap.empty(),
                          (leaf, last) ->
                              level == 2
                                  ? leaf.remove("c")
                                  : leaf.update(
                                      last, "c", ORSet.empty(), (set, author) -> set.clear()))));
    }
  }

  /** Akka issue 27428: a counter that was removed and counted anew merged by what came first. */
  @Test
  void aMapOfCountersMergesAlikeHoweverItIsBracketed() {
    ORMap<String, CausalCounter> a = count(ORMap.empty(), ANN, 5);
    ORMap<String, CausalCounter> b = a.remove("k");
    ORMap<String, CausalCounter> c = count(ORMap.empty(), CAT, 1);

    ORMap<String, CausalCounter> left = a.merge(b).merge(c);

    assertThat(a.merge(b.merge(c))).isEqualTo(left);
    assertThat(c.merge(a).merge(b)).isEqualTo(left);
    assertThat(left.get("k").get().value()).isEqualTo(1);
  }

  @Test
  void aKeyThatIsRemovedAndMadeAnewDoesNotBringBackWhatAStaleCopyHolds() {
    ORMap<String, ORSet<String>> stale = add(ORMap.empty(), ANN, "k", "old");
    ORMap<String, ORSet<String>> anew = add(stale.remove("k"), ANN, "k", "new");

    assertThat(anew.merge(stale)).isSameAs(anew);
    assertThat(stale.merge(anew).get("k").get().elements()).containsExactly("new");
    assertThat(anew.remove("k").merge(stale)).isEmpty();
  }

  /** A child with a context of its own would begin at its first dot again, which others saw die. */
  @Test
  void aReCreatedSetDoesNotLoseALiveElement() {
    ORMap<String, ORSet<String>> first = add(ORMap.empty(), ANN, "k", "old");
    ORMap<String, ORSet<String>> seenByBen = first.merge(add(ORMap.empty(), BEN, "l", "x"));
    ORMap<String, ORSet<String>> anew = add(first.remove("k"), ANN, "k", "new");

    ORMap<String, ORSet<String>> merged = seenByBen.remove("k").merge(anew);

    assertThat(merged.get("k").get().elements()).containsExactly("new");
    assertThat(anew.context()).hasToString("{A: 1-2}");
  }

  @Test
  void twoEditsOfOneUpdateNeverShareADot() {
    ORMap<String, Todo> todos =
        ORMap.<String, Todo>empty()
            .update(
                ANN,
                "t",
                Todo.EMPTY,
                (todo, me) -> {
                  ORSet<String> red = todo.tags().add(me, "red");
                  ORSet<String> blue = todo.tags().add(me, "blue");
                  return new Todo(
                      todo.title().assign(me, "tea"),
                      todo.done().enable(me),
                      red.merge(blue),
                      todo.votes().increment(me));
                });
    List<Dot> dots = new ArrayList<>();
    Todo todo = todos.get("t").get();
    todo.title().forEachLive((dot, assignment) -> dots.add(dot));
    todo.done().forEachLive(dots::add);
    todo.tags().forEachLive((tag, live) -> dots.addAll(live));
    todo.votes().forEachLive((dot, amounts) -> dots.add(dot));

    Set<Dot> distinct = new HashSet<>(dots);

    assertThat(dots).hasSize(5);
    assertThat(distinct).hasSize(5);
    assertThat(todos)
        .hasToString("ORMap{t=Todo[title=tea, done=true, tags=[blue, red], votes=1]}{A: 1-5}");
  }

  @Test
  void whatOneUpdateDidToThreeComponentsIsRemovedOneByOne() {
    ORMap<String, Todo> base =
        ORMap.<String, Todo>empty()
            .update(
                ANN,
                "t",
                Todo.EMPTY,
                (todo, me) -> todo.titled(me, "tea").tagged(me, "red").voted(me, 2));
    ORMap<String, Todo> untagged =
        base.update(ANN, "t", Todo.EMPTY, (todo, me) -> todo.untagged("red"));

    ORMap<String, Todo> delta = untagged.deltaSince(base);

    assertThat(delta).hasToString("ORMap{}{A: 2}");
    assertThat(base.merge(delta)).isEqualTo(untagged);
    assertThat(untagged.merge(base)).isSameAs(untagged);
    assertThat(untagged)
        .hasToString("ORMap{t=Todo[title=tea, done=false, tags=[], votes=2]}{A: 1-3}");
  }

  @Test
  void anEditSurvivesAConcurrentRemoveAtAnyLevel() {
    Deep base = deep(Deep.EMPTY, ANN, "old");
    Deep edited = deep(base, BEN, "new");
    for (int level = 0; level <= 3; level++) {
      Deep removed = base.without(level);

      Deep merged = removed.merge(edited);

      assertThat(merged.map()).hasToString("ORMap{a={b={c=[new]}}}{A: 1, B: 1}");
      assertThat(edited.merge(removed)).isEqualTo(merged);
      assertThat(removed.map()).isEmpty();
    }
  }

  @Test
  void anUpdateThatOnlyTakesAwayDoesNotKeepAKeyAgainstAConcurrentRemove() {
    ORMap<String, ORSet<String>> base = add(add(ORMap.empty(), ANN, "k", "x"), ANN, "k", "y");
    ORMap<String, ORSet<String>> taken =
        base.update(ANN, "k", ORSet.empty(), (set, me) -> set.remove("x"));

    assertThat(taken.contains("k")).isTrue();
    assertThat(taken.merge(base.remove("k"))).isEmpty();
    assertThat(base.remove("k").merge(taken)).isEmpty();
  }

  @Test
  void aDeltaOfADeepDocumentCarriesThePathToTheLeafAlone() {
    ORMap<String, ORMap<String, ORSet<String>>> document = ORMap.empty();
    for (int i = 0; i < 100; i++) {
      String key = "k" + i;
      document =
          document.update(
              ANN, key, ORMap.empty(), (inner, me) -> add(add(inner, me, "l", "x"), me, "m", "y"));
    }
    ORMap<String, ORMap<String, ORSet<String>>> edited =
        document.update(BEN, "k42", ORMap.empty(), (inner, me) -> add(inner, me, "l", "z"));

    ORMap<String, ORMap<String, ORSet<String>>> delta = edited.deltaSince(document);

    assertThat(delta).hasToString("ORMap{k42={l=[z]}}{B: 1}");
    assertThat(document.merge(delta)).isEqualTo(edited);
  }
}
