package dev.rejoin.crdt;

import static dev.rejoin.crdt.Replicas.A;
import static dev.rejoin.crdt.Replicas.dot;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DotStoreTest {

  @Test
  void aJoinThatEqualsTheOtherSideIsThatObject() {
    DotSet old = DotSet.of(dot(A, 1));
    DotSet now = DotSet.of(dot(A, 2));
    CausalContext seen = CausalContext.of(dot(A, 1), dot(A, 2));

    assertThat(old.join(CausalContext.of(dot(A, 1)), now, seen)).isSameAs(now);
    DotMap<String, DotSet> before = DotMap.<String, DotSet>none().put("x", old).put("y", now);
    DotMap<String, DotSet> after = DotMap.<String, DotSet>none().put("x", now);
    assertThat(
            DotMap.<String, DotSet>none()
                .put("x", old)
                .join(CausalContext.of(dot(A, 1)), after, seen))
        .isSameAs(after);
    assertThat(before).isNotEqualTo(after);
  }

  /** A removed key came back with all below it, since a join under no context skipped the map. */
  @Test
  void aMapLeavesOutWhatAContextHasSeen() {
    DotMap<String, DotSet> map =
        DotMap.<String, DotSet>none().put("x", DotSet.of(dot(A, 1))).put("y", DotSet.of(dot(A, 2)));

    assertThat(map.unseenBy(CausalContext.of(dot(A, 1), dot(A, 2))).isEmpty()).isTrue();
    assertThat(map.unseenBy(CausalContext.of(dot(A, 1))))
        .isEqualTo(DotMap.<String, DotSet>none().put("y", DotSet.of(dot(A, 2))));
    assertThat(map.unseenBy(CausalContext.of(dot(A, 3)))).isSameAs(map);
  }
}
