package dev.rejoin.crdt.bench;

import dev.rejoin.crdt.ORSet;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.pekko.cluster.ddata.ReplicatedDelta;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** What a peer lacks is found, and merged on its side. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class SetDelta {

  /** What was changed since. */
  public enum Change {
    /** New elements were added. */
    ADDED,
    /** Elements were removed. */
    REMOVED,
    /** Elements were added once more, which replaces their dots. */
    REPLACED
  }

  @Param("100000")
  int size;

  @Param("10")
  int changes;

  @Param Change change;

  private ORSet<String> now;
  private ORSet<String> base;
  private ORSet<String> delta;
  private org.apache.pekko.cluster.ddata.ORSet<String> pekkoBase;
  private ReplicatedDelta pekkoDelta;

  @Setup(Level.Trial)
  public void build() {
    List<String> elements = Work.strings("k", size);
    base = Work.set(0, elements);
    pekkoBase = Pekko.set(0, elements).resetDelta();
    List<String> changed =
        change == Change.ADDED
            ? Work.strings("n", changes)
            : Work.strings("k", size).subList(size / 2, size / 2 + changes);
    org.apache.pekko.cluster.ddata.ORSet<String> pekkoNow = pekkoBase;
    if (change == Change.REMOVED) {
      now = base.removeAll(changed);
      for (String element : changed) {
        pekkoNow = pekkoNow.remove(Pekko.node(1), element);
      }
    } else {
      now = base.addAll(Work.author(1), changed);
      pekkoNow = Pekko.add(pekkoNow, 1, changed);
    }
    delta = now.deltaSince(base);
    pekkoDelta = pekkoNow.delta().get();
    Work.requireSame(mergeRejoin(), mergePekko());
    Work.requireSame(now, mergePekko());
    Work.settle();
  }

  @Benchmark
  public ORSet<String> deltaSinceRejoin() {
    return now.deltaSince(base);
  }

  @Benchmark
  public ORSet<String> mergeRejoin() {
    return base.merge(delta);
  }

  @Benchmark
  public org.apache.pekko.cluster.ddata.ORSet<String> mergePekko() {
    return pekkoBase.mergeDelta((org.apache.pekko.cluster.ddata.ORSet.DeltaOp) pekkoDelta);
  }
}
