package dev.rejoin.crdt.bench;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.apache.pekko.actor.Address;
import org.apache.pekko.cluster.UniqueAddress;
import org.apache.pekko.cluster.ddata.ORSet;
import org.apache.pekko.cluster.ddata.SelfUniqueAddress;

/** What Pekko distributed-data needs to do the same work. */
final class Pekko {

  private Pekko() {}

  /** Returns the node of that number; equal ones are different objects. */
  static SelfUniqueAddress node(int number) {
    return new SelfUniqueAddress(address(number));
  }

  static UniqueAddress address(int number) {
    return new UniqueAddress(new Address("pekko", "bench", "node" + number, 7000), number + 1L);
  }

  static ORSet<String> set(int number, Collection<String> elements) {
    return add(ORSet.create(), number, elements);
  }

  static ORSet<String> add(ORSet<String> set, int number, Collection<String> elements) {
    SelfUniqueAddress node = node(number);
    ORSet<String> more = set;
    for (String element : elements) {
      more = more.add(node, element);
    }
    return more;
  }

  static Set<String> elements(ORSet<String> set) {
    return new HashSet<>(set.getElements());
  }
}
