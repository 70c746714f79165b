package dev.rejoin.crdt.bench;

import dev.rejoin.crdt.ORSet;
import java.util.List;
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

/** Two sets are merged that have more or less in common. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class SetMerge {

  /** What the two sides have in common. */
  public enum Kind {
    /** Two forks of one set, with 5 adds each. */
    FORKS,
    /** Equal sets that were built separately. */
    EQUAL_APART,
    /** Equal sets that were built separately, then a tenth added on each side. */
    TENTH_APART,
    /** Sets that have no element in common. */
    DISJOINT
  }

  @Param("100000")
  int size;

  @Param Kind kind;

  private ORSet<String> a;
  private ORSet<String> b;
  private org.apache.pekko.cluster.ddata.ORSet<String> pekkoA;
  private org.apache.pekko.cluster.ddata.ORSet<String> pekkoB;

  @Setup(Level.Trial)
  public void build() {
    List<String> base = Work.strings("k", size);
    a = Work.set(0, base);
    pekkoA = Pekko.set(0, base);
    switch (kind) {
      case FORKS -> {
        b = a;
        pekkoB = pekkoA;
        more(5);
      }
      case EQUAL_APART -> apart();
      case TENTH_APART -> {
        apart();
        more(size / 10);
      }
      case DISJOINT -> {
        List<String> others = Work.strings("d", size);
        b = Work.set(1, others);
        pekkoB = Pekko.set(1, others);
      }
      default -> throw new IllegalStateException("no such kind: " + kind);
    }
    Work.requireSame(rejoin(), pekko());
    Work.settle();
  }

  private void apart() {
    List<String> same = Work.strings("k", size);
    b = Work.set(0, same);
    pekkoB = Pekko.set(0, same);
  }

  private void more(int count) {
    List<String> mine = Work.strings("a", count);
    List<String> theirs = Work.strings("b", count);
    a = a.addAll(Work.author(1), mine);
    b = b.addAll(Work.author(2), theirs);
    pekkoA = Pekko.add(pekkoA, 1, mine);
    pekkoB = Pekko.add(pekkoB, 2, theirs);
  }

  @Benchmark
  public ORSet<String> rejoin() {
    return a.merge(b);
  }

  @Benchmark
  public org.apache.pekko.cluster.ddata.ORSet<String> pekko() {
    return pekkoA.merge(pekkoB);
  }
}
