package dev.rejoin.crdt.json;

import dev.rejoin.crdt.Author;
import dev.rejoin.crdt.HybridClock;
import dev.rejoin.crdt.ReplicaId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Who edits in the golden files: on each device the same happens in every run. */
final class GoldenDevices {

  private static final Instant START = Instant.parse("2026-05-04T06:30:00Z");

  /** Its clock goes on by a second with every stamp. */
  final Author phone = author("phone", START, Duration.ofSeconds(1));

  /** Its clock stands still, so that its stamps count. */
  final Author tablet = author("tablet", START.plusSeconds(2), Duration.ZERO);

  /** Its clock is ten years ahead. */
  final Author laptop = author("laptop", START.plus(Duration.ofDays(3653)), Duration.ofMillis(1));

  private static Author author(String id, Instant start, Duration step) {
    return Author.of(ReplicaId.of(id), HybridClock.of(new SteppingClock(start, step)));
  }

  /** Returns a device of that name, whose clock goes on by a second with every stamp. */
  static Author named(String id) {
    return author(id, START, Duration.ofSeconds(1));
  }

  /** A clock that goes on by the same step whenever it is looked at. */
  private static final class SteppingClock extends Clock {

    private final Duration step;
    private Instant now;

    SteppingClock(Instant start, Duration step) {
      this.now = start;
      this.step = step;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      throw new UnsupportedOperationException("a clock of a test has one zone");
    }

    @Override
    public Instant instant() {
      Instant before = now;
      now = now.plus(step);
      return before;
    }
  }
}
