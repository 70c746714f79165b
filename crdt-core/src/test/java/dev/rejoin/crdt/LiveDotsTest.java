package dev.rejoin.crdt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LiveDotsTest {

  private static final ReplicaId A = ReplicaId.of("A");
  private static final ReplicaId B = ReplicaId.of("B");
  private static final List<Long> MIXED =
      List.of(1L, 2L, 64L, 63L, 9L, 4L, 200L, 65L, 128L, 129L, 66L, 190L, 5_000L, 127L, 6L);

  private final LiveDots dots =
      LiveDots.under(
          CausalContext.of(
              List.of(new CausalContext.Range(A, 1, 5_000), new CausalContext.Range(B, 1, 5_000))));

  @Test
  void dotsMayComeInAnyOrder() {
    for (long counter : MIXED) {
      Dot dot = new Dot(A, counter);

      assertThat(dots.live(dot)).isSameAs(dot);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 64, 63, 9, 4, 200, 65, 128, 129, 66, 190, 5_000, 127, 6})
  void noDotLivesAtTwoPlaces(long again) {
    MIXED.forEach(counter -> dots.live(new Dot(A, counter)));

    assertThat(dots.live(new Dot(B, again))).isEqualTo(new Dot(B, again));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> dots.live(new Dot(A, again)))
        .withMessage("a dot must live at one place only, but A:%s does at two", again);
  }

  @Test
  void dotsThatWereNotSeenAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> dots.live(new Dot(A, 5_001)))
        .withMessage("a live dot must be in the context, but A:5001 is not");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> dots.live(new Dot(ReplicaId.of("C"), 1)))
        .withMessage("a live dot must be in the context, but C:1 is not");
  }
}
