package dev.rejoin.crdt;

import static dev.rejoin.crdt.Replicas.ANN;
import static dev.rejoin.crdt.Replicas.BEN;
import static dev.rejoin.crdt.Replicas.missing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.vavr.Tuple;
import io.vavr.control.Option;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ORMapTest {

  private final ORMap<String, ORSet<String>> lists = add(ORMap.empty(), ANN, "food", "milk");

  private static ORMap<String, ORSet<String>> add(
      ORMap<String, ORSet<String>> map, Author me, String key, String element) {
    return map.update(me, key, ORSet.empty(), (set, author) -> set.add(author, element));
  }

  @Test
  void aValueIsEditedByTheAuthorHandedOutWithIt() {
    Author phone = Author.of(ReplicaId.of("phone"));

    ORMap<String, ORSet<String>> lists = ORMap.empty();
    lists = lists.update(phone, "shopping", ORSet.empty(), (list, me) -> list.add(me, "milk"));
    System.out.println(lists); // ORMap{shopping=[milk]}{phone: 1}

    assertThat(lists).hasToString("ORMap{shopping=[milk]}{phone: 1}");
  }

  @Test
  void anUpdateWinsOverAConcurrentRemoveOfItsKey() {
    ORMap<String, ORSet<String>> removed = lists.remove("food");
    ORMap<String, ORSet<String>> updated = add(lists, BEN, "food", "eggs");

    ORMap<String, ORSet<String>> merged = removed.merge(updated);

    assertThat(merged.get("food").get().elements()).containsExactly("eggs");
    assertThat(updated.merge(removed)).isEqualTo(merged);
  }

  @Test
  void concurrentUpdatesOfOneKeyAreMerged() {
    ORMap<String, ORSet<String>> ann = add(lists, ANN, "food", "tea");
    ORMap<String, ORSet<String>> ben = add(lists, BEN, "food", "eggs");

    assertThat(ann.merge(ben).get("food").get().elements()).containsExactly("eggs", "milk", "tea");
  }

  @Test
  void valuesThatWereCreatedConcurrentlyAreMerged() {
    ORMap<String, ORSet<String>> ben = add(ORMap.empty(), BEN, "food", "eggs");

    assertThat(lists.merge(ben).get("food").get().elements()).containsExactly("eggs", "milk");
  }

  @Test
  void aRemovedKeyStaysRemovedAfterMergingAnOlderCopy() {
    ORMap<String, ORSet<String>> removed = lists.remove("food");

    assertThat(removed.merge(lists)).isSameAs(removed);
    assertThat(lists.merge(removed)).isSameAs(removed);
  }

  @Test
  void aKeyIsThereWhileADotBelowItLives() {
    ORMap<String, ORSet<String>> emptied =
        lists.update(ANN, "food", ORSet.empty(), (set, me) -> set.remove("milk"));
    ORMap<String, ORSet<String>> inVain =
        lists.update(ANN, "pets", ORSet.empty(), (set, me) -> set.add(me, "cat").remove("cat"));

    assertThat(emptied.contains("food")).isFalse();
    assertThat(emptied).isEqualTo(lists.remove("food"));
    assertThat(inVain.contains("pets")).isFalse();
    assertThat(inVain).hasToString("ORMap{food=[milk]}{A: 1-2}");
  }

  @Test
  void anEditThatChangesNothingReturnsTheSameMap() {
    assertThat(lists.update(ANN, "food", ORSet.empty(), (set, me) -> set.remove("tea")))
        .isSameAs(lists);
    assertThat(lists.update(ANN, "pets", ORSet.empty(), (set, me) -> set)).isSameAs(lists);
    assertThat(
            lists.update(
                ANN,
                "food",
                ORSet.empty(),
                (set, me) -> {
                  set.add(me, "thought better of");
                  return set;
                }))
        .isSameAs(lists);
    assertThat(lists.remove("pets")).isSameAs(lists);
    assertThat(lists.removeAll(List.of("pets", "toys"))).isSameAs(lists);
    assertThat(ORMap.<String, EWFlag>empty().clear()).isSameAs(ORMap.empty());
  }

  @Test
  void bulkRemovesAreTheSumOfTheirRemoves() {
    ORMap<String, ORSet<String>> two = add(lists, ANN, "pets", "cat");

    assertThat(two.clear()).isEqualTo(two.remove("food").remove("pets")).isEmpty();
    assertThat(two.removeAll(List.of("pets"))).isEqualTo(two.remove("pets"));
  }

  @Test
  void valuesAreHandedOutUnderTheContextOfTheMap() {
    ORMap<String, ORSet<String>> before = add(lists, BEN, "pets", "cat");
    ORMap<String, ORSet<String>> after = add(before, BEN, "food", "eggs");
    ORSet<String> then = before.get("food").get();
    ORSet<String> now = after.get("food").get();

    assertThat(now.context()).isEqualTo(after.context());
    assertThat(now.deltaSince(then)).hasToString("ORSet[eggs]{B: 2}");
    assertThat(then.merge(now)).isEqualTo(now);
    assertThat(lists.get("toys")).isEqualTo(Option.none());
  }

  @Test
  void keysAndEntriesComeInOrder() {
    ORMap<String, ORSet<String>> map = lists;
    for (String key : List.of("pets", "toys", "BB", "Aa")) {
      map = add(map, ANN, key, "x");
    }

    assertThat(map.keys()).containsExactly("Aa", "BB", "food", "pets", "toys");
    assertThat(map.toMap().keySet()).containsExactly("Aa", "BB", "food", "pets", "toys");
    assertThat(map).extracting(Tuple::getClass).hasSize(5);
    assertThat(map.iterator().next()).isEqualTo(Tuple.of("Aa", map.get("Aa").get()));
    assertThat(map.size()).isEqualTo(5);
  }

  /** No vavr hash map can take them: each would be compared with all others. */
  @Test
  void manyKeysWithOneHashCodeAreShown() {
    ORMap<String, ORSet<String>> map = ORMap.empty();
    for (int i = 0; i < 100; i++) {
      String crafted = Integer.toBinaryString(128 + i).replace("1", "Aa").replace("0", "BB");
      map = add(map, ANN, crafted, "x");
    }

    assertThat(map.toMap()).isInstanceOf(io.vavr.collection.TreeMap.class).hasSize(100);
    assertThat(map.keys().toJavaList()).hasSize(100).isSorted();
  }

  @Test
  void theTextReadsLikeADocument() {
    ORMap<String, ORMap<String, ORSet<String>>> nested =
        ORMap.<String, ORMap<String, ORSet<String>>>empty()
            .update(ANN, "home", ORMap.empty(), (map, me) -> add(map, me, "food", "milk"))
            .update(BEN, "home", ORMap.empty(), (map, me) -> add(map, me, "food", "eggs"));

    assertThat(nested).hasToString("ORMap{home={food=[eggs, milk]}}{A: 1, B: 1}");
  }

  @Test
  void changesAreToldByKey() {
    ORMap<String, ORSet<String>> before = add(lists, ANN, "pets", "cat");
    ORMap<String, ORSet<String>> now = add(add(before, BEN, "toys", "ball"), BEN, "food", "tea");

    assertThat(told(before, now.remove("pets")))
        .containsExactlyInAnyOrder("+toys", "*food", "-pets");
    assertThat(told(now, now)).isEmpty();
    assertThat(told(now.remove("pets"), before))
        .containsExactlyInAnyOrder("-toys", "*food", "+pets");
  }

  private static List<String> told(
      ORMap<String, ORSet<String>> before, ORMap<String, ORSet<String>> now) {
    List<String> told = new ArrayList<>();
    now.changesFrom(
        before, key -> told.add("+" + key), key -> told.add("-" + key), key -> told.add("*" + key));
    return told;
  }

  @Test
  void nullsAreRefused() {
    assertThatNullPointerException()
        .isThrownBy(() -> lists.update(missing(), "food", ORSet.empty(), (set, me) -> set))
        .withMessage("me");
    assertThatNullPointerException()
        .isThrownBy(() -> lists.update(ANN, missing(), ORSet.empty(), (set, me) -> set))
        .withMessage("key");
    assertThatNullPointerException()
        .isThrownBy(() -> lists.update(ANN, "food", missing(), (set, me) -> set))
        .withMessage("empty");
    assertThatNullPointerException()
        .isThrownBy(() -> lists.update(ANN, "food", ORSet.empty(), missing()))
        .withMessage("edit");
    assertThatNullPointerException()
        .isThrownBy(() -> lists.update(ANN, "food", ORSet.empty(), (set, me) -> missing()))
        .withMessage("edited value");
    assertThatNullPointerException().isThrownBy(() -> lists.get(missing())).withMessage("key");
    assertThatNullPointerException().isThrownBy(() -> lists.contains(missing()));
    assertThatNullPointerException().isThrownBy(() -> lists.remove(missing()));
    assertThatNullPointerException().isThrownBy(() -> lists.merge(missing()));
    assertThatNullPointerException()
        .isThrownBy(() -> lists.changesFrom(lists, missing(), key -> {}, key -> {}));
  }
}
