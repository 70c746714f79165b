package dev.rejoin.crdt.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rejoin.crdt.Author;
import dev.rejoin.crdt.Dot;
import dev.rejoin.crdt.ORSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeptEditsTest {

  private final KeptEdits kept = new KeptEdits();
  private final Author me = Author.of(Samples.PHONE);

  private static Edit edit(int index) {
    return Edit.of(1, index);
  }

  private ORSet<String> after(int... indexes) {
    ORSet<String> state = ORSet.empty();
    for (int index : indexes) {
      state = edit(index).apply(state, me);
    }
    return state;
  }

  @Test
  void theEditUnderWayMayBeKeptOrNot() {
    kept.found(List.of(edit(0), edit(1)), edit(2), after(0, 1));
    kept.found(List.of(edit(2)), edit(3), after(0, 1, 2, 3));
    kept.found(List.of(), edit(4), after(0, 1, 2, 3, 4));

    assertThat(kept.faults()).isEmpty();
  }

  @Test
  void anAcknowledgedEditThatIsLostIsFound() {
    kept.found(List.of(edit(0), edit(1)), edit(2), after(0));

    assertThat(kept.faults()).containsExactly("lacks [1.1], has [] beyond");
  }

  @Test
  void anAcknowledgedRemovalThatIsLostIsFound() {
    kept.found(List.of(edit(0), edit(3), edit(4)), edit(5), after(0, 3));

    assertThat(kept.faults()).containsExactly("lacks [], has [1.3x] beyond");
  }

  @Test
  void anAcknowledgedEditThatIsLostWithItsRemovalIsFound() {
    kept.named(new Dot(Samples.PHONE, 2), edit(3).element());
    kept.found(List.of(edit(0), edit(3), edit(4)), edit(5), after(0));

    assertThat(kept.faults()).containsExactly("lacks dot phone:2 of 1.3x");
  }

  @Test
  void whatNobodyHasMadeYetIsFound() {
    kept.found(List.of(edit(0)), edit(1), after(0, 1, 2));

    assertThat(kept.faults()).containsExactly("lacks [], has [1.1, 1.2] beyond");
  }

  @Test
  void anEditThatIsLostLaterIsFound() {
    kept.found(List.of(edit(0)), edit(1), after(0));
    kept.opened(Samples.PHONE, 0, false);

    assertThat(kept.faults()).containsExactly("opened with 0 elements, had 1");
  }

  @Test
  void aDotThatIsUsedTwiceIsFound() {
    kept.named(new Dot(Samples.PHONE, 1), "lost");
    kept.found(List.of(edit(0)), edit(1), after(0));

    assertThat(kept.faults()).containsExactly("dot phone:1 names lost and 1.0");
  }

  @Test
  void anIdThatOutlivesATornLineIsFound() {
    kept.opened(Samples.PHONE, 0, false);
    kept.opened(Samples.PHONE, 0, false);
    kept.opened(Samples.TABLET, 0, true);
    assertThat(kept.faults()).isEmpty();

    kept.opened(Samples.TABLET, 0, true);

    assertThat(kept.faults()).containsExactly("id tablet was kept though a line was torn");
  }
}
