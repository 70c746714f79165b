package dev.rejoin.crdt.bench;

import dev.rejoin.crdt.ORSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.pekko.cluster.ddata.ORSet.DeltaOp;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** What a peer lacks is found, and merged on its side. */
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

  /** How large the set is and what was changed. */
  @State(Scope.Benchmark)
  public static class Shape {

    @Param("100000")
    int size;

    @Param("10")
    int changes;

    @Param Change change;

    private List<String> base() {
      return Work.strings("k", size);
    }

    private List<String> changed() {
      int first = (size - Math.min(size, changes)) / 2;
      return change == Change.ADDED
          ? Work.strings("n", changes)
          : Work.strings("k", size).subList(first, first + changes);
    }

    private <S> S changed(Sets<S> sets, S base) {
      return change == Change.REMOVED
          ? sets.remove(base, 1, changed())
          : sets.add(base, 1, changed());
    }

    private Set<String> expected() {
      Set<String> expected = new HashSet<>(base());
      if (change == Change.REMOVED) {
        changed().forEach(expected::remove);
      } else {
        expected.addAll(changed());
      }
      return expected;
    }
  }

  /** A set of the core, and what it lacks. */
  @State(Scope.Benchmark)
  public static class Rejoin {
    private ORSet<String> base;
    private ORSet<String> now;
    private ORSet<String> delta;

    @Setup
    public void build(Shape shape) {
      base = Sets.REJOIN.of(0, shape.base());
      now = shape.changed(Sets.REJOIN, base);
      delta = now.deltaSince(base);
      Set<String> expected = shape.expected();
      Sets.REJOIN.require(now, expected);
      Sets.REJOIN.require(base.merge(delta), expected);
      Work.settle();
    }
  }

  /** A set of Pekko, and what it lacks. */
  @State(Scope.Benchmark)
  public static class Pekko {
    private org.apache.pekko.cluster.ddata.ORSet<String> base;
    private DeltaOp delta;

    @Setup
    public void build(Shape shape) {
      base = Sets.PEKKO.of(0, shape.base());
      var now = shape.changed(Sets.PEKKO, base);
      delta = (DeltaOp) now.delta().get();
      Set<String> expected = shape.expected();
      Sets.PEKKO.require(now, expected);
      Sets.PEKKO.require(base.mergeDelta(delta), expected);
      Work.settle();
    }
  }

  @Benchmark
  public ORSet<String> deltaSinceRejoin(Rejoin sets) {
    return sets.now.deltaSince(sets.base);
  }

  @Benchmark
  public ORSet<String> mergeRejoin(Rejoin sets) {
    return sets.base.merge(sets.delta);
  }

  @Benchmark
  public org.apache.pekko.cluster.ddata.ORSet<String> mergePekko(Pekko sets) {
    return sets.base.mergeDelta(sets.delta);
  }
}
