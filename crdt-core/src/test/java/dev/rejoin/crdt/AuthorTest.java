package dev.rejoin.crdt;

import static dev.rejoin.crdt.Replicas.A;
import static dev.rejoin.crdt.Replicas.NOON;
import static dev.rejoin.crdt.Replicas.dot;
import static dev.rejoin.crdt.Replicas.missing;
import static dev.rejoin.crdt.Replicas.stamp;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AuthorTest {

  private final HybridClock clock = HybridClock.of(Clock.fixed(NOON, ZoneOffset.UTC));

  @Test
  void anAuthorNeedsIdAndClock() {
    assertThatNullPointerException().isThrownBy(() -> Author.of(missing())).withMessage("id");
    assertThatNullPointerException()
        .isThrownBy(() -> Author.of(missing(), clock))
        .withMessage("id");
    assertThatNullPointerException().isThrownBy(() -> Author.of(A, missing())).withMessage("clock");
    assertThat(Author.of(A)).hasToString("Author A");
    assertThat(Author.of(A).id()).isEqualTo(A);
  }

  @Test
  void aLentAuthorEditsUntilTheCallEnds() {
    List<Author> kept = new ArrayList<>();

    Dot dot =
        Author.lend(
            A,
            clock,
            me -> {
              kept.add(me);
              assertThat(me.stampAfter(stamp(NOON.toEpochMilli() + 1, A)).counter()).isEqualTo(1);
              return me.nextDot(CausalContext.of(dot(A, 4)));
            });

    assertThat(dot).isEqualTo(dot(A, 5));
    Author me = kept.get(0);
    assertThat(me.id()).isEqualTo(A);
    assertThatIllegalStateException()
        .isThrownBy(() -> me.nextDot(CausalContext.empty()))
        .withMessage(
            "author of an update by A must not be used once the update has ended;"
                + " edit within update");
    assertThatIllegalStateException().isThrownBy(me::stamp);
    assertThatIllegalStateException().isThrownBy(() -> me.stampAfter(stamp(1, A)));
  }

  @Test
  void dotsComeFromTheContextAndStampsFromTheClock() {
    Author ann = Author.of(A, clock);

    assertThat(ann.nextDot(CausalContext.of(dot(A, 4)))).isEqualTo(dot(A, 5));
    HybridTimestamp first = ann.stamp();
    assertThat(first).isEqualTo(stamp(NOON.toEpochMilli(), A));
    assertThat(ann.stampAfter(first)).isGreaterThan(first);
  }
}
