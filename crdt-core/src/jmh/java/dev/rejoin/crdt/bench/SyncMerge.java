package dev.rejoin.crdt.bench;

import dev.rejoin.crdt.ORSet;
import dev.rejoin.crdt.sync.Changes;
import dev.rejoin.crdt.sync.Outcome;
import dev.rejoin.crdt.sync.Replica;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * A thousand changes of one new element each are merged one after the other into a set: by a
 * replica that has begun with the snapshot of another one, and without one.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class SyncMerge {

  static final int CHANGES = 1_000;

  private final List<Changes<ORSet<String>>> changes = new ArrayList<>(CHANGES);
  private Changes<ORSet<String>> snapshot;

  @Setup
  public void build() {
    Replica<ORSet<String>> sender = LongHistory.replica("node0");
    List<String> elements = Work.strings("k", LongHistory.LIVE);
    sender.update((set, me) -> set.addAll(me, elements));
    snapshot = sender.snapshot();
    for (String added : Work.strings("n", CHANGES)) {
      var before = sender.version();
      sender.update((set, me) -> set.add(me, added));
      changes.add(sender.changesSince(before));
    }
    require(mergeRejoin().state(), sender.state());
    require(mergeDeltaRejoin(), sender.state());
    Work.settle();
  }

  private static void require(ORSet<String> merged, ORSet<String> sent) {
    if (!merged.equals(sent)) {
      throw new IllegalStateException("who has merged all changes must have the sender's set");
    }
  }

  @Benchmark
  @OperationsPerInvocation(CHANGES)
  public Replica<ORSet<String>> mergeRejoin() {
    Replica<ORSet<String>> receiver = LongHistory.replica("node1");
    receiver.merge(snapshot);
    for (Changes<ORSet<String>> one : changes) {
      if (receiver.merge(one) != Outcome.APPLIED) {
        throw new IllegalStateException("changes must be merged");
      }
    }
    return receiver;
  }

  @Benchmark
  @OperationsPerInvocation(CHANGES)
  public ORSet<String> mergeDeltaRejoin() {
    ORSet<String> set = snapshot.delta();
    for (Changes<ORSet<String>> one : changes) {
      set = set.merge(one.delta());
    }
    return set;
  }
}
