package dev.rejoin.crdt.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.platform.engine.TestExecutionResult.Status.FAILED;

import dev.rejoin.crdt.Author;
import dev.rejoin.crdt.Crdt;
import dev.rejoin.crdt.ReplicaId;
import io.vavr.collection.SortedMap;
import io.vavr.collection.TreeMap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** The wallet of the README that mints coins, and the report that it gets. */
class ReadmeBrokenWalletTest {

  record Wallet(SortedMap<ReplicaId, Integer> coins) implements Crdt<Wallet> {

    static final Wallet EMPTY = new Wallet(TreeMap.empty());

    Wallet earn(Author me) {
      return plus(me.id(), 1);
    }

    Wallet spend(Author me) {
      return has(me) ? plus(me.id(), -1) : this;
    }

    Wallet give(Author me, ReplicaId to) {
      return has(me) ? plus(me.id(), -1).plus(to, 1) : this;
    }

    long value() {
      return coins.values().sum().longValue();
    }

    @Override
    public Wallet merge(Wallet other) {
      return new Wallet(coins.merge(other.coins, Math::max));
    }

    private boolean has(Author me) {
      return coins.getOrElse(me.id(), 0) > 0;
    }

    private Wallet plus(ReplicaId device, int amount) {
      return new Wallet(coins.put(device, amount, Integer::sum));
    }
  }

  static class WalletLawsTest implements CrdtLaws<Wallet> {

    @Override
    public Subject<Wallet> subject() {
      return Subject.startingAt(Wallet.EMPTY)
          .edit("earn", Wallet::earn)
          .edit("spend", Wallet::spend)
          .edit("give", List.of(ReplicaId.of("A"), ReplicaId.of("B")), Wallet::give)
          .observing(Wallet::value)
          .meaning(Meaning.oneOf(WalletLawsTest::nothingToAllThatWasEarned));
    }

    private static List<Long> nothingToAllThatWasEarned(Visible visible) {
      return LongStream.rangeClosed(0, visible.edits("earn").count()).boxed().toList();
    }
  }

  @Test
  void reportInTheReadmeIsTheOneThatItGets() throws IOException {
    Subject<Wallet> subject = new WalletLawsTest().subject();

    LawViolation violation =
        catchThrowableOfType(LawViolation.class, () -> CrdtVerifier.of(subject).verify());

    assertThat(Files.readString(Path.of("..", "README.md"))).contains(violation.getMessage());
  }

  @Test
  void jqwikFindsTheSameAndThatOneCoinBecomesTwo() {
    JqwikRun run = JqwikRun.of(WalletLawsTest.class);

    assertThat(run.status(FAILED))
        .containsExactly("convergent", "delta", "inflating", "meaning", "staleMerge");
    assertThat(run.failure("inflating"))
        .hasMessageContaining("merge(old, edited) = Wallet[coins=TreeMap((A, 1))]");
    assertThat(run.failure("meaning"))
        .hasMessageContaining("value of x             = 2\n  one of what x can mean = [0, 1]");
  }
}
