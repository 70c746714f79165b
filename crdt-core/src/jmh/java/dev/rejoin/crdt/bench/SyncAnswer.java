package dev.rejoin.crdt.bench;

import dev.rejoin.crdt.ORSet;
import dev.rejoin.crdt.sync.Changes;
import dev.rejoin.crdt.sync.Replica;
import dev.rejoin.crdt.sync.Version;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A replica after many updates answers a peer that lacks the last of them. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class SyncAnswer {

  @Param("1")
  int behind;

  private Replica<ORSet<String>> replica;
  private Version version;

  @Setup
  public void build() {
    LongHistory history = new LongHistory(LongHistory.LIVE, Set.of(behind));
    replica = history.replica();
    version = history.versionBehind(behind);
    ORSet<String> merged = history.stateBehind(behind).merge(changesSinceRejoin().delta());
    if (!merged.equals(replica.state())) {
      throw new IllegalStateException("the peer must have all once it has merged the answer");
    }
    Work.settle();
  }

  @Benchmark
  public Changes<ORSet<String>> changesSinceRejoin() {
    return replica.changesSince(version);
  }
}
