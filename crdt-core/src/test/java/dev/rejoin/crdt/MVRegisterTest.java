package dev.rejoin.crdt;

import static dev.rejoin.crdt.Replicas.A;
import static dev.rejoin.crdt.Replicas.ANN;
import static dev.rejoin.crdt.Replicas.B;
import static dev.rejoin.crdt.Replicas.BEN;
import static dev.rejoin.crdt.Replicas.CAT;
import static dev.rejoin.crdt.Replicas.NOON;
import static dev.rejoin.crdt.Replicas.dot;
import static dev.rejoin.crdt.Replicas.missing;
import static dev.rejoin.crdt.Replicas.stamp;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import dev.rejoin.crdt.MVRegister.Assignment;
import io.vavr.control.Option;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MVRegisterTest {

  private final MVRegister<String> tea = MVRegister.<String>empty().assign(ANN, "tea");

  @Test
  void concurrentValuesAreAllKept() {
    MVRegister<String> milk = tea.assign(ANN, "milk");
    MVRegister<String> eggs = tea.assign(BEN, "eggs");

    MVRegister<String> merged = milk.merge(eggs);

    assertThat(merged.values()).containsExactly("eggs", "milk");
    assertThat(eggs.merge(milk)).isEqualTo(merged);
  }

  @Test
  void anAssignmentReplacesAllThatItHasSeen() {
    MVRegister<String> merged = tea.assign(ANN, "milk").merge(tea.assign(BEN, "eggs"));

    MVRegister<String> jam = merged.assign(CAT, "jam");

    assertThat(jam.values()).containsExactly("jam");
    assertThat(jam.merge(merged)).isSameAs(jam);
    assertThat(jam.merge(tea)).isSameAs(jam);
  }

  @Test
  void theLatestIsTheOneWithTheGreatestTimestamp() {
    MVRegister<String> early = tea.assign(ANN, "early");
    MVRegister<String> late = tea.assign(Replicas.at(B, NOON.plusSeconds(1)), "late");

    assertThat(early.merge(late).latest()).isEqualTo(Option.some("late"));
    assertThat(late.merge(early).latest()).isEqualTo(Option.some("late"));
    assertThat(MVRegister.empty().latest()).isEqualTo(Option.none());
  }

  @Test
  void anAssignmentIsStampedAboveWhatItReplacesHoweverLateItsClock() {
    Author ahead = Replicas.at(B, NOON.plusSeconds(3600));
    MVRegister<String> replaced = tea.assign(ahead, "from the future").assign(ANN, "now");
    List<HybridTimestamp> stamps = new ArrayList<>();

    replaced.forEachLive((dot, assignment) -> stamps.add(assignment.timestamp()));

    assertThat(stamps)
        .containsExactly(new HybridTimestamp(NOON.plusSeconds(3600).toEpochMilli(), 1, A));
  }

  @Test
  void equalValuesThatWereAssignedConcurrentlyCountOnce() {
    MVRegister<String> merged = tea.assign(ANN, "milk").merge(tea.assign(BEN, "milk"));

    assertThat(merged.values()).containsExactly("milk");
    assertThat(merged).hasToString("MVRegister[milk, milk]{A: 1-2, B: 1}");
  }

  @Test
  void clearingTakesAwayOnlyWhatItHasSeen() {
    MVRegister<String> cleared = tea.clear();
    MVRegister<String> milk = tea.assign(BEN, "milk");

    assertThat(cleared.isEmpty()).isTrue();
    assertThat(cleared.merge(tea)).isSameAs(cleared);
    assertThat(cleared.merge(milk).values()).containsExactly("milk");
    assertThat(cleared.clear()).isSameAs(cleared);
    assertThat(MVRegister.<String>empty().clear()).isSameAs(MVRegister.empty());
  }

  @Test
  void assigningAnEqualValueIsAnEdit() {
    assertThat(tea.assign(ANN, "tea")).isNotEqualTo(tea);
    assertThat(tea.assign(ANN, "tea").merge(tea.clear()).values()).containsExactly("tea");
  }

  @Test
  void aDeltaCarriesTheNewValueAndTheDotsThatItReplaced() {
    MVRegister<String> milk = tea.assign(BEN, "milk");

    assertThat(milk.deltaSince(tea)).hasToString("MVRegister[milk]{A: 1, B: 1}");
    assertThat(tea.merge(milk.deltaSince(tea))).isEqualTo(milk);
    assertThat(milk.deltaSince(milk)).isSameAs(MVRegister.empty());
    assertThat(tea.clear().deltaSince(tea)).hasToString("MVRegister[]{A: 1}");
  }

  @Test
  void aStateTakenApartIsPutTogetherAgain() {
    MVRegister<String> register = tea.assign(ANN, "milk").merge(tea.assign(BEN, "eggs"));
    MVRegister.Builder<String> builder = MVRegister.builder(register.context());

    register.forEachLive(builder::live);

    assertThat(builder.build()).isEqualTo(register);
    assertThat(MVRegister.builder(CausalContext.empty()).build()).isSameAs(MVRegister.empty());
  }

  @Test
  void whatNoHistoryReachesIsRefused() {
    MVRegister.Builder<String> builder = MVRegister.builder(tea.context());

    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder.live(dot(A, 1), new Assignment<>(stamp(7, B), "milk")))
        .withMessage(
            "timestamp of an assignment must be of the replica of its dot,"
                + " but 1970-01-01T00:00:00.007Z+0@B is not of A");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder.live(dot(A, 2), new Assignment<>(stamp(7, A), "milk")))
        .withMessage("a live dot must be in the context, but A:2 is not");
  }

  /** No vavr hash set can take them: each would be compared with all others. */
  @Test
  void manyValuesWithOneHashCodeAreShown() {
    MVRegister<String> all = MVRegister.empty();
    for (int i = 0; i < 100; i++) {
      String crafted = Integer.toBinaryString(128 + i).replace("1", "Aa").replace("0", "BB");
      Author author = Replicas.at(ReplicaId.of("r" + i), NOON);
      all = all.merge(MVRegister.<String>empty().assign(author, crafted));
    }

    assertThat(all.values().toJavaList()).hasSize(100).isSorted();
  }

  @Test
  void nullsAreRefused() {
    assertThatNullPointerException()
        .isThrownBy(() -> tea.assign(ANN, missing()))
        .withMessage("value");
    assertThatNullPointerException().isThrownBy(() -> tea.assign(missing(), "milk"));
    assertThatNullPointerException().isThrownBy(() -> tea.merge(missing()));
  }
}
