package dev.rejoin.crdt.bench;

import dev.rejoin.crdt.CausalOrder;
import dev.rejoin.crdt.GCounter;
import dev.rejoin.crdt.ReplicaId;
import dev.rejoin.crdt.VersionVector;
import io.vavr.collection.HashMap;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * Version vectors and counters of several replicas, in every second of which each side is ahead; the
 * ids are not shared. What is compared is a vector with one that includes it, so that all of both is
 * read: that two are concurrent shows at once.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class Counts {

  private static final int LATER = 2;

  @Param({"3", "16", "128"})
  int replicas;

  private VersionVector vectorA;
  private VersionVector vectorB;
  private VersionVector vectorAfterA;
  private HashMap<ReplicaId, Long> vavrA;
  private HashMap<ReplicaId, Long> vavrB;
  private GCounter counterA;
  private GCounter counterB;
  private org.apache.pekko.cluster.ddata.VersionVector pekkoVectorA;
  private org.apache.pekko.cluster.ddata.VersionVector pekkoVectorB;
  private org.apache.pekko.cluster.ddata.VersionVector pekkoVectorAfterA;
  private org.apache.pekko.cluster.ddata.GCounter pekkoCounterA;
  private org.apache.pekko.cluster.ddata.GCounter pekkoCounterB;

  @Setup
  public void build() {
    vectorA = VersionVector.of(counts(0));
    vectorB = VersionVector.of(counts(1));
    vectorAfterA = VersionVector.of(counts(LATER));
    vavrA = HashMap.ofAll(counts(0));
    vavrB = HashMap.ofAll(counts(1));
    counterA = GCounter.of(counts(0));
    counterB = GCounter.of(counts(1));
    buildPekkoVectors();
    pekkoCounterA = pekkoCounter(0);
    pekkoCounterB = pekkoCounter(1);
    require(mergeCounterRejoin().value() == pekkoValue(), "value of counters");
    require(mergeVectorRejoin().size() == mergeVectorPekko().size(), "size of vectors");
    require(
        mergeVectorRejoin().equals(VersionVector.of(mergeVectorVavr().toJavaMap())), "merged vector");
    require(compareVectorRejoin() == CausalOrder.BEFORE, "order of vectors");
    require(pekkoVectorA.$less(pekkoVectorAfterA), "order of vectors");
    Work.settle();
  }

  private long pekkoValue() {
    BigInteger value = mergeCounterPekko().getValue();
    return value.longValueExact();
  }

  private static void require(boolean condition, String what) {
    if (!condition) {
      throw new IllegalStateException(what + " must be the same on both sides");
    }
  }

  /** Every second count of sides 0 and 1 is ahead of the other side's; all of a later one are. */
  private static long count(int replica, int side) {
    return side == LATER ? 4 : 2 + (replica + side) % 2;
  }

  private Map<ReplicaId, Long> counts(int side) {
    Map<ReplicaId, Long> counts = new LinkedHashMap<>();
    for (int i = 0; i < replicas; i++) {
      counts.put(ReplicaId.of("node" + i), count(i, side));
    }
    return counts;
  }

  /** Pekko takes each version from one count for all: the later increment is ahead. */
  private void buildPekkoVectors() {
    pekkoVectorA = org.apache.pekko.cluster.ddata.VersionVector.empty();
    pekkoVectorB = org.apache.pekko.cluster.ddata.VersionVector.empty();
    pekkoVectorAfterA = org.apache.pekko.cluster.ddata.VersionVector.empty();
    for (int i = 0; i < replicas; i++) {
      if (count(i, 0) < count(i, 1)) {
        pekkoVectorA = pekkoVectorA.increment(Pekko.node(i));
        pekkoVectorB = pekkoVectorB.increment(Pekko.node(i));
      } else {
        pekkoVectorB = pekkoVectorB.increment(Pekko.node(i));
        pekkoVectorA = pekkoVectorA.increment(Pekko.node(i));
      }
      pekkoVectorAfterA = pekkoVectorAfterA.increment(Pekko.node(i));
    }
  }

  private org.apache.pekko.cluster.ddata.GCounter pekkoCounter(int side) {
    org.apache.pekko.cluster.ddata.GCounter counter =
        org.apache.pekko.cluster.ddata.GCounter.create();
    for (int i = 0; i < replicas; i++) {
      counter = counter.increment(Pekko.node(i), count(i, side));
    }
    return counter;
  }

  @Benchmark
  public VersionVector mergeVectorRejoin() {
    return vectorA.merge(vectorB);
  }

  @Benchmark
  public org.apache.pekko.cluster.ddata.VersionVector mergeVectorPekko() {
    return pekkoVectorA.merge(pekkoVectorB);
  }

  @Benchmark
  public HashMap<ReplicaId, Long> mergeVectorVavr() {
    return vavrA.merge(vavrB, Math::max);
  }

  @Benchmark
  public CausalOrder compareVectorRejoin() {
    return vectorA.compare(vectorAfterA);
  }

  @Benchmark
  public Object compareVectorPekko() {
    return pekkoVectorA.compareTo(pekkoVectorAfterA);
  }

  @Benchmark
  public GCounter mergeCounterRejoin() {
    return counterA.merge(counterB);
  }

  @Benchmark
  public org.apache.pekko.cluster.ddata.GCounter mergeCounterPekko() {
    return pekkoCounterA.merge(pekkoCounterB);
  }
}
