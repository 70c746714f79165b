package dev.rejoin.crdt.testkit;

import dev.rejoin.crdt.CausalContext;
import dev.rejoin.crdt.Dot;
import dev.rejoin.crdt.ORSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A set as it could be written: what it has seen, and which element each live dot added.
 *
 * @param <E> the type of the elements
 */
record SavedSet<E>(CausalContext context, Map<Dot, E> live) {

  static <E> SavedSet<E> of(ORSet<E> set) {
    Map<Dot, E> live = new HashMap<>();
    set.forEachLive((element, dots) -> dots.forEach(dot -> live.put(dot, element)));
    return new SavedSet<>(set.context(), live);
  }

  ORSet<E> read() {
    Map<E, List<Dot>> dots = new LinkedHashMap<>();
    live.forEach((dot, element) -> dots.computeIfAbsent(element, e -> new ArrayList<>()).add(dot));
    ORSet.Builder<E> builder = ORSet.builder(context);
    dots.forEach(builder::live);
    return builder.build();
  }
}
