package dev.rejoin.crdt.example;

import dev.rejoin.crdt.ORMap;
import dev.rejoin.crdt.ReplicaId;
import dev.rejoin.crdt.sync.Replica;
import java.time.Clock;
import java.util.Random;

/** Devices for tests. */
final class Devices {

  private Devices() {}

  /** Returns a device that keeps nothing, and whose name is the id of its replica. */
  static Device inMemory(String name, Clock clock) {
    return new Device(
        name,
        () ->
            Replica.of(
                ReplicaId.of(name), ORMap.<String, Item>empty(), clock, new Random(name.length())));
  }
}
