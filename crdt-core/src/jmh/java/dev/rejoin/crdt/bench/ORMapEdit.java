package dev.rejoin.crdt.bench;

import dev.rejoin.crdt.Author;
import dev.rejoin.crdt.ORMap;
import dev.rejoin.crdt.ORSet;
import java.util.concurrent.TimeUnit;
import org.apache.pekko.cluster.ddata.SelfUniqueAddress;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** One map of sets is updated and asked, each time for another key. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ORMapEdit {

  private static final int MANY = 1024;

  @Param({"1000", "100000"})
  int size;

  private final Author author = Work.author(1);
  private final SelfUniqueAddress node = Pekko.node(1);
  private final String[] present = new String[MANY];
  private ORMap<String, ORSet<String>> map;
  private org.apache.pekko.cluster.ddata.ORMap<String, org.apache.pekko.cluster.ddata.ORSet<String>>
      pekko;
  private int next;

  @Setup(Level.Trial)
  public void build() {
    map = ORMapMerge.updated(ORMap.empty(), 0, Work.strings("k", size), "v");
    pekko =
        ORMapMerge.updated(
            org.apache.pekko.cluster.ddata.ORMap.create(), 0, Work.strings("k", size), "v");
    for (int i = 0; i < MANY; i++) {
      present[i] = "k" + (int) ((long) i * size / MANY);
    }
    ORMapMerge.requireSame(updateRejoin(), updated(present[next]));
    if (!getRejoin().get().contains("v") || !getPekko().get().contains("v")) {
      throw new IllegalStateException("both must hold v under " + present[next]);
    }
    Work.settle();
  }

  private String one() {
    next = (next + 1) & (MANY - 1);
    return present[next];
  }

  @Benchmark
  public ORMap<String, ORSet<String>> updateRejoin() {
    return map.update(author, one(), ORSet.empty(), (set, me) -> set.add(me, "w"));
  }

  @Benchmark
  public org.apache.pekko.cluster.ddata.ORMap<String, org.apache.pekko.cluster.ddata.ORSet<String>>
      updatePekko() {
    return updated(one());
  }

  private org.apache.pekko.cluster.ddata.ORMap<
          String, org.apache.pekko.cluster.ddata.ORSet<String>>
      updated(String key) {
    return pekko.update(
        node, key, org.apache.pekko.cluster.ddata.ORSet.create(), set -> set.add(node, "w"));
  }

  @Benchmark
  public io.vavr.control.Option<ORSet<String>> getRejoin() {
    return map.get(one());
  }

  @Benchmark
  public scala.Option<org.apache.pekko.cluster.ddata.ORSet<String>> getPekko() {
    return pekko.get(one());
  }
}
