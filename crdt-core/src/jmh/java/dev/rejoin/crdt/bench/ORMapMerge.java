package dev.rejoin.crdt.bench;

import dev.rejoin.crdt.ORMap;
import dev.rejoin.crdt.ORSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * Two maps of sets are merged. Pekko's keeps a set of the keys beside the values, and each value
 * has a version vector of its own: an update makes two dots where the core's makes one, and a
 * remove of a key takes the value with it, and not what it has seen of it.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ORMapMerge {

  /** What the two sides have in common. */
  public enum Kind {
    /** Two forks of one map, in each of which 5 keys were updated, not the same ones. */
    FORKS,
    /** Equal maps that were built separately. */
    EQUAL_APART,
    /** Equal maps that were built separately, then a tenth added on each side. */
    TENTH_APART
  }

  @Param({"1000", "100000"})
  int size;

  @Param Kind kind;

  private ORMap<String, ORSet<String>> a;
  private ORMap<String, ORSet<String>> b;
  private org.apache.pekko.cluster.ddata.ORMap<String, org.apache.pekko.cluster.ddata.ORSet<String>>
      pekkoA;
  private org.apache.pekko.cluster.ddata.ORMap<String, org.apache.pekko.cluster.ddata.ORSet<String>>
      pekkoB;

  @Setup(Level.Trial)
  public void build() {
    a = updated(ORMap.empty(), 0, Work.strings("k", size), "v");
    pekkoA =
        updated(org.apache.pekko.cluster.ddata.ORMap.create(), 0, Work.strings("k", size), "v");
    b = a;
    pekkoB = pekkoA;
    if (kind != Kind.FORKS) {
      List<String> same = Work.strings("k", size);
      b = updated(ORMap.empty(), 0, same, "v");
      pekkoB = updated(org.apache.pekko.cluster.ddata.ORMap.create(), 0, same, "v");
    }
    a = updated(a, 1, mine(), "w");
    pekkoA = updated(pekkoA, 1, mine(), "w");
    b = updated(b, 2, theirs(), "w");
    pekkoB = updated(pekkoB, 2, theirs(), "w");
    requireSame(rejoin(), pekko());
    Work.settle();
  }

  private List<String> mine() {
    return switch (kind) {
      case FORKS -> List.of("k0", "k100", "k200", "k300", "k400");
      case EQUAL_APART -> List.of();
      case TENTH_APART -> Work.strings("a", size / 10);
    };
  }

  private List<String> theirs() {
    return switch (kind) {
      case FORKS -> List.of("k500", "k600", "k700", "k800", "k900");
      case EQUAL_APART -> List.of();
      case TENTH_APART -> Work.strings("b", size / 10);
    };
  }

  static ORMap<String, ORSet<String>> updated(
      ORMap<String, ORSet<String>> map, int replica, Iterable<String> keys, String added) {
    var author = Work.author(replica);
    ORMap<String, ORSet<String>> more = map;
    for (String key : keys) {
      more = more.update(author, key, ORSet.empty(), (set, me) -> set.add(me, added));
    }
    return more;
  }

  /** Returns the map as Pekko keeps it: without the delta, which is sent after each update. */
  static org.apache.pekko.cluster.ddata.ORMap<String, org.apache.pekko.cluster.ddata.ORSet<String>>
      updated(
          org.apache.pekko.cluster.ddata.ORMap<
                  String, org.apache.pekko.cluster.ddata.ORSet<String>>
              map,
          int replica,
          Iterable<String> keys,
          String added) {
    var node = Pekko.node(replica);
    var more = map;
    for (String key : keys) {
      more =
          more.update(
                  node,
                  key,
                  org.apache.pekko.cluster.ddata.ORSet.create(),
                  set -> set.add(node, added))
              .resetDelta();
    }
    return more;
  }

  /**
   * Fails unless both sides came to the same.
   *
   * @throws IllegalStateException if they did not
   */
  static void requireSame(
      ORMap<String, ORSet<String>> ours,
      org.apache.pekko.cluster.ddata.ORMap<String, org.apache.pekko.cluster.ddata.ORSet<String>>
          theirs) {
    Map<String, Set<String>> expected = new HashMap<>();
    theirs.getEntries().forEach((key, set) -> expected.put(key, set.getElements()));
    Map<String, Set<String>> actual = new HashMap<>();
    ours.forEachLive((key, set) -> actual.put(key, set.elements().toJavaSet()));
    if (!actual.equals(expected)) {
      throw new IllegalStateException(
          "both must hold the same sets, but hold %d and %d"
              .formatted(actual.size(), expected.size()));
    }
  }

  @Benchmark
  public ORMap<String, ORSet<String>> rejoin() {
    return a.merge(b);
  }

  @Benchmark
  public org.apache.pekko.cluster.ddata.ORMap<String, org.apache.pekko.cluster.ddata.ORSet<String>>
      pekko() {
    return pekkoA.merge(pekkoB);
  }
}
