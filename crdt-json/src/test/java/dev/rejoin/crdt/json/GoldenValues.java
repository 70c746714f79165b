package dev.rejoin.crdt.json;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.rejoin.crdt.GSet;
import dev.rejoin.crdt.HybridTimestamp;
import dev.rejoin.crdt.LWWMap;
import dev.rejoin.crdt.LWWRegister;
import dev.rejoin.crdt.ReplicaId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/** Golden files of registers, sets and maps whose order rests on timestamps and values. */
final class GoldenValues {

  /** Values of one type: at least seven. */
  private record Values<T>(List<T> all) {

    T get(int index) {
      return all.get(index);
    }
  }

  private static final Values<String> TEXTS =
      new Values<>(List.of("milk", "tea", "eggs", "bread", "butter", "salt", "rice"));
  private static final Values<Long> NUMBERS =
      new Values<>(List.of(10L, 9L, -1L, 0L, 9007199254740993L, Long.MIN_VALUE, Long.MAX_VALUE));
  private static final Values<Boolean> BOOLEANS =
      new Values<>(List.of(true, false, true, false, false, true, true));
  private static final Values<Point> POINTS =
      new Values<>(
          List.of(
              new Point(2, 0),
              new Point(10, 0),
              new Point(2, -5),
              new Point(0, 0),
              new Point(-1, 7),
              new Point(Integer.MAX_VALUE, Integer.MIN_VALUE),
              new Point(2, 1)));

  private static final HybridTimestamp TIED = Samples.stamp();

  private GoldenValues() {}

  static List<GoldenFolder> all() {
    GoldenFolder texts = register(new TypeReference<LWWRegister<String>>() {}, TEXTS);
    GoldenFolder textSet = set(new TypeReference<GSet<String>>() {}, TEXTS);
    GoldenFolder textMap = map(new TypeReference<LWWMap<String, String>>() {}, TEXTS, TEXTS);
    return List.of(
        texts.with("texts", LWWRegister.of(TIED, GoldenTexts.ALL)),
        register(new TypeReference<LWWRegister<Long>>() {}, NUMBERS),
        register(new TypeReference<LWWRegister<Boolean>>() {}, BOOLEANS),
        register(new TypeReference<LWWRegister<Point>>() {}, POINTS),
        textMap.with("texts", texts()),
        map(new TypeReference<LWWMap<Long, Point>>() {}, NUMBERS, POINTS),
        map(new TypeReference<LWWMap<String, Boolean>>() {}, TEXTS, BOOLEANS),
        map(new TypeReference<LWWMap<Point, Long>>() {}, POINTS, NUMBERS),
        textSet.with("texts", GSet.<String>empty().addAll(GoldenTexts.ALL)),
        set(new TypeReference<GSet<Long>>() {}, NUMBERS),
        set(new TypeReference<GSet<Boolean>>() {}, BOOLEANS),
        set(new TypeReference<GSet<Point>>() {}, POINTS));
  }

  private static <T> GoldenFolder register(TypeReference<LWWRegister<T>> type, Values<T> values) {
    return GoldenFolder.of(
            type,
            LWWRegister.<T>empty(),
            new GoldenFolder.Fork<>(
                (register, on) -> register.assign(on.phone, values.get(0)),
                (register, on) -> register.assign(on.phone, values.get(1)),
                (register, on) -> register.assign(on.phone, values.get(2)),
                (register, on) -> register.assign(on.tablet, values.get(3)),
                (register, on) -> register.assign(on.laptop, values.get(4)),
                register -> register))
        .with("tied-one", LWWRegister.of(TIED, List.of(values.get(0))))
        .with("tied-other", LWWRegister.of(TIED, List.of(values.get(1))))
        .with("tied", LWWRegister.of(TIED, List.copyOf(new HashSet<>(values.all()))))
        .with("largest", LWWRegister.of(largest(), List.of(values.get(6))));
  }

  private static HybridTimestamp largest() {
    return new HybridTimestamp(
        HybridTimestamp.MAX_MILLIS, Integer.MAX_VALUE, ReplicaId.of("largest"));
  }

  private static <E> GoldenFolder set(TypeReference<GSet<E>> type, Values<E> values) {
    return GoldenFolder.of(
        type,
        GSet.<E>empty(),
        new GoldenFolder.Fork<>(
            (set, on) -> set.add(values.get(0)),
            (set, on) -> set.add(values.get(2)).add(values.get(3)),
            (set, on) -> set.add(values.get(4)),
            (set, on) -> set.add(values.get(1)).add(values.get(3)),
            (set, on) -> set.addAll(values.all()),
            set -> set));
  }

  private static <K, V> GoldenFolder map(
      TypeReference<LWWMap<K, V>> type, Values<K> keys, Values<V> values) {
    return GoldenFolder.of(
            type,
            LWWMap.<K, V>empty(),
            new GoldenFolder.Fork<>(
                (map, on) ->
                    map.put(on.phone, keys.get(0), values.get(0))
                        .put(on.phone, keys.get(1), values.get(1))
                        .put(on.tablet, keys.get(2), values.get(2)),
                (map, on) ->
                    map.remove(on.phone, keys.get(0)).put(on.phone, keys.get(2), values.get(3)),
                (map, on) -> map.put(on.phone, keys.get(4), values.get(4)),
                (map, on) ->
                    map.put(on.tablet, keys.get(0), values.get(5)).remove(on.tablet, keys.get(1)),
                (map, on) -> map.put(on.laptop, keys.get(5), values.get(5)),
                map -> map))
        .with("tied-one", tied(keys, values.get(0), values.get(1)))
        .with("tied-other", tied(keys, values.get(3), values.get(0)))
        .with("tied-removed", removed(keys))
        .with(
            "tied-merged",
            tied(keys, values.get(0), values.get(1))
                .merge(tied(keys, values.get(3), values.get(0)))
                .merge(removed(keys)))
        .with(
            "largest",
            LWWMap.of(List.of(new LWWMap.Entry<>(keys.get(6), largest(), List.of(values.get(6))))));
  }

  /** Returns a map with a tie, and with keys of one timestamp. */
  private static <K, V> LWWMap<K, V> tied(Values<K> keys, V one, V other) {
    List<V> tied = one.equals(other) ? List.of(one) : List.of(one, other);
    return LWWMap.of(
        List.of(
            new LWWMap.Entry<>(keys.get(6), TIED, List.of(one)),
            new LWWMap.Entry<>(keys.get(5), TIED, tied),
            new LWWMap.Entry<>(keys.get(3), TIED, List.of(other))));
  }

  /** Returns a map with a removal under the timestamp of the ties. */
  private static <K, V> LWWMap<K, V> removed(Values<K> keys) {
    return LWWMap.of(List.of(new LWWMap.Entry<K, V>(keys.get(5), TIED, List.of())));
  }

  private static LWWMap<String, String> texts() {
    List<LWWMap.Entry<String, String>> entries = new ArrayList<>();
    for (String text : GoldenTexts.ALL) {
      entries.add(new LWWMap.Entry<>(text, TIED, List.of(text)));
    }
    for (String id : GoldenTexts.IDS) {
      HybridTimestamp stamp = new HybridTimestamp(1777876200000L, 3, ReplicaId.of(id));
      entries.add(new LWWMap.Entry<>("by " + id, stamp, List.of(id)));
    }
    return LWWMap.of(entries);
  }
}
