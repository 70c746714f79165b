package dev.rejoin.crdt.bench;

import dev.rejoin.crdt.ORSet;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/** What a set of strings is made and read with, the same for every library. */
interface Sets<S> {

  Sets<ORSet<String>> REJOIN = new Rejoin();
  Sets<org.apache.pekko.cluster.ddata.ORSet<String>> PEKKO = new PekkoSets();
  Sets<Naive> VAVR = new VavrSets();

  S empty();

  /** Returns {@code set} with those elements, added one by one at the replica of that number. */
  S add(S set, int replica, Collection<String> elements);

  /** Returns {@code set} without those elements, removed one by one at that replica. */
  S remove(S set, int replica, Collection<String> elements);

  boolean contains(S set, String element);

  /** Returns the elements as a copy. */
  Set<String> elements(S set);

  /** Returns {@code set} as its library keeps it between two edits. */
  S kept(S set);

  default S of(int replica, Collection<String> elements) {
    return kept(add(empty(), replica, elements));
  }

  /**
   * Fails unless {@code set} holds exactly those elements.
   *
   * @throws IllegalStateException if it does not
   */
  default void require(S set, Set<String> expected) {
    Set<String> actual = elements(set);
    if (!actual.equals(expected)) {
      throw new IllegalStateException(
          "%s must hold the %d elements expected, but holds %d"
              .formatted(set.getClass().getName(), expected.size(), actual.size()));
    }
  }

  /** The core's set. */
  final class Rejoin implements Sets<ORSet<String>> {

    @Override
    public ORSet<String> empty() {
      return ORSet.empty();
    }

    @Override
    public ORSet<String> add(ORSet<String> set, int replica, Collection<String> elements) {
      return set.addAll(Work.author(replica), elements);
    }

    @Override
    public ORSet<String> remove(ORSet<String> set, int replica, Collection<String> elements) {
      return set.removeAll(elements);
    }

    @Override
    public ORSet<String> kept(ORSet<String> set) {
      return set;
    }

    @Override
    public boolean contains(ORSet<String> set, String element) {
      return set.contains(element);
    }

    @Override
    public Set<String> elements(ORSet<String> set) {
      Set<String> elements = new HashSet<>();
      set.forEach(elements::add);
      return elements;
    }
  }

  /** Pekko's set. */
  final class PekkoSets implements Sets<org.apache.pekko.cluster.ddata.ORSet<String>> {

    @Override
    public org.apache.pekko.cluster.ddata.ORSet<String> empty() {
      return org.apache.pekko.cluster.ddata.ORSet.create();
    }

    @Override
    public org.apache.pekko.cluster.ddata.ORSet<String> add(
        org.apache.pekko.cluster.ddata.ORSet<String> set,
        int replica,
        Collection<String> elements) {
      var node = Pekko.node(replica);
      for (String element : elements) {
        set = set.add(node, element);
      }
      return set;
    }

    @Override
    public org.apache.pekko.cluster.ddata.ORSet<String> remove(
        org.apache.pekko.cluster.ddata.ORSet<String> set,
        int replica,
        Collection<String> elements) {
      var node = Pekko.node(replica);
      for (String element : elements) {
        set = set.remove(node, element);
      }
      return set;
    }

    /** Returns the set without the delta of its edits, which is sent after each of them. */
    @Override
    public org.apache.pekko.cluster.ddata.ORSet<String> kept(
        org.apache.pekko.cluster.ddata.ORSet<String> set) {
      return set.resetDelta();
    }

    @Override
    public boolean contains(org.apache.pekko.cluster.ddata.ORSet<String> set, String element) {
      return set.contains(element);
    }

    @Override
    public Set<String> elements(org.apache.pekko.cluster.ddata.ORSet<String> set) {
      return new HashSet<>(set.getElements());
    }
  }

  /** The textbook's set. */
  final class VavrSets implements Sets<Naive> {

    @Override
    public Naive empty() {
      return Naive.EMPTY;
    }

    @Override
    public Naive add(Naive set, int replica, Collection<String> elements) {
      var me = Work.author(replica).id();
      for (String element : elements) {
        set = set.add(me, element);
      }
      return set;
    }

    @Override
    public Naive remove(Naive set, int replica, Collection<String> elements) {
      return new Naive(set.live().removeAll(elements), set.seen());
    }

    @Override
    public Naive kept(Naive set) {
      return set;
    }

    @Override
    public boolean contains(Naive set, String element) {
      return set.live().containsKey(element);
    }

    @Override
    public Set<String> elements(Naive set) {
      return set.live().keySet().toJavaSet();
    }
  }
}
