package dev.rejoin.crdt.bench;

import dev.rejoin.crdt.Author;
import dev.rejoin.crdt.ORSet;
import dev.rejoin.crdt.ReplicaId;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** The elements and the sets that the benchmarks work on; always the same. */
final class Work {

  private Work() {}

  /** Returns so many strings, new objects at every call, of which no two are equal. */
  static List<String> strings(String prefix, int count) {
    return IntStream.range(0, count).mapToObj(i -> prefix + i).toList();
  }

  static Author author(int number) {
    return Author.of(ReplicaId.of("node" + number));
  }

  static ORSet<String> set(int number, Collection<String> elements) {
    return ORSet.<String>empty().addAll(author(number), elements);
  }

  /**
   * Fails unless both sides came to the same.
   *
   * @throws IllegalStateException if they did not
   */
  static void requireSame(ORSet<String> ours, org.apache.pekko.cluster.ddata.ORSet<String> theirs) {
    Set<String> expected = Pekko.elements(theirs);
    if (ours.size() != expected.size() || !ours.stream().allMatch(expected::contains)) {
      throw new IllegalStateException(
          "both must hold the same elements, but hold %d and %d"
              .formatted(ours.size(), expected.size()));
    }
  }

  /** Collects garbage, so that every measurement starts from a heap laid out alike. */
  static void settle() {
    System.gc();
  }
}
