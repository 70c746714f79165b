package dev.rejoin.crdt.bench;

import org.apache.pekko.actor.Address;
import org.apache.pekko.cluster.UniqueAddress;
import org.apache.pekko.cluster.ddata.SelfUniqueAddress;

/** The nodes of Pekko distributed-data. */
final class Pekko {

  private Pekko() {}

  /** Returns the node of that number; equal ones are different objects. */
  static SelfUniqueAddress node(int number) {
    return new SelfUniqueAddress(
        new UniqueAddress(new Address("pekko", "bench", "node" + number, 7000), number + 1L));
  }
}
