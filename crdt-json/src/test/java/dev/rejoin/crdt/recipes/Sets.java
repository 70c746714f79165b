package dev.rejoin.crdt.recipes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rejoin.crdt.ORSet;
import dev.rejoin.crdt.ReplicaId;
import dev.rejoin.crdt.sync.Replica;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;

/** Replicas of a set for tests. */
final class Sets {

  static final List<String> NAMES = List.of("laptop", "phone", "tablet", "watch");

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-05-04T08:15:00Z"), ZoneOffset.UTC);

  private Sets() {}

  static Replica<ORSet<String>> replica(String name) {
    return replica(name, NAMES.indexOf(name));
  }

  /** Returns a replica of that id; another seed makes it another one under the same id. */
  static Replica<ORSet<String>> replica(String name, long seed) {
    return Replica.of(ReplicaId.of(name), ORSet.<String>empty(), CLOCK, new Random(seed));
  }

  static void add(Replica<ORSet<String>> replica, String element) {
    replica.update((set, me) -> set.add(me, element));
  }

  static void assertAllAlike(Iterable<Replica<ORSet<String>>> replicas, Iterable<String> elements) {
    assertThat(replicas)
        .allSatisfy(
            replica ->
                assertThat(replica.state().elements())
                    .containsExactlyInAnyOrderElementsOf(elements));
    assertThat(replicas)
        .extracting(Replica::version)
        .containsOnly(replicas.iterator().next().version());
    assertThat(replicas)
        .extracting(Replica::state)
        .containsOnly(replicas.iterator().next().state());
  }
}
