package dev.rejoin.crdt.json.bench;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rejoin.crdt.Author;
import dev.rejoin.crdt.ORSet;
import dev.rejoin.crdt.ReplicaId;
import dev.rejoin.crdt.json.Durability;
import dev.rejoin.crdt.json.Journal;
import dev.rejoin.crdt.sync.Replica;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One element after the other is added once more to a set of ten thousand: without a replica, by one
 * that is kept nowhere, and by one with a journal, the JSON and the compaction of which are part of
 * the time.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(3)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class JournalUpdate {

  private static final int SIZE = 10_000;
  private static final TypeReference<ORSet<String>> TYPE = new TypeReference<>() {};

  /** Where the set is. */
  public enum Kept {
    BARE,
    IN_MEMORY,
    ON_CLOSE,
    EACH_UPDATE
  }

  @Param({"BARE", "IN_MEMORY", "ON_CLOSE", "EACH_UPDATE"})
  Kept kept;

  private final Author author = Author.of(ReplicaId.of("bare"));
  private final List<String> elements =
      IntStream.range(0, SIZE).mapToObj(i -> "element " + i).toList();
  private Path folder;
  private Replica<ORSet<String>> replica;
  private ORSet<String> set = ORSet.empty();
  private int next;

  @Setup(Level.Trial)
  public void open() throws IOException {
    folder = Files.createTempDirectory("journal");
    replica =
        switch (kept) {
          case BARE, IN_MEMORY -> Replica.of(ReplicaId.of("memory"), ORSet.empty());
          case ON_CLOSE, EACH_UPDATE ->
              Replica.open(
                  Journal.open(
                      folder, TYPE, new ObjectMapper(), Durability.valueOf(kept.name())),
                  ORSet.empty());
        };
    replica.update((before, me) -> before.addAll(me, elements));
    set = set.addAll(author, elements);
  }

  @Benchmark
  public ORSet<String> update() {
    next = next + 1 == SIZE ? 0 : next + 1;
    String element = elements.get(next);
    if (kept == Kept.BARE) {
      set = set.add(author, element);
      return set;
    }
    return replica.update((before, me) -> before.add(me, element));
  }

  @TearDown(Level.Trial)
  public void close() throws IOException {
    replica.close();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
