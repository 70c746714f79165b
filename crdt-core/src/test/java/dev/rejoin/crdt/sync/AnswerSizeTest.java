package dev.rejoin.crdt.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rejoin.crdt.ORSet;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What peers are sent by a replica after a million updates of a set of 100,000 elements. */
class AnswerSizeTest {

  private static final int UPDATES = 1_000_000;
  private static final int LIVE = 100_000;
  private static final List<Integer> PEERS = List.of(1, 10, 1_000, 100_000);

  private static final Map<Integer, Moment<ORSet<String>>> BEHIND = new HashMap<>();
  private static Replica<ORSet<String>> replica = Devices.device("A");

  @BeforeAll
  static void update() {
    replica = Devices.device("A");
    Random random = new Random(1);
    List<String> live = new ArrayList<>(LIVE);
    for (int left = UPDATES; left > 0; left--) {
      if (PEERS.contains(left)) {
        BEHIND.put(left, new Moment<>(replica.version(), replica.state()));
      }
      if (live.size() < LIVE) {
        live.add("k" + left);
        Devices.add(replica, "k" + left);
      } else {
        Collections.swap(live, random.nextInt(LIVE), LIVE - 1);
        String removed = live.remove(LIVE - 1);
        replica.update((set, me) -> set.remove(removed));
      }
    }
  }

  private static Changes<ORSet<String>> answer(int behind) {
    return replica.changesSince(moment(behind).version());
  }

  private static Moment<ORSet<String>> moment(int behind) {
    return Objects.requireNonNull(BEHIND.get(behind), "moment");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 10, 1_000, 100_000})
  void peerIsSentLessThanTwiceWhatItLacks(int behind) {
    Changes<ORSet<String>> answer = answer(behind);
    ORSet<String> lacking = replica.state().deltaSince(moment(behind).state());

    long updates = answer.version().updates() - answer.since().updates();
    assertThat(updates).isBetween((long) behind, 2L * behind - 1);
    assertThat(answer.delta().size()).isBetween(lacking.size(), 2 * lacking.size());
  }

  @ParameterizedTest
  @CsvSource({"1, 1, 1, 1", "10, 16, 8, 5", "1000, 1088, 542, 498", "100000, 148032, 52396, 39400"})
  void sizesOfAnswersAreKnown(int behind, long updates, int elements, int exact) {
    Changes<ORSet<String>> answer = answer(behind);

    assertThat(
            List.of(
                answer.version().updates() - answer.since().updates(),
                (long) answer.delta().size(),
                (long) replica.state().deltaSince(moment(behind).state()).size()))
        .containsExactly(updates, (long) elements, (long) exact);
  }

  @Test
  void peerHasAllOnceItHasMergedItsAnswer() {
    for (int behind : PEERS) {
      assertThat(moment(behind).state().merge(answer(behind).delta())).isEqualTo(replica.state());
    }
  }
}
