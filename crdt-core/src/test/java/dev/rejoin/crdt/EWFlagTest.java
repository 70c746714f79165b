package dev.rejoin.crdt;

import static dev.rejoin.crdt.Replicas.A;
import static dev.rejoin.crdt.Replicas.ANN;
import static dev.rejoin.crdt.Replicas.BEN;
import static dev.rejoin.crdt.Replicas.dot;
import static dev.rejoin.crdt.Replicas.missing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import org.junit.jupiter.api.Test;

class EWFlagTest {

  private final EWFlag on = EWFlag.empty().enable(ANN);

  @Test
  void enablingWinsOverAConcurrentDisabling() {
    EWFlag off = on.disable();
    EWFlag again = on.enable(BEN);

    assertThat(off.merge(again).isEnabled()).isTrue();
    assertThat(again.merge(off)).isEqualTo(off.merge(again));
  }

  @Test
  void aSecondEnablingOfAnEnabledFlagWinsOverAConcurrentDisabling() {
    EWFlag again = on.enable(ANN);

    assertThat(again).isNotEqualTo(on);
    assertThat(again.merge(on.disable()).isEnabled()).isTrue();
  }

  @Test
  void aDisabledFlagStaysSoAfterMergingAnOlderCopy() {
    EWFlag off = on.disable();

    assertThat(off.merge(on)).isSameAs(off);
    assertThat(on.merge(off)).isSameAs(off);
    assertThat(off.isEnabled()).isFalse();
  }

  @Test
  void anEditThatChangesNothingReturnsTheSameFlag() {
    EWFlag off = on.disable();

    assertThat(off.disable()).isSameAs(off);
    assertThat(EWFlag.empty().disable()).isSameAs(EWFlag.empty());
  }

  @Test
  void aDeltaCarriesOnlyWhatThePeerLacks() {
    EWFlag both = on.merge(EWFlag.empty().enable(BEN));

    assertThat(both.deltaSince(on)).hasToString("EWFlag[true]{B: 1}");
    assertThat(both.disable().deltaSince(both)).hasToString("EWFlag[false]{A: 1, B: 1}");
    assertThat(both.merge(both.disable().deltaSince(both))).isEqualTo(both.disable());
    assertThat(both.deltaSince(both)).isSameAs(EWFlag.empty());
  }

  @Test
  void aStateTakenApartIsPutTogetherAgain() {
    EWFlag flag = on.merge(EWFlag.empty().enable(BEN));

    LiveDots dots = LiveDots.under(flag.context());
    EWFlag.Builder builder = EWFlag.builderUnder(dots);
    flag.forEachLive(builder::live);
    EWFlag read = builder.build();

    assertThat(read).isEqualTo(flag);
    assertThat(EWFlag.builder(CausalContext.empty()).build()).isSameAs(EWFlag.empty());
    assertThat(EWFlag.builder(on.context()).build()).isEqualTo(on.disable());
  }

  @Test
  void whatNoHistoryReachesIsRefused() {
    EWFlag.Builder builder = EWFlag.builder(on.context()).live(dot(A, 1));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder.live(dot(A, 1)))
        .withMessage("a dot must live at one place only, but A:1 does at two");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder.live(dot(A, 2)))
        .withMessage("a live dot must be in the context, but A:2 is not");
  }

  @Test
  void nullsAreRefused() {
    assertThatNullPointerException().isThrownBy(() -> on.enable(missing()));
    assertThatNullPointerException().isThrownBy(() -> on.merge(missing()));
    assertThatNullPointerException().isThrownBy(() -> LiveDots.under(missing()));
  }
}
