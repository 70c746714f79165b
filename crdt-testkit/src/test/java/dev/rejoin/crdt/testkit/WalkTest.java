package dev.rejoin.crdt.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rejoin.crdt.LWWRegister;
import dev.rejoin.crdt.ORSet;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WalkTest {

  private static final Subject<ORSet<String>> SET =
      Subject.startingAt(ORSet.<String>empty())
          .edit("add", List.of("x"), (set, me, e) -> set.add(me, e))
          .edit("remove", List.of("x"), (set, me, e) -> set.remove(e))
          .observing(ORSet::elements);

  private static final Subject<LWWRegister<String>> REGISTER =
      Subject.startingAt(LWWRegister.<String>empty())
          .edit("assign", List.of("x", "y"), (register, me, value) -> register.assign(me, value))
          .observing(LWWRegister::value);

  @ParameterizedTest
  @EnumSource
  void everyWayGivesAllTimelinesInOrder(Walk.Way way) {
    Everything<ORSet<String>> all = new Everything<>(Integer.MAX_VALUE, false);

    Walk<ORSet<String>> walk = walk(SET, 3, way, all);

    assertThat(walk.go()).isTrue();
    assertThat(walk.covered()).isEqualTo(216).isEqualTo(all.given().size());
    assertThat(all.given().get(0)).hasToString("Timeline.of(edit(0, 0), edit(0, 0), edit(0, 0))");
    assertThat(all.given().get(215))
        .hasToString("Timeline.of(merge(1, 0), merge(1, 0), merge(1, 0))");
  }

  @Test
  void whatIsLeftOutIsCovered() {
    Everything<ORSet<String>> some = new Everything<>(Integer.MAX_VALUE, true);

    Walk<ORSet<String>> walk = walk(SET, 3, Walk.Way.SHARED, some);
    walk.go();

    assertThat(walk.covered()).isEqualTo(216);
    assertThat(some.given()).hasSizeBetween(30, 100);
  }

  @Test
  void guideThatHasHadEnoughIsGivenNoMore() {
    Everything<ORSet<String>> seven = new Everything<>(7, false);

    Walk<ORSet<String>> walk = walk(SET, 5, Walk.Way.SHARED, seven);
    walk.go();

    assertThat(seven.given()).hasSize(7);
    assertThat(walk.covered()).isEqualTo(7);
  }

  /** A clock that had gone on while another timeline was played would show in the stamps. */
  @Test
  void whatIsSharedIsPlayedAsIfItWereNot() {
    for (List<WallClock> clocks : Scope.wrongClocks(2).clocks()) {
      assertThat(states(REGISTER, clocks, Walk.Way.SHARED))
          .isEqualTo(states(REGISTER, clocks, Walk.Way.APART));
    }
    assertThat(states(SET, List.of(), Walk.Way.SHARED))
        .isEqualTo(states(SET, List.of(), Walk.Way.APART));
  }

  private static <S> List<String> states(Subject<S> subject, List<WallClock> clocks, Walk.Way way) {
    List<String> states = new ArrayList<>();
    Walk.Guide<S> guide =
        new Walk.Guide<>() {
          @Override
          public boolean goesOn() {
            return true;
          }

          @Override
          public boolean leavesOut(long timelines) {
            return false;
          }

          @Override
          public void judge(History<S> played) {
            states.add(played.moments() + " " + played.newMoments() + played.clockRead());
          }

          @Override
          public void judgeFailed(Timeline timeline) {
            throw new AssertionError(timeline);
          }
        };
    new Walk<>(subject, Scope.plain(2), 4, clocks, way, guide).go();
    return states;
  }

  @Test
  void changeInPlaceIsToldWhereTimelinesShare() {
    Subject<List<Integer>> inPlace =
        Subject.<List<Integer>>of(new ArrayList<>())
            .merging((a, b) -> a.size() >= b.size() ? a : b)
            .edit(
                "append",
                (list, me) -> {
                  list.add(1);
                  return list;
                });
    Everything<List<Integer>> all = new Everything<>(Integer.MAX_VALUE, false);

    assertThat(walk(inPlace, 2, Walk.Way.SHARED, all).go()).isFalse();
  }

  @Test
  void stepThatFailsIsGivenAsTheLastOneOnly() {
    AtomicInteger merges = new AtomicInteger();
    Subject<Integer> failing =
        Subject.of(0)
            .merging(
                (a, b) -> {
                  merges.incrementAndGet();
                  throw new IllegalStateException("no");
                })
            .edit("raise", (n, me) -> n + 1);
    Everything<Integer> all = new Everything<>(Integer.MAX_VALUE, false);

    Walk<Integer> walk = new Walk<>(failing, Scope.plain(1), 2, List.of(), Walk.Way.SHARED, all);
    walk.go();

    assertThat(walk.covered()).isEqualTo(16);
    assertThat(all.given()).hasSize(8); // two edits, or an edit and a merge
    assertThat(merges).hasValue(6);
  }

  private static <S> Walk<S> walk(
      Subject<S> subject, int length, Walk.Way way, Walk.Guide<S> guide) {
    return new Walk<>(subject, Scope.plain(2), length, List.of(), way, guide);
  }
}
