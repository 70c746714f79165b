package dev.rejoin.crdt.bench;

import dev.rejoin.crdt.Author;
import dev.rejoin.crdt.ORSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.pekko.cluster.ddata.SelfUniqueAddress;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** One set is edited and asked, each time with another of a thousand elements. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class SetEdit {

  private static final int MANY = 1024;

  /** How large the set is, and the elements that are taken in turn. */
  @State(Scope.Benchmark)
  public static class Shape {

    @Param("100000")
    int size;

    private final String[] added = Work.strings("n", MANY).toArray(new String[0]);
    private final String[] present = new String[MANY];
    private int next;

    @Setup
    public void build() {
      for (int i = 0; i < MANY; i++) {
        present[i] = "k" + (int) ((long) i * size / MANY);
      }
    }

    private String absentOne() {
      return added[turn()];
    }

    private String presentOne() {
      return present[turn()];
    }

    private int turn() {
      next = (next + 1) & (MANY - 1);
      return next;
    }

    private Set<String> base() {
      return new HashSet<>(Work.strings("k", size));
    }

    private <S> S set(Sets<S> sets) {
      S set = sets.of(0, Work.strings("k", size));
      String there = presentOne();
      Set<String> expected = base();
      expected.add("n0");
      sets.require(sets.add(set, 1, List.of("n0")), expected);
      expected = base();
      expected.remove(there);
      sets.require(sets.remove(set, 1, List.of(there)), expected);
      if (!sets.contains(set, there) || sets.contains(set, "n0")) {
        throw new IllegalStateException("the set must contain " + there + " and not n0");
      }
      return set;
    }
  }

  /** A set of the core. */
  @State(Scope.Benchmark)
  public static class Rejoin {
    private final Author author = Work.author(1);
    private ORSet<String> set;

    @Setup
    public void build(Shape shape) {
      set = shape.set(Sets.REJOIN);
      Work.settle();
    }
  }

  /** A set of Pekko. */
  @State(Scope.Benchmark)
  public static class Pekko {
    private final SelfUniqueAddress node = dev.rejoin.crdt.bench.Pekko.node(1);
    private org.apache.pekko.cluster.ddata.ORSet<String> set;

    @Setup
    public void build(Shape shape) {
      set = shape.set(Sets.PEKKO);
      Work.settle();
    }
  }

  @Benchmark
  public ORSet<String> addRejoin(Shape shape, Rejoin rejoin) {
    return rejoin.set.add(rejoin.author, shape.absentOne());
  }

  @Benchmark
  public org.apache.pekko.cluster.ddata.ORSet<String> addPekko(Shape shape, Pekko pekko) {
    return pekko.set.add(pekko.node, shape.absentOne());
  }

  @Benchmark
  public ORSet<String> removeRejoin(Shape shape, Rejoin rejoin) {
    return rejoin.set.remove(shape.presentOne());
  }

  @Benchmark
  public org.apache.pekko.cluster.ddata.ORSet<String> removePekko(Shape shape, Pekko pekko) {
    return pekko.set.remove(pekko.node, shape.presentOne());
  }

  @Benchmark
  public boolean containsRejoin(Shape shape, Rejoin rejoin) {
    return rejoin.set.contains(shape.presentOne());
  }

  @Benchmark
  public boolean containsPekko(Shape shape, Pekko pekko) {
    return pekko.set.contains(shape.presentOne());
  }
}
