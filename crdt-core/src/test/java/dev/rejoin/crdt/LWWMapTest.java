package dev.rejoin.crdt;

import static dev.rejoin.crdt.Replicas.A;
import static dev.rejoin.crdt.Replicas.B;
import static dev.rejoin.crdt.Replicas.NOON;
import static dev.rejoin.crdt.Replicas.missing;
import static dev.rejoin.crdt.Replicas.stamp;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.vavr.Tuple;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LWWMapTest {

  private final Author ann = Replicas.at(A, NOON);
  private final Author late = Replicas.at(B, NOON.plusSeconds(1));
  private final Author tenYearsBehind = Replicas.at(B, NOON.minus(Duration.ofDays(3653)));
  private final LWWMap<String, Integer> milk = LWWMap.<String, Integer>empty().put(ann, "milk", 1);

  @Test
  void theLaterPutOfAKeyWins() {
    LWWMap<String, Integer> two = milk.put(ann, "milk", 2);
    LWWMap<String, Integer> three = milk.put(late, "milk", 3);

    assertThat(two.merge(three).get("milk")).containsExactly(3);
    assertThat(three.merge(two)).isEqualTo(two.merge(three));
  }

  @Test
  void editsOfDifferentKeysNeverMeet() {
    LWWMap<String, Integer> eggs = milk.put(late, "eggs", 6);
    LWWMap<String, Integer> removed = milk.remove(tenYearsBehind, "milk");

    assertThat(eggs.merge(removed).toMap()).containsExactly(Tuple.of("eggs", 6));
    assertThat(removed.merge(eggs)).isEqualTo(eggs.merge(removed));
  }

  @Test
  void aRemoveWinsOverAConcurrentPutOfAnEarlierTime() {
    LWWMap<String, Integer> put = milk.put(ann, "milk", 2);
    LWWMap<String, Integer> removed = milk.remove(late, "milk");

    assertThat(put.merge(removed).contains("milk")).isFalse();
    assertThat(removed.merge(put)).isSameAs(removed);
  }

  @Test
  void aPutWinsOverAConcurrentRemoveOfAnEarlierTime() {
    LWWMap<String, Integer> put = milk.put(late, "milk", 2);
    LWWMap<String, Integer> removed = milk.remove(ann, "milk");

    assertThat(removed.merge(put).get("milk")).containsExactly(2);
    assertThat(put.merge(removed).size()).isEqualTo(1);
  }

  @Test
  void anEditMadeAfterSeeingAnotherWinsThoughItsClockIsTenYearsBehind() {
    LWWMap<String, Integer> removed = milk.remove(tenYearsBehind, "milk");
    LWWMap<String, Integer> again = removed.put(tenYearsBehind, "milk", 2);

    assertThat(milk.merge(removed)).isSameAs(removed);
    assertThat(removed.merge(again)).isSameAs(again);
    assertThat(again.merge(milk).get("milk")).containsExactly(2);
  }

  @Test
  void aRemovedKeyKeepsItsTimestamp() {
    LWWMap<String, Integer> removed = milk.remove(ann, "milk");

    assertThat(removed.timestamp("milk"))
        .containsExactly(new HybridTimestamp(NOON.toEpochMilli(), 1, A));
    assertThat(removed.isEmpty()).isTrue();
    assertThat(removed.get("milk")).isEmpty();
    assertThat(removed.tied("milk")).isEmpty();
    assertThat(removed.timestamp("eggs")).isEmpty();
    assertThat(removed).hasToString("LWWMap{milk=[]{2026-05-04T12:00:00Z+1@A}}");
  }

  @Test
  void removingWhatIsNotThereChangesNothing() {
    LWWMap<String, Integer> removed = milk.remove(ann, "milk");

    assertThat(milk.remove(late, "eggs")).isSameAs(milk);
    assertThat(removed.remove(late, "milk")).isSameAs(removed);
    assertThat(LWWMap.<String, Integer>empty().remove(late, "milk").merge(milk)).isSameAs(milk);
  }

  @Test
  void anEqualValueIsStampedAnew() {
    LWWMap<String, Integer> removed = milk.remove(ann, "milk");
    LWWMap<String, Integer> again = milk.put(ann, "milk", 1);

    assertThat(milk.compare(again)).isEqualTo(CausalOrder.BEFORE);
    assertThat(again.merge(removed).get("milk")).containsExactly(1);
    assertThat(milk.merge(removed).contains("milk")).isFalse();
  }

  @Test
  void queriesAnswerFromTheState() {
    LWWMap<String, Integer> map = milk.put(ann, "tea", 3).put(late, "eggs", 6).remove(ann, "tea");

    assertThat(map.size()).isEqualTo(2);
    assertThat(map.isEmpty()).isFalse();
    assertThat(map.contains("eggs")).isTrue();
    assertThat(map.contains("tea")).isFalse();
    assertThat(map.contains("jam")).isFalse();
    assertThat(map.keys()).containsExactly("eggs", "milk");
    assertThat(map.toMap()).containsExactly(Tuple.of("eggs", 6), Tuple.of("milk", 1));
    assertThat(map.tied("eggs")).containsExactly(6);
    assertThat(map.tied("jam")).isEmpty();
  }

  @Test
  void aDeltaHoldsTheEntriesThatTheBaseLacks() {
    LWWMap<String, Integer> base = milk.put(ann, "eggs", 6).put(ann, "tea", 3);
    LWWMap<String, Integer> now = base.put(late, "eggs", 12).remove(late, "milk");

    LWWMap<String, Integer> delta = now.deltaSince(base);

    assertThat(delta)
        .hasToString(
            "LWWMap{eggs=[12]{2026-05-04T12:00:01Z+0@B}, milk=[]{2026-05-04T12:00:01Z+1@B}}");
    assertThat(delta.size()).isEqualTo(1);
    assertThat(base.merge(delta).merge(delta)).isEqualTo(now);
    assertThat(base.deltaSince(now)).isSameAs(LWWMap.empty());
    assertThat(now.deltaSince(LWWMap.<String, Integer>empty().put(ann, "jam", 1))).isSameAs(now);
  }

  @Test
  void aMapTakenApartIsPutTogetherAgain() {
    LWWMap<String, Integer> map = milk.put(late, "eggs", 6).put(ann, "tea", 3).remove(ann, "milk");

    assertThat(map.entries()).extracting(LWWMap.Entry::key).containsExactly("tea", "milk", "eggs");
    assertThat(LWWMap.of(map.entries())).isEqualTo(map).hasSameHashCodeAs(map);
    assertThat(LWWMap.of(map.entries()).size()).isEqualTo(map.size());
    assertThat(LWWMap.of(List.<LWWMap.Entry<String, Integer>>of())).isSameAs(LWWMap.empty());
  }

  private record Wordless(int id) {
    @Override
    public String toString() {
      throw new AssertionError("asked for its text");
    }
  }

  @Test
  void entriesOfSeveralTimesDoNotAskKeysForTheirText() {
    LWWMap<Wordless, Integer> map =
        LWWMap.<Wordless, Integer>empty()
            .put(ann, new Wordless(2), 2)
            .put(late, new Wordless(1), 1);

    assertThat(map.entries().stream().map(entry -> entry.key().id()).toList())
        .containsExactly(2, 1);
  }

  @Test
  void entriesOfOneTimeAreInTheOrderOfTheirKeys() {
    List<LWWMap.Entry<Object, Integer>> entries =
        List.of(
            new LWWMap.Entry<>("jam", stamp(1, A), List.of()),
            new LWWMap.Entry<>(9, stamp(2, A), List.of(1)),
            new LWWMap.Entry<>(10, stamp(2, A), List.of(1)),
            new LWWMap.Entry<>("milk", stamp(2, A), List.of(1)),
            new LWWMap.Entry<>("tea", stamp(2, A), List.of(1)),
            new LWWMap.Entry<>("eggs", stamp(3, A), List.of(1)));

    for (int seed = 0; seed < 100; seed++) {
      List<LWWMap.Entry<Object, Integer>> shuffled = new ArrayList<>(entries);
      Collections.shuffle(shuffled, new Random(seed));
      assertThat(LWWMap.of(shuffled).entries()).as("seed %s", seed).isEqualTo(entries);
    }
  }

  @Test
  void partsAreChecked() {
    LWWMap.Entry<String, Integer> one = new LWWMap.Entry<>("milk", stamp(1, A), List.of(1));
    LWWMap.Entry<String, Integer> twice = new LWWMap.Entry<>("milk", stamp(1, A), List.of(1, 1));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> LWWMap.of(List.of(one, one)))
        .withMessage("a key must be given once, but milk was given twice");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LWWMap.of(List.of(twice)))
        .withMessage("tied values must differ, but 1 was given twice");
  }

  @Test
  void exceedingTheGreatestStampIsRefused() {
    HybridTimestamp greatest =
        new HybridTimestamp(HybridTimestamp.MAX_MILLIS, Integer.MAX_VALUE, B);
    LWWMap<String, Integer> last =
        LWWMap.of(List.of(new LWWMap.Entry<>("milk", greatest, List.of(1))));

    assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> last.put(ann, "milk", 2));
    assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> last.remove(ann, "milk"));
  }

  @Test
  void nullsAreRefused() {
    assertThatNullPointerException().isThrownBy(() -> milk.put(missing(), "eggs", 6));
    assertThatNullPointerException().isThrownBy(() -> milk.put(ann, missing(), 6));
    assertThatNullPointerException()
        .isThrownBy(() -> milk.put(ann, "eggs", missing()))
        .withMessage("value");
    assertThatNullPointerException().isThrownBy(() -> milk.remove(missing(), "eggs"));
    assertThatNullPointerException().isThrownBy(() -> milk.get(missing())).withMessage("key");
    assertThatNullPointerException().isThrownBy(() -> milk.merge(missing()));
    assertThatNullPointerException().isThrownBy(() -> LWWMap.empty().merge(missing()));
    assertThatNullPointerException().isThrownBy(() -> LWWMap.empty().deltaSince(missing()));
  }
}
