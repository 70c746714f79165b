package dev.rejoin.crdt.testkit;

import static dev.rejoin.crdt.testkit.Step.edit;
import static dev.rejoin.crdt.testkit.Step.restart;
import static dev.rejoin.crdt.testkit.Step.restore;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rejoin.crdt.LWWRegister;
import dev.rejoin.crdt.ORSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FaultsTest {

  private record Stamped(String stamp, String value) {}

  /**
   * Writes with one stamp do not differ for it; it relies on a clock that never gives one twice.
   */
  private static final Subject<Stamped> TRUSTS_ITS_CLOCK =
      Subject.of(new Stamped("", ""))
          .merging((a, b) -> a.stamp().compareTo(b.stamp()) >= 0 ? a : b)
          .edit(
              "assign",
              List.of("x", "y"),
              (old, me, value) -> new Stamped(me.stamp().toString(), value));

  static final Subject<ORSet<String>> SET =
      Subject.startingAt(ORSet.<String>empty())
          .edit("add", List.of("x", "y"), (set, me, e) -> set.add(me, e))
          .edit("remove", List.of("x"), (set, me, e) -> set.remove(e))
          .observing(ORSet::elements)
          .meaning(Meanings.addWinsSet("add", "remove"));

  private static final Subject<LWWRegister<String>> REGISTER =
      Subject.startingAt(LWWRegister.<String>empty())
          .edit("assign", List.of("x", "y"), (register, me, value) -> register.assign(me, value))
          .observing(LWWRegister::value)
          .meaning(Meanings.lastWriterWins("assign"));

  private static final Subject<Set<String>> GROW_ONLY =
      Subject.of(Set.<String>of())
          .merging(BrokenSets::union)
          .edit("add", List.of("x", "y"), (set, me, e) -> BrokenSets.union(set, Set.of(e)))
          .deltaSince(BrokenSets::minus)
          .meaning(Meanings.growOnlySet("add"));

  @Test
  void faultsHappenOnlyWhereTheyAreAskedFor() {
    Timeline timeline = Timeline.of(edit(0, 0), restart(0), restore(0, 1));

    assertThat(played(SET, timeline).moments()).hasSize(2);
    assertThat(played(SET.restarting(), timeline).moments()).hasSize(3);
    assertThat(played(SET.restoring(), timeline).moments()).hasSize(3);
  }

  @Test
  void restoredReplicaHasTheEditsOfThatTimeOnly() {
    History<ORSet<String>> history =
        played(SET.restoring(), Timeline.of(edit(0, 0), edit(0, 1), restore(0, 1), edit(0, 2)));

    assertThat(history.moments().get(3).visible()).hasToString("{0}");
    assertThat(history.moments().get(4).visible()).hasToString("{0, 2}");
  }

  @Test
  void restartedReplicaHasForgottenTheStampsItGave() {
    Timeline timeline =
        Timeline.of(edit(0, 0), restart(0), edit(0, 1)).withClocks(WallClock.COARSE);

    assertThatCode(() -> Law.COMMUTATIVE.check(TRUSTS_ITS_CLOCK, timeline))
        .doesNotThrowAnyException();
    assertThatThrownBy(() -> Law.COMMUTATIVE.check(TRUSTS_ITS_CLOCK.restarting(), timeline))
        .isInstanceOf(LawViolation.class)
        .hasMessageContaining("2  restarted => Stamped")
        .hasMessageContaining("restart(0)");
    assertThat(Counterexample.of(Law.COMMUTATIVE, TRUSTS_ITS_CLOCK.restarting()).timeline())
        .isEqualTo(timeline);
  }

  @Test
  void setThatIsRestoredUnderTheSameIdLosesAnAdd() {
    LawViolation violation = Smallest.of(Law.MEANING, 5, SET.restoring(), restore(0, 1));

    assertThat(violation.timeline().steps()).hasSize(5);
    assertThat(violation).hasMessageContaining("restored from initial state => ");
  }

  @Test
  void restoresAreFoundAtRandomToo() {
    LawViolation violation = Counterexample.of(Law.MEANING, SET.restoring());

    assertThat(violation.law()).isEqualTo(Law.MEANING);
    assertThat(violation.timeline().toString()).contains("restore(");
  }

  @Test
  void typesOfTheCoreSurviveRestarts() {
    assertKeepsEveryLaw(SET.restarting());
    assertKeepsEveryLaw(REGISTER.restarting());
  }

  @Test
  void setThatOnlyGrowsSurvivesRestores() {
    assertKeepsEveryLaw(GROW_ONLY.restarting().restoring());
  }

  private static void assertKeepsEveryLaw(Subject<?> subject) {
    Random random = new Random(1);
    assertThatCode(
            () -> {
              for (int i = 0; i < 300; i++) {
                Timeline timeline = RandomTimelines.next(random, subject);
                for (Law law : Law.values()) {
                  if (law.appliesTo(subject)) {
                    law.check(subject, timeline);
                  }
                }
              }
            })
        .doesNotThrowAnyException();
  }

  private static <S> History<S> played(Subject<S> subject, Timeline timeline) {
    History<S> history = History.of(subject, timeline);
    history.play();
    return history;
  }
}
