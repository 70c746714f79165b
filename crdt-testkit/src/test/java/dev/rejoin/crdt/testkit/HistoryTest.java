package dev.rejoin.crdt.testkit;

import static dev.rejoin.crdt.testkit.Step.delta;
import static dev.rejoin.crdt.testkit.Step.edit;
import static dev.rejoin.crdt.testkit.Step.merge;
import static dev.rejoin.crdt.testkit.Step.staleMerge;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rejoin.crdt.LWWRegister;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class HistoryTest {

  private static final Subject<Dots> SET = Dots.subject(Dots::merge).deltaSince(Dots::deltaSince);

  @Test
  void everyStateStandsBesideTheEditsThatHadReachedIt() {
    History<Dots> history = played(SET, edit(0, 0), edit(1, 1), merge(0, 1), edit(1, 2));

    assertThat(history.moments())
        .extracting(Moment::label)
        .containsExactly(
            "initial state",
            "A after step 1",
            "B after step 2",
            "B after step 3",
            "B after step 4");
    assertThat(history.moments())
        .extracting(Moment::visible)
        .containsExactly(bits(), bits(0), bits(1), bits(0, 1), bits(0, 1, 2));
  }

  @Test
  void staleMergeBringsAnEarlierStateOnly() {
    History<Dots> history = played(SET, edit(0, 0), edit(0, 1), staleMerge(0, 1, 1));

    Moment<Dots> last = history.moments().get(3);
    assertThat(last.visible()).isEqualTo(bits(0));
    assertThat(last.state().seen()).isEqualTo(Set.of("A1"));
  }

  @Test
  void deltaSinceAnAcknowledgedStateBringsAllThatTheSenderHas() {
    History<Dots> history =
        played(SET, edit(0, 0), merge(0, 1), edit(0, 1), edit(1, 0), delta(0, 1, 1));

    Moment<Dots> last = history.moments().get(5);
    assertThat(last.visible()).isEqualTo(bits(0, 1, 2));
    assertThat(last.state().seen()).isEqualTo(Set.of("A1", "A2", "B1"));
  }

  @Test
  void messageToOneselfChangesNothing() {
    History<Dots> history = played(SET, edit(0, 0), merge(0, 0), staleMerge(1, 1, 3));

    assertThat(history.moments()).hasSize(2);
  }

  @Test
  void eachReplicaHasItsOwnClock() {
    Subject<LWWRegister<String>> register =
        Subject.startingAt(LWWRegister.<String>empty())
            .edit("assign", (r, me) -> r.assign(me, me.id().value()));
    Timeline timeline =
        Timeline.of(edit(0, 0), edit(1, 0), edit(2, 0), edit(2, 0))
            .withClocks(WallClock.STEADY, WallClock.BEHIND, WallClock.BACKWARDS);
    History<LWWRegister<String>> history = History.of(register, timeline);

    history.play();

    assertThat(history.moments().subList(1, 5))
        .extracting(moment -> moment.state().timestamp().get().toString())
        .containsExactly(
            "2026-01-01T00:00:01Z+0@A",
            "2016-01-04T00:00:02Z+0@B",
            "2025-12-31T23:59:57Z+0@C",
            "2025-12-31T23:59:57Z+1@C");
  }

  @Test
  void correctTypeKeepsEveryLaw() {
    Random random = new Random(1);

    for (int i = 0; i < 200; i++) {
      Timeline timeline = RandomTimelines.next(random);
      for (Law law : List.of(Law.values())) {
        if (law.appliesTo(SET)) {
          law.check(SET, timeline);
        }
      }
    }
  }

  private static <S> History<S> played(Subject<S> subject, Step... steps) {
    History<S> history = History.of(subject, Timeline.of(steps));
    history.play();
    return history;
  }

  private static BitSet bits(int... edits) {
    BitSet bits = new BitSet();
    for (int edit : edits) {
      bits.set(edit);
    }
    return bits;
  }
}
