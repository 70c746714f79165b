package dev.rejoin.crdt;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

/** Three replicas whose clocks stand still, for examples in which time plays no part. */
final class Replicas {

  static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");

  static final ReplicaId A = ReplicaId.of("A");
  static final ReplicaId B = ReplicaId.of("B");
  static final ReplicaId C = ReplicaId.of("C");

  static final Author ANN = at(A, NOON);
  static final Author BEN = at(B, NOON);
  static final Author CAT = at(C, NOON);

  private Replicas() {}

  static Author at(ReplicaId id, Instant now) {
    return Author.of(id, HybridClock.of(Clock.fixed(now, ZoneOffset.UTC)));
  }

  /** Returns null, to be passed where that is refused. */
  @SuppressWarnings({"NullAway", "TypeParameterUnusedInFormals"}) // that is what it is for
  static <T> T missing() {
    return null;
  }

  static Dot dot(ReplicaId replica, long counter) {
    return new Dot(replica, counter);
  }

  static HybridTimestamp stamp(long millis, ReplicaId replica) {
    return new HybridTimestamp(millis, 0, replica);
  }
}
