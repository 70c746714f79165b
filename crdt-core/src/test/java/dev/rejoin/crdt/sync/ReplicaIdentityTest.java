package dev.rejoin.crdt.sync;

import static dev.rejoin.crdt.sync.Devices.add;
import static dev.rejoin.crdt.sync.Devices.device;
import static dev.rejoin.crdt.sync.Devices.sync;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rejoin.crdt.ORSet;
import dev.rejoin.crdt.ReplicaId;
import io.vavr.collection.Set;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Two replicas that came to share one id. */
class ReplicaIdentityTest {

  private static final ReplicaId SHARED = ReplicaId.of("phone");

  private final Replica<ORSet<String>> original = device("phone", 1);
  private final Replica<ORSet<String>> copy = device("phone", 2);
  private final Replica<ORSet<String>> laptop = device("laptop");

  @BeforeEach
  void bothBeginWithTheSame() {
    add(laptop, "milk");
    sync(laptop, original);
    sync(laptop, copy);
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "1, 2", "2, 1", "3, 3"})
  void whoMeetsOtherUpdatesOfItsOwnTakesAFreshId(int here, int there) {
    edit(original, "here", here);
    edit(copy, "there", there);
    Replica<ORSet<String>> fewer = here <= there ? original : copy;
    Replica<ORSet<String>> more = fewer == original ? copy : original;
    ORSet<String> before = fewer.state();

    Outcome outcome = sync(more, fewer);

    assertThat(outcome).isEqualTo(Outcome.NEW_ID);
    assertThat(fewer.id()).isNotEqualTo(SHARED);
    assertThat(fewer.state()).isSameAs(before);
    assertThat(fewer.version().count(fewer.id())).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "1, 2", "2, 1", "3, 3"})
  void allConvergeOnWhatWasWrittenApart(int here, int there) {
    edit(original, "here", here);
    edit(copy, "there", there);
    for (int round = 0; round < 4; round++) {
      sync(original, laptop);
      sync(laptop, copy);
      sync(copy, laptop);
      sync(laptop, original);
    }
    add(original, "after, here");
    add(copy, "after, there");
    for (int round = 0; round < 4; round++) {
      sync(original, laptop);
      sync(laptop, copy);
      sync(copy, laptop);
      sync(laptop, original);
    }

    assertThat(original.id()).isNotEqualTo(copy.id());
    assertThat(original.version()).isEqualTo(copy.version()).isEqualTo(laptop.version());
    assertThat(writtenApart(original))
        .isEqualTo(writtenApart(copy))
        .isEqualTo(writtenApart(laptop))
        .containsExactly("after, here", "after, there", "milk");
  }

  /** Two elements under one dot are beyond saving. */
  private static Set<String> writtenApart(Replica<ORSet<String>> replica) {
    return replica.state().elements().filter(element -> !element.matches("(here|there) \\d"));
  }

  @Test
  void aFreshIdIsReportedAndForgetsTheHistory() {
    List<String> told = new ArrayList<>();
    original.listen(
        new Listener<>() {
          @Override
          public void changed(ORSet<String> before, ORSet<String> after) {
            told.add(before.elements() + " to " + after.elements());
          }

          @Override
          public void renamed(ReplicaId before, ReplicaId after) {
            told.add(before + " is not " + after);
          }
        });
    edit(copy, "there", 1);

    sync(copy, original);

    assertThat(told).containsExactly("phone is not " + original.id());
    assertThat(original.changesSince(laptop.version())).isEqualTo(original.snapshot());
    assertThat(sync(copy, original)).isEqualTo(Outcome.APPLIED);
  }

  @Test
  void itIsFoundOutBeforeAGapIs() {
    edit(copy, "there", 1);
    Version first = copy.version();
    edit(copy, "there", 1);

    assertThat(original.merge(copy.changesSince(first))).isEqualTo(Outcome.NEW_ID);
  }

  @Test
  void whatOneHasSentItselfIsKnown() {
    edit(original, "here", 2);
    Changes<ORSet<String>> sent = original.snapshot();
    edit(original, "here", 1);

    assertThat(original.merge(sent)).isEqualTo(Outcome.KNOWN);
    assertThat(original.id()).isEqualTo(SHARED);
  }

  private static void edit(Replica<ORSet<String>> replica, String element, int times) {
    for (int i = 0; i < times; i++) {
      add(replica, element + " " + i);
    }
  }
}
