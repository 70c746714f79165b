package dev.rejoin.crdt.bench;

import dev.rejoin.crdt.Author;
import dev.rejoin.crdt.ORSet;
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

/** One set is edited and asked, each time with another of a thousand elements. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class SetEdit {

  private static final int MANY = 1024;

  @Param({"10", "1000", "100000"})
  int size;

  private final Author author = Work.author(1);
  private final SelfUniqueAddress node = Pekko.node(1);
  private String[] added;
  private String[] present;
  private ORSet<String> set;
  private org.apache.pekko.cluster.ddata.ORSet<String> pekko;
  private int next;

  @Setup(Level.Trial)
  public void build() {
    List<String> elements = Work.strings("k", size);
    set = Work.set(0, elements);
    pekko = Pekko.set(0, elements);
    added = Work.strings("n", MANY).toArray(new String[0]);
    present = new String[MANY];
    for (int i = 0; i < MANY; i++) {
      present[i] = "k" + (int) ((long) i * size / MANY);
    }
    Work.requireSame(addRejoin(), pekko.add(node, added[next - 1]));
    Work.requireSame(removeRejoin(), pekko.remove(node, present[next - 1]));
    Work.settle();
  }

  private String one(String[] strings) {
    String one = strings[next & (MANY - 1)];
    next = (next & (MANY - 1)) + 1;
    return one;
  }

  @Benchmark
  public ORSet<String> addRejoin() {
    return set.add(author, one(added));
  }

  @Benchmark
  public org.apache.pekko.cluster.ddata.ORSet<String> addPekko() {
    return pekko.add(node, one(added));
  }

  @Benchmark
  public ORSet<String> removeRejoin() {
    return set.remove(one(present));
  }

  @Benchmark
  public org.apache.pekko.cluster.ddata.ORSet<String> removePekko() {
    return pekko.remove(node, one(present));
  }

  @Benchmark
  public boolean containsRejoin() {
    return set.contains(one(present));
  }

  @Benchmark
  public boolean containsPekko() {
    return pekko.contains(one(present));
  }
}
