package dev.rejoin.crdt.bench;

import dev.rejoin.crdt.Author;
import dev.rejoin.crdt.ReplicaId;
import java.util.List;
import java.util.stream.IntStream;

/** The elements and authors that the benchmarks work on; always the same. */
final class Work {

  private Work() {}

  /** Returns so many strings, new objects at every call, of which no two are equal. */
  static List<String> strings(String prefix, int count) {
    return IntStream.range(0, count).mapToObj(i -> prefix + i).toList();
  }

  static Author author(int number) {
    return Author.of(ReplicaId.of("node" + number));
  }

  /** Collects garbage, so that every measurement starts from a heap laid out alike. */
  static void settle() {
    System.gc();
  }
}
