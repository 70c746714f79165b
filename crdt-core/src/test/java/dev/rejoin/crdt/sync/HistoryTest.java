package dev.rejoin.crdt.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rejoin.crdt.GCounter;
import dev.rejoin.crdt.ReplicaId;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HistoryTest {

  private static final ReplicaId A = ReplicaId.of("A");
  private static final ReplicaId B = ReplicaId.of("B");

  @Test
  void whoIsBehindFindsAMomentLessThanTwiceAsFarBack() {
    History<GCounter> history = History.startingAt(GCounter.empty());
    for (int n = 1; n <= 1000; n++) {
      history = history.plus(history.now().version().next(A, 0), GCounter.empty());

      for (int k = 1; k <= n; k++) {
        long back = n - history.latestAtMost(Devices.version("A", n - k + 1, 0)).position();
        assertThat(back).as("%s of %s", k - 1, n).isBetween(k - 1L, Math.max(0, 2L * (k - 1) - 1));
      }
    }
  }

  @Test
  void fewMomentsAreKeptOfManyUpdates() {
    History<GCounter> history = History.startingAt(GCounter.empty());
    for (int n = 1; n <= 100_000; n++) {
      history = history.plus(history.now().version().next(A, 0), GCounter.empty());
    }

    assertThat(history.moments().size()).isBetween(17, 36);
  }

  /** After merges that bring many updates at once there are no moments between. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void momentsAreFoundWhereThereWereSome(long seed) {
    Random random = new Random(seed);
    History<GCounter> history = History.startingAt(GCounter.empty());
    LongStream.Builder all = LongStream.builder().add(0);
    for (int n = 0; n < 2000; n++) {
      Version version = history.now().version();
      for (int i = random.nextInt(10) == 0 ? 50 : 1; i > 0; i--) {
        version = version.next(random.nextBoolean() ? A : B, 0);
      }
      history = history.plus(version, GCounter.empty());
      all.add(version.updates());
    }

    long[] moments = all.build().toArray();
    long now = moments[moments.length - 1];
    for (int i = 0; i < moments.length - 1; i++) {
      long furthest = moments[i + 1] - 1; // who has less than the next moment finds this one
      long found = latestUpTo(history, furthest);
      assertThat(now - found)
          .as("from %s on the way to %s", moments[i], now)
          .isLessThanOrEqualTo(Math.max(now - moments[i], 2 * (now - furthest) - 1));
    }
    assertThat(history.moments().size()).isLessThan(50);
  }

  private static long latestUpTo(History<GCounter> history, long position) {
    return history.moments().stream()
        .mapToLong(Moment::position)
        .filter(kept -> kept <= position)
        .max()
        .orElseThrow();
  }

  @Test
  void theStartIsNeverForgotten() {
    History<GCounter> history = History.startingAt(GCounter.empty());
    for (int n = 1; n <= 1000; n++) {
      history = history.plus(history.now().version().next(A, 0), GCounter.empty());
    }

    assertThat(history.latestAtMost(Devices.version("B", 5, 0)).version().isEmpty()).isTrue();
    assertThat(history.start().moments()).hasSize(1);
    assertThat(history.latestAtMost(history.now().version())).isSameAs(history.now());
  }
}
