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

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class LWWRegisterTest {

  private final Author ann = Replicas.at(A, NOON);
  private final Author ben = Replicas.at(B, NOON);
  private final Author tenYearsBehind = Replicas.at(B, NOON.minus(Duration.ofDays(3653)));

  @Test
  void theLaterAssignmentWins() {
    LWWRegister<String> early = LWWRegister.<String>empty().assign(ann, "tea");
    LWWRegister<String> late =
        LWWRegister.<String>empty().assign(Replicas.at(B, NOON.plusSeconds(1)), "coffee");

    assertThat(early.merge(late)).isSameAs(late);
    assertThat(late.merge(early)).isSameAs(late);
    assertThat(late.value()).containsExactly("coffee");
  }

  @Test
  void aLaterWriteWinsThoughItsClockIsTenYearsBehind() {
    LWWRegister<String> first = LWWRegister.<String>empty().assign(ann, "tea");

    LWWRegister<String> second = first.assign(tenYearsBehind, "coffee");

    assertThat(second.merge(first)).isSameAs(second);
    assertThat(first.merge(second).value()).containsExactly("coffee");
    assertThat(second.assign(ann, "cocoa").merge(second).value()).containsExactly("cocoa");
  }

  @Test
  void ofTwoConcurrentWritesTheOneWithTheClockBehindLoses() {
    LWWRegister<String> ahead = LWWRegister.<String>empty().assign(ann, "tea");
    LWWRegister<String> behind = LWWRegister.<String>empty().assign(tenYearsBehind, "coffee");

    assertThat(behind.merge(ahead).value()).containsExactly("tea");
  }

  @Test
  void twoWritesInOneMillisecondKeepTheirOrder() {
    LWWRegister<String> first = LWWRegister.<String>empty().assign(ann, "tea");
    LWWRegister<String> second = first.assign(ann, "coffee");

    assertThat(first.timestamp().get().millis()).isEqualTo(second.timestamp().get().millis());
    assertThat(first.merge(second)).isSameAs(second);
    assertThat(second.merge(first)).isSameAs(second);
  }

  @Test
  void concurrentWritesInOneMillisecondAreDecidedByTheReplica() {
    LWWRegister<String> tea = LWWRegister.<String>empty().assign(ann, "tea");
    LWWRegister<String> coffee = LWWRegister.<String>empty().assign(ben, "coffee");

    assertThat(tea.merge(coffee).value()).containsExactly("coffee");
    assertThat(coffee.merge(tea).value()).containsExactly("coffee");
  }

  @Test
  void anEqualValueIsStampedAnew() {
    LWWRegister<String> first = LWWRegister.<String>empty().assign(ann, "tea");
    LWWRegister<String> again = first.assign(ann, "tea");

    assertThat(again).isNotEqualTo(first);
    assertThat(first.isAtMost(again)).isTrue();
  }

  @Test
  void nothingIsBelowEverything() {
    LWWRegister<String> empty = LWWRegister.empty();
    LWWRegister<String> tea = empty.assign(ann, "tea");

    assertThat(empty.value()).isEmpty();
    assertThat(empty.timestamp()).isEmpty();
    assertThat(empty.tied()).isEmpty();
    assertThat(empty.compare(tea)).isEqualTo(CausalOrder.BEFORE);
    assertThat(tea.merge(empty)).isSameAs(tea);
    assertThat(empty.merge(tea)).isSameAs(tea);
  }

  @Test
  void aDeltaIsTheNewAssignmentOrNothing() {
    LWWRegister<String> old = LWWRegister.<String>empty().assign(ann, "tea");
    LWWRegister<String> now = old.assign(ben, "coffee");

    assertThat(now.deltaSince(old)).isSameAs(now);
    assertThat(old.deltaSince(now)).isSameAs(LWWRegister.empty());
    assertThat(now.deltaSince(now)).isSameAs(LWWRegister.empty());
    assertThat(now.deltaSince(LWWRegister.empty())).isSameAs(now);
  }

  @Test
  void exceedingTheGreatestStampIsRefused() {
    LWWRegister<String> last =
        LWWRegister.of(
            new HybridTimestamp(HybridTimestamp.MAX_MILLIS, Integer.MAX_VALUE, B), List.of("tea"));

    assertThatExceptionOfType(ArithmeticException.class)
        .isThrownBy(() -> last.assign(ann, "coffee"));
  }

  @Test
  void partsAreChecked() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LWWRegister.of(stamp(1, A), List.of()))
        .withMessage("a timestamp must have a value, but there was none");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LWWRegister.of(stamp(1, A), List.of("tea", "tea")))
        .withMessage("tied values must differ, but tea was given twice");
    assertThatNullPointerException()
        .isThrownBy(() -> LWWRegister.of(missing(), List.of("tea")))
        .withMessage("timestamp");
  }

  @Test
  void nullsAreRefused() {
    LWWRegister<String> empty = LWWRegister.empty();

    assertThatNullPointerException()
        .isThrownBy(() -> empty.assign(ann, missing()))
        .withMessage("value");
    assertThatNullPointerException().isThrownBy(() -> empty.assign(missing(), "tea"));
    assertThatNullPointerException().isThrownBy(() -> empty.merge(missing()));
    assertThatNullPointerException().isThrownBy(() -> empty.deltaSince(missing()));
    assertThatNullPointerException().isThrownBy(() -> empty.isAtMost(missing()));
  }

  @Test
  void valueAndTimestampAreShown() {
    LWWRegister<String> tea = LWWRegister.<String>empty().assign(ann, "tea");

    assertThat(tea).hasToString("LWWRegister[tea]{2026-05-04T12:00:00Z+0@A}");
    assertThat(LWWRegister.empty()).hasToString("LWWRegister[]");
  }
}
