package dev.rejoin.crdt.sync;

import dev.rejoin.crdt.Crdt;
import dev.rejoin.crdt.ORSet;
import dev.rejoin.crdt.ReplicaId;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Replicas whose clocks stand still and whose chance has a seed. */
final class Devices {

  static final Clock NOON = Clock.fixed(Instant.parse("2026-05-04T12:00:00Z"), ZoneOffset.UTC);

  private Devices() {}

  static Replica<ORSet<String>> device(String name) {
    return device(name, name.hashCode());
  }

  static Replica<ORSet<String>> device(String name, long seed) {
    return Replica.of(ReplicaId.of(name), ORSet.empty(), NOON, new Random(seed));
  }

  static <S extends Crdt<S>> Replica<S> open(Store<S> store, S initial) {
    return Replica.open(store, initial, NOON, new Random(7));
  }

  static void add(Replica<ORSet<String>> replica, String element) {
    replica.update((set, me) -> set.add(me, element));
  }

  /** Lets {@code to} ask {@code from} for what it lacks. */
  static <S extends Crdt<S>> Outcome sync(Replica<S> from, Replica<S> to) {
    return to.merge(from.changesSince(to.version()));
  }

  /** Returns the version of entries such as {@code "A", 3, 17}: three updates of A, the tag 17. */
  static Version version(Object... entries) {
    Map<ReplicaId, Version.Entry> map = new TreeMap<>();
    for (int i = 0; i < entries.length; i += 3) {
      map.put(
          ReplicaId.of((String) entries[i]),
          new Version.Entry((int) entries[i + 1], (int) entries[i + 2]));
    }
    return Version.of(map);
  }
}
