package dev.rejoin.crdt.json;

import dev.rejoin.crdt.CausalCounter;
import dev.rejoin.crdt.CausalRecord;
import dev.rejoin.crdt.CrdtRecord;
import dev.rejoin.crdt.Dot;
import dev.rejoin.crdt.EWFlag;
import dev.rejoin.crdt.MVRegister;
import dev.rejoin.crdt.ORMap;
import dev.rejoin.crdt.ORSet;
import dev.rejoin.crdt.RecordShape;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Where the dots of states live, and with what. Two states can only have come about under one id,
 * used by two writers, if a dot lives in both and not alike; nothing is promised of their merge.
 */
final class LivePlaces {

  private final Map<Dot, List<Object>> places = new HashMap<>();

  private LivePlaces() {}

  static boolean areAlike(Object a, Object b) {
    if (a instanceof CrdtRecord<?> && !(a instanceof CausalRecord<?>)) {
      RecordShape<Object> shape = RecordBody.shape(a.getClass());
      return IntStream.range(0, shape.size())
          .allMatch(i -> areAlike(shape.component(a, i), shape.component(b, i)));
    }
    LivePlaces mine = of(a);
    LivePlaces theirs = of(b);
    return mine.places.entrySet().stream()
        .allMatch(
            place ->
                theirs
                    .places
                    .getOrDefault(place.getKey(), place.getValue())
                    .equals(place.getValue()));
  }

  private static LivePlaces of(Object state) {
    LivePlaces places = new LivePlaces();
    places.walk(state, List.of());
    return places;
  }

  private void walk(Object state, List<Object> at) {
    if (state instanceof ORSet<?> set) {
      set.forEachLive((element, dots) -> dots.forEach(dot -> put(dot, at, element)));
    } else if (state instanceof MVRegister<?> register) {
      register.forEachLive((dot, assignment) -> put(dot, at, assignment));
    } else if (state instanceof CausalCounter counter) {
      counter.forEachLive((dot, amounts) -> put(dot, at, amounts));
    } else if (state instanceof EWFlag flag) {
      flag.forEachLive(dot -> put(dot, at, "enabled"));
    } else if (state instanceof ORMap<?, ?> map) {
      map.forEachLive((key, value) -> walk(value, below(at, key)));
    } else if (state instanceof CausalRecord<?>) {
      RecordShape<Object> shape = RecordBody.shape(state.getClass());
      for (int i = 0; i < shape.size(); i++) {
        walk(shape.component(state, i), below(at, shape.name(i)));
      }
    }
  }

  private void put(Dot dot, List<Object> at, Object content) {
    places.put(dot, below(at, content));
  }

  private static List<Object> below(List<Object> at, Object step) {
    List<Object> below = new ArrayList<>(at);
    below.add(step);
    return below;
  }
}
