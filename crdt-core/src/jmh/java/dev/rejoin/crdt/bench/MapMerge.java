package dev.rejoin.crdt.bench;

import dev.rejoin.crdt.LWWMap;
import java.util.List;
import java.util.Map;
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

/** Two maps in which the last writer wins are merged. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class MapMerge {

  /** What the two sides have in common. */
  public enum Kind {
    /** Two forks of one map, with 5 puts each, all of new keys. */
    FORKS,
    /** Maps of the same keys that were put separately, by another replica each. */
    APART
  }

  @Param({"1000", "100000"})
  int size;

  @Param Kind kind;

  private LWWMap<String, String> a;
  private LWWMap<String, String> b;
  private org.apache.pekko.cluster.ddata.LWWMap<String, String> pekkoA;
  private org.apache.pekko.cluster.ddata.LWWMap<String, String> pekkoB;

  @Setup(Level.Trial)
  public void build() {
    List<String> keys = Work.strings("k", size);
    a = put(LWWMap.empty(), 0, keys);
    pekkoA = put(org.apache.pekko.cluster.ddata.LWWMap.create(), 0, keys);
    switch (kind) {
      case FORKS -> {
        b = put(a, 2, Work.strings("b", 5));
        pekkoB = put(pekkoA, 2, Work.strings("b", 5));
        a = put(a, 1, Work.strings("a", 5));
        pekkoA = put(pekkoA, 1, Work.strings("a", 5));
      }
      case APART -> {
        List<String> same = Work.strings("k", size);
        b = put(LWWMap.empty(), 1, same);
        pekkoB = put(org.apache.pekko.cluster.ddata.LWWMap.create(), 1, same);
      }
      default -> throw new IllegalStateException("no such kind: " + kind);
    }
    requireSame(rejoin(), pekko());
    Work.settle();
  }

  static LWWMap<String, String> put(
      LWWMap<String, String> map, int replica, Iterable<String> keys) {
    var author = Work.author(replica);
    LWWMap<String, String> more = map;
    for (String key : keys) {
      more = more.put(author, key, "v" + key);
    }
    return more;
  }

  /** Returns the map as Pekko keeps it: without the delta, which is sent after each edit. */
  static org.apache.pekko.cluster.ddata.LWWMap<String, String> put(
      org.apache.pekko.cluster.ddata.LWWMap<String, String> map,
      int replica,
      Iterable<String> keys) {
    var node = Pekko.node(replica);
    org.apache.pekko.cluster.ddata.LWWMap<String, String> more = map;
    for (String key : keys) {
      more = more.put(node, key, "v" + key).resetDelta();
    }
    return more;
  }

  /**
   * Fails unless both sides came to the same.
   *
   * @throws IllegalStateException if they did not
   */
  static void requireSame(
      LWWMap<String, String> ours, org.apache.pekko.cluster.ddata.LWWMap<String, String> theirs) {
    Map<String, String> expected = theirs.getEntries();
    Map<String, String> actual = ours.toMap().toJavaMap();
    if (!actual.equals(expected)) {
      throw new IllegalStateException(
          "both must hold the same entries, but hold %d and %d"
              .formatted(actual.size(), expected.size()));
    }
  }

  @Benchmark
  public LWWMap<String, String> rejoin() {
    return a.merge(b);
  }

  @Benchmark
  public org.apache.pekko.cluster.ddata.LWWMap<String, String> pekko() {
    return pekkoA.merge(pekkoB);
  }
}
