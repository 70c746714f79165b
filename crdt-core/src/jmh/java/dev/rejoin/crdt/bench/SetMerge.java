package dev.rejoin.crdt.bench;

import dev.rejoin.crdt.ORSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BinaryOperator;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Two sets are merged that have more or less in common. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class SetMerge {

  /** What the two sides have in common. */
  public enum Kind {
    /** Two forks of one set; half of the changes, all of them adds, were made on each side. */
    FORKS,
    /** Equal sets that were built separately. */
    EQUAL_APART,
    /** Equal sets that were built separately, then a tenth added on each side. */
    TENTH_APART,
    /** Sets that have no element in common. */
    DISJOINT
  }

  /** How large the sets are and how they differ. */
  @State(Scope.Benchmark)
  public static class Shape {

    @Param("100000")
    int size;

    @Param("10")
    int changes;

    @Param Kind kind;

    private List<String> base() {
      return Work.strings("k", size);
    }

    private List<String> others() {
      return Work.strings("d", size);
    }

    private List<String> mine() {
      return Work.strings("a", kind == Kind.FORKS ? (changes + 1) / 2 : tenth());
    }

    private List<String> theirs() {
      return Work.strings("b", kind == Kind.FORKS ? changes / 2 : tenth());
    }

    private int tenth() {
      return kind == Kind.TENTH_APART ? size / 10 : 0;
    }

    private Set<String> union() {
      Set<String> union = new HashSet<>(base());
      union.addAll(kind == Kind.DISJOINT ? others() : List.of());
      union.addAll(mine());
      union.addAll(theirs());
      return union;
    }

    private <S> Pair<S> pair(Sets<S> sets, BinaryOperator<S> merge) {
      S a = sets.of(0, base());
      S b =
          switch (kind) {
            case FORKS -> a;
            case EQUAL_APART, TENTH_APART -> sets.of(0, base());
            case DISJOINT -> sets.of(1, others());
          };
      Pair<S> pair =
          new Pair<>(sets.kept(sets.add(a, 1, mine())), sets.kept(sets.add(b, 2, theirs())));
      sets.require(merge.apply(pair.a, pair.b), union());
      return pair;
    }
  }

  private record Pair<S>(S a, S b) {}

  /** Two sets of the core. */
  @State(Scope.Benchmark)
  public static class Rejoin {
    private ORSet<String> a;
    private ORSet<String> b;

    @Setup
    public void build(Shape shape) {
      Pair<ORSet<String>> pair = shape.pair(Sets.REJOIN, ORSet::merge);
      a = pair.a;
      b = pair.b;
      Work.settle();
    }
  }

  /** Two sets of Pekko. */
  @State(Scope.Benchmark)
  public static class Pekko {
    private org.apache.pekko.cluster.ddata.ORSet<String> a;
    private org.apache.pekko.cluster.ddata.ORSet<String> b;

    @Setup
    public void build(Shape shape) {
      var pair = shape.pair(Sets.PEKKO, org.apache.pekko.cluster.ddata.ORSet::merge);
      a = pair.a;
      b = pair.b;
      Work.settle();
    }
  }

  /** Two sets on vavr's maps. */
  @State(Scope.Benchmark)
  public static class Vavr {
    private Naive a;
    private Naive b;

    @Setup
    public void build(Shape shape) {
      Pair<Naive> pair = shape.pair(Sets.VAVR, Naive::merge);
      a = pair.a;
      b = pair.b;
      Work.settle();
    }
  }

  @Benchmark
  public ORSet<String> rejoin(Rejoin sets) {
    return sets.a.merge(sets.b);
  }

  @Benchmark
  public org.apache.pekko.cluster.ddata.ORSet<String> pekko(Pekko sets) {
    return sets.a.merge(sets.b);
  }

  @Benchmark
  public Naive vavr(Vavr sets) {
    return sets.a.merge(sets.b);
  }
}
