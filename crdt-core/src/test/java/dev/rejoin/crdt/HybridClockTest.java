package dev.rejoin.crdt;

import static dev.rejoin.crdt.Replicas.A;
import static dev.rejoin.crdt.Replicas.B;
import static dev.rejoin.crdt.Replicas.NOON;
import static dev.rejoin.crdt.Replicas.missing;
import static dev.rejoin.crdt.Replicas.stamp;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.vavr.control.Option;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class HybridClockTest {

  private final WallClock wall = new WallClock(NOON);
  private final HybridClock clock = HybridClock.of(wall);

  @Test
  void followsTheWallClockWhileThatMovesOn() {
    HybridTimestamp first = clock.stamp(A);
    wall.move(Duration.ofMillis(5));

    assertThat(first).isEqualTo(stamp(NOON.toEpochMilli(), A));
    assertThat(clock.stamp(A)).isEqualTo(stamp(NOON.toEpochMilli() + 5, A));
  }

  @Test
  void twoStampsInOneMillisecondDiffer() {
    assertThat(clock.stamp(A)).hasToString("2026-05-04T12:00:00Z+0@A");
    assertThat(clock.stamp(A)).hasToString("2026-05-04T12:00:00Z+1@A");
  }

  @Test
  void doesNotGoBackWhenTheWallClockDoes() {
    HybridTimestamp before = clock.stamp(A);
    wall.move(Duration.ofDays(-3653));

    assertThat(clock.stamp(A)).isGreaterThan(before);
  }

  @Test
  void aStampExceedsWhatItReplacesWithoutMovingTheClock() {
    HybridTimestamp farAhead = stamp(NOON.plus(Duration.ofDays(3653)).toEpochMilli(), B);

    HybridTimestamp over = clock.stampAfter(A, farAhead);

    assertThat(over).isGreaterThan(farAhead);
    assertThat(over.replica()).isEqualTo(A);
    assertThat(clock.stamp(A).millis()).isEqualTo(NOON.toEpochMilli());
  }

  @Test
  void aStampThatReplacesAnOldOneIsTheClocksOwn() {
    assertThat(clock.stampAfter(A, stamp(7, B))).isEqualTo(stamp(NOON.toEpochMilli(), A));
  }

  @Test
  void goesOnAfterTheSavedStamp() {
    clock.stamp(A);
    HybridTimestamp last = clock.stamp(A);
    Option<HybridTimestamp> saved = clock.latest();

    HybridClock restored =
        HybridClock.of(
            at(NOON.minus(Duration.ofDays(3653))), saved.getOrElseThrow(AssertionError::new));

    assertThat(saved).containsExactly(last);
    assertThat(restored.stamp(A)).isGreaterThan(last);
    assertThat(HybridClock.of(wall).latest()).isEmpty();
  }

  @Test
  void aTimeBefore1970IsReadAs1970() {
    HybridClock early = HybridClock.of(at(Instant.EPOCH.minusSeconds(1)));

    assertThat(early.stamp(A)).isEqualTo(new HybridTimestamp(0, 0, A));
    assertThat(early.stamp(A)).isEqualTo(new HybridTimestamp(0, 1, A));
  }

  @Test
  void aFullCounterRunsOverIntoTheMilliseconds() {
    HybridTimestamp full = new HybridTimestamp(9, Integer.MAX_VALUE, B);

    assertThat(HybridClock.of(at(Instant.EPOCH), full).stamp(A))
        .isEqualTo(new HybridTimestamp(10, 0, A));
  }

  @Test
  void exceedingTheGreatestStampIsRefused() {
    HybridTimestamp greatest =
        new HybridTimestamp(HybridTimestamp.MAX_MILLIS, Integer.MAX_VALUE, B);
    HybridClock full = HybridClock.of(wall, greatest);

    assertThatExceptionOfType(ArithmeticException.class)
        .isThrownBy(() -> clock.stampAfter(A, greatest))
        .withMessageStartingWith("no timestamp is greater than the greatest, +287396-10-12T");
    assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> full.stamp(A));
    assertThat(full.latest()).containsExactly(greatest);
    assertThatNullPointerException()
        .isThrownBy(() -> clock.stampAfter(A, missing()))
        .withMessage("replaced");
  }

  @Test
  void aWallClockBeyondTheGreatestTimeIsRefused() {
    HybridClock beyond = HybridClock.of(at(Instant.ofEpochMilli(1L << 53)));

    assertThatExceptionOfType(ArithmeticException.class)
        .isThrownBy(() -> beyond.stamp(A))
        .withMessage("wall clock must not exceed 9007199254740991 ms, was 9007199254740992");
  }

  @Test
  void timestampsAreOrderedByTimeThenCounterThenReplica() {
    assertThat(
            Stream.of(
                    new HybridTimestamp(2, 0, A),
                    new HybridTimestamp(1, 1, B),
                    new HybridTimestamp(1, 1, A),
                    new HybridTimestamp(1, 0, B))
                .sorted())
        .containsExactly(
            new HybridTimestamp(1, 0, B),
            new HybridTimestamp(1, 1, A),
            new HybridTimestamp(1, 1, B),
            new HybridTimestamp(2, 0, A));
  }

  @Test
  void timestampsOutOfRangeAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new HybridTimestamp(-1, 0, A))
        .withMessage("milliseconds of a timestamp must lie in 0 to 9007199254740991, were -1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new HybridTimestamp(0, -1, A))
        .withMessage("counter of a timestamp must not be negative, was -1");
    assertThatNullPointerException().isThrownBy(() -> new HybridTimestamp(0, 0, missing()));
  }

  @Test
  void stampsTakenByManyThreadsAtOnceAllDiffer() throws Exception {
    int threads = 4;
    int each = 50_000;
    CyclicBarrier start = new CyclicBarrier(threads);
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    List<Future<List<HybridTimestamp>>> running = new ArrayList<>();

    for (int thread = 0; thread < threads; thread++) {
      running.add(
          pool.submit(
              () -> {
                List<HybridTimestamp> taken = new ArrayList<>(each);
                start.await();
                for (int i = 0; i < each; i++) {
                  taken.add(clock.stamp(A));
                }
                return taken;
              }));
    }
    Set<HybridTimestamp> stamps = new HashSet<>();
    for (Future<List<HybridTimestamp>> taken : running) {
      stamps.addAll(taken.get());
    }
    pool.shutdown();

    assertThat(stamps).hasSize(threads * each);
  }

  private static Clock at(Instant now) {
    return Clock.fixed(now, ZoneOffset.UTC);
  }

  /** A wall clock that is moved by hand. */
  private static final class WallClock extends Clock {

    private Instant now;

    private WallClock(Instant now) {
      this.now = now;
    }

    private void move(Duration by) {
      now = now.plus(by);
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      throw new UnsupportedOperationException("the zone of this clock is fixed");
    }
  }

  @Test
  void aStampThatReplacesAnEqualOneIsGreater() {
    HybridTimestamp lost = stamp(NOON.toEpochMilli(), A);

    assertThat(clock.stampAfter(A, lost)).isGreaterThan(lost);
  }

  @Test
  void aStampThatReplacesOneOfTheSameMillisecondExceedsTheClocksOwn() {
    clock.stamp(A);
    HybridTimestamp own = clock.stamp(A);

    assertThat(clock.stampAfter(A, stamp(NOON.toEpochMilli(), B))).isGreaterThan(own);
  }

  @Test
  void theGreatestTimesAreReached() {
    HybridClock last =
        HybridClock.of(
            Clock.fixed(Instant.ofEpochMilli(HybridTimestamp.MAX_MILLIS), ZoneOffset.UTC));
    HybridTimestamp almost =
        new HybridTimestamp(HybridTimestamp.MAX_MILLIS - 1, Integer.MAX_VALUE, B);

    assertThat(last.stamp(A)).isEqualTo(stamp(HybridTimestamp.MAX_MILLIS, A));
    assertThat(clock.stampAfter(A, almost)).isEqualTo(stamp(HybridTimestamp.MAX_MILLIS, A));
    assertThat(clock.stampAfter(A, new HybridTimestamp(1L << 50, Integer.MAX_VALUE - 1, B)))
        .isEqualTo(new HybridTimestamp(1L << 50, Integer.MAX_VALUE, A));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> stamp(HybridTimestamp.MAX_MILLIS + 1, A))
        .withMessage(
            "milliseconds of a timestamp must lie in 0 to 9007199254740991,"
                + " were 9007199254740992");
  }

  @Test
  void stampsAreTakenAndReadUnderTheClocksMonitor() throws Exception {
    for (Runnable use : List.<Runnable>of(() -> clock.stamp(A), clock::latest)) {
      Thread other = new Thread(use);
      synchronized (clock) {
        other.start();
        while (other.isAlive() && other.getState() != Thread.State.BLOCKED) {
          Thread.onSpinWait();
        }
        assertThat(other.getState()).isEqualTo(Thread.State.BLOCKED);
      }
      other.join();
    }
  }
}
