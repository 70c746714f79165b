package dev.rejoin.crdt.bench;

import dev.rejoin.crdt.Author;
import dev.rejoin.crdt.LWWMap;
import java.util.List;
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

/** One map in which the last writer wins is edited and asked, each time for another key. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class MapEdit {

  private static final int MANY = 1024;

  @Param({"1000", "100000"})
  int size;

  private final Author author = Work.author(1);
  private final SelfUniqueAddress node = Pekko.node(1);
  private String[] added;
  private String[] present;
  private LWWMap<String, String> map;
  private org.apache.pekko.cluster.ddata.LWWMap<String, String> pekko;
  private int next;

  @Setup(Level.Trial)
  public void build() {
    List<String> keys = Work.strings("k", size);
    map = MapMerge.put(LWWMap.empty(), 0, keys);
    pekko = MapMerge.put(org.apache.pekko.cluster.ddata.LWWMap.create(), 0, keys);
    added = Work.strings("n", MANY).toArray(new String[0]);
    present = new String[MANY];
    for (int i = 0; i < MANY; i++) {
      present[i] = "k" + (int) ((long) i * size / MANY);
    }
    MapMerge.requireSame(putRejoin(), pekko.put(node, added[next - 1], "value"));
    MapMerge.requireSame(replaceRejoin(), pekko.put(node, present[next - 1], "value"));
    if (getRejoin().isEmpty() || getPekko().isEmpty()) {
      throw new IllegalStateException("both must hold " + present[next - 1]);
    }
    Work.settle();
  }

  private String one(String[] strings) {
    String one = strings[next & (MANY - 1)];
    next = (next & (MANY - 1)) + 1;
    return one;
  }

  @Benchmark
  public LWWMap<String, String> putRejoin() {
    return map.put(author, one(added), "value");
  }

  @Benchmark
  public org.apache.pekko.cluster.ddata.LWWMap<String, String> putPekko() {
    return pekko.put(node, one(added), "value");
  }

  @Benchmark
  public LWWMap<String, String> replaceRejoin() {
    return map.put(author, one(present), "value");
  }

  @Benchmark
  public org.apache.pekko.cluster.ddata.LWWMap<String, String> replacePekko() {
    return pekko.put(node, one(present), "value");
  }

  @Benchmark
  public io.vavr.control.Option<String> getRejoin() {
    return map.get(one(present));
  }

  @Benchmark
  public scala.Option<String> getPekko() {
    return pekko.get(one(present));
  }
}
