package dev.rejoin.crdt;

import static dev.rejoin.crdt.Replicas.A;
import static dev.rejoin.crdt.Replicas.ANN;
import static dev.rejoin.crdt.Replicas.B;
import static dev.rejoin.crdt.Replicas.BEN;
import static dev.rejoin.crdt.Replicas.dot;
import static dev.rejoin.crdt.Replicas.missing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.util.List;
import org.junit.jupiter.api.Test;

class ORSetBuilderTest {

  private static final CausalContext SEEN = CausalContext.of(dot(A, 1), dot(A, 2), dot(B, 1));

  @Test
  void aStateTakenApartIsPutTogetherAgain() {
    ORSet<String> set =
        ORSet.<String>empty()
            .add(ANN, "milk")
            .add(BEN, "eggs")
            .merge(ORSet.<String>empty().add(BEN, "tea").add(BEN, "milk"))
            .remove("eggs");
    ORSet.Builder<String> builder = ORSet.builder(set.context());

    set.forEachLive(builder::live);

    assertThat(builder.build()).isEqualTo(set);
  }

  @Test
  void anElementWithOneDotNeedsNoList() {
    ORSet<String> set =
        ORSet.<String>builder(SEEN).live("milk", dot(A, 1)).live("eggs", dot(B, 1)).build();

    assertThat(set)
        .isEqualTo(
            ORSet.<String>empty()
                .add(ANN, "milk")
                .merge(ORSet.<String>empty().add(BEN, "eggs"))
                .add(ANN, "tea")
                .remove("tea"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ORSet.builder(SEEN).live("tea", dot(B, 2)))
        .withMessage("a live dot must be in the context, but B:2 is not");
  }

  @Test
  void whatIsRefusedTakesNoDot() {
    ORSet.Builder<String> builder = ORSet.builder(SEEN);

    assertThatNullPointerException()
        .isThrownBy(() -> builder.live(missing(), dot(A, 1)))
        .withMessage("element");

    assertThat(builder.live("milk", dot(A, 1)).build()).containsExactly("milk");
  }

  @Test
  void theFirstOfSeveralDotsIsHeldToTheRulesToo() {
    ORSet.Builder<String> builder = ORSet.<String>builder(SEEN).live("milk", dot(A, 1));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder.live("eggs", List.of(dot(A, 1), dot(A, 2))))
        .withMessage("a dot must live at one place only, but A:1 does at two");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder.live("eggs", List.of(dot(B, 2), dot(A, 2))))
        .withMessage("a live dot must be in the context, but B:2 is not");
  }

  @Test
  void aContextAloneIsAStateInWhichAllWasRemoved() {
    ORSet<String> set = ORSet.<String>builder(SEEN).build();

    assertThat(set).isEmpty();
    assertThat(set.context()).isEqualTo(SEEN);
    assertThat(ORSet.builder(CausalContext.empty()).build()).isSameAs(ORSet.empty());
  }

  @Test
  void aLiveDotOutsideTheContextIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ORSet.builder(SEEN).live("milk", List.of(dot(B, 2))))
        .withMessage("a live dot must be in the context, but B:2 is not");
  }

  @Test
  void aDotAtTwoPlacesIsRefused() {
    ORSet.Builder<String> builder = ORSet.<String>builder(SEEN).live("milk", List.of(dot(A, 1)));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder.live("eggs", List.of(dot(A, 2), dot(A, 1))))
        .withMessage("a dot must live at one place only, but A:1 does at two");
  }

  @Test
  void anElementWithoutADotIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ORSet.builder(SEEN).live("milk", List.of()))
        .withMessage("an element must have a live dot, but milk has none");
  }

  @Test
  void anElementGivenTwiceIsRefused() {
    ORSet.Builder<String> builder =
        ORSet.<String>builder(SEEN)
            .live("milk", List.of(dot(A, 1)))
            .live("milk", List.of(dot(B, 1)));

    assertThatIllegalArgumentException()
        .isThrownBy(builder::build)
        .withMessage("an element must be given once, but milk was given twice");
  }
}
