package dev.rejoin.crdt.bench;

import dev.rejoin.crdt.Author;
import dev.rejoin.crdt.ORSet;
import dev.rejoin.crdt.sync.Replica;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * One element after the other is added once more to a set that is kept, and so stays as large as it
 * is: by a replica after many updates, and without one.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class SyncEdit {

  private final Author author = Work.author(0);
  private Replica<ORSet<String>> replica;
  private ORSet<String> set;
  private String[] elements;
  private int next;

  @Setup
  public void build() {
    LongHistory history = new LongHistory(LongHistory.LIVE, Set.of());
    replica = history.replica();
    set = replica.state();
    elements = history.live().toArray(new String[0]);
    if (!updateRejoin().equals(set.add(author, elements[next]))) {
      throw new IllegalStateException("both must come to the same set");
    }
    Work.settle();
  }

  private String element() {
    next = next + 1 == elements.length ? 0 : next + 1;
    return elements[next];
  }

  @Benchmark
  public ORSet<String> updateRejoin() {
    String element = element();
    return replica.update((before, me) -> before.add(me, element));
  }

  @Benchmark
  public ORSet<String> addRejoin() {
    set = set.add(author, element());
    return set;
  }
}
