package dev.rejoin.crdt.bench;

import dev.rejoin.crdt.ORSet;
import dev.rejoin.crdt.ReplicaId;
import dev.rejoin.crdt.sync.Replica;
import dev.rejoin.crdt.sync.Version;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/**
 * A replica of a set of strings after ten times as many updates as it holds elements: adds until it
 * is full, then in turn a removal of one of them, drawn at random, and an add of a new one. Always
 * the same.
 */
final class LongHistory {

  static final int LIVE = 100_000;

  private static final int UPDATES_EACH = 10;

  private static final Clock NOON =
      Clock.fixed(Instant.parse("2026-01-01T12:00:00Z"), ZoneOffset.UTC);

  private final Replica<ORSet<String>> replica = replica("node0");
  private final Random random = new Random(1);
  private final int size;
  private final List<String> live = new ArrayList<>();
  private final Map<Integer, Version> behind = new TreeMap<>();
  private final Map<Integer, ORSet<String>> statesBehind = new TreeMap<>();

  /** Makes all updates, and keeps what peers have that are so many of them behind. */
  LongHistory(int size, Set<Integer> peers) {
    this.size = size;
    int updates = UPDATES_EACH * size;
    for (int left = updates; left > 0; left--) {
      keep(peers, left);
      edit(updates - left);
    }
  }

  static Replica<ORSet<String>> replica(String name) {
    return Replica.of(ReplicaId.of(name), ORSet.empty(), NOON, new Random(2));
  }

  private void keep(Set<Integer> peers, int left) {
    if (peers.contains(left)) {
      behind.put(left, replica.version());
      statesBehind.put(left, replica.state());
    }
  }

  private void edit(int number) {
    if (live.size() < size) {
      String added = "k" + number;
      live.add(added);
      replica.update((set, me) -> set.add(me, added));
      return;
    }
    int at = random.nextInt(live.size());
    String removed = live.get(at);
    live.set(at, live.get(live.size() - 1));
    live.remove(live.size() - 1);
    replica.update((set, me) -> set.remove(removed));
  }

  Replica<ORSet<String>> replica() {
    return replica;
  }

  /** Returns the elements that are in the set, in an order that says nothing. */
  List<String> live() {
    return live;
  }

  Version versionBehind(int updates) {
    return behind.get(updates);
  }

  ORSet<String> stateBehind(int updates) {
    return statesBehind.get(updates);
  }
}
