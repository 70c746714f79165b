package dev.rejoin.crdt.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.TestExecutionResult.Status.ABORTED;
import static org.junit.platform.engine.TestExecutionResult.Status.FAILED;

import dev.rejoin.crdt.Author;
import dev.rejoin.crdt.Crdt;
import dev.rejoin.crdt.GCounter;
import dev.rejoin.crdt.ReplicaId;
import io.vavr.collection.SortedMap;
import io.vavr.collection.TreeMap;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** The wallet of the README that keeps its bound. */
class ReadmeWalletTest {

  record Wallet(GCounter earned, GCounter spent, SortedMap<ReplicaId, GCounter> given)
      implements Crdt<Wallet> {

    static final Wallet EMPTY = new Wallet(GCounter.empty(), GCounter.empty(), TreeMap.empty());

    Wallet earn(Author me) {
      return new Wallet(earned.increment(me), spent, given);
    }

    Wallet spend(Author me) {
      return has(me) ? new Wallet(earned, spent.increment(me), given) : this;
    }

    Wallet give(Author me, ReplicaId to) {
      return has(me) ? new Wallet(earned, spent, given.put(to, givenTo(to).increment(me))) : this;
    }

    long value() {
      return earned.value() - spent.value();
    }

    @Override
    public Wallet merge(Wallet other) {
      return new Wallet(
          earned.merge(other.earned),
          spent.merge(other.spent),
          given.merge(other.given, GCounter::merge));
    }

    private boolean has(Author me) {
      long received = earned.count(me.id()) + givenTo(me.id()).value();
      long gone = spent.count(me.id());
      for (GCounter gifts : given.values()) {
        gone += gifts.count(me.id());
      }
      return received > gone;
    }

    private GCounter givenTo(ReplicaId device) {
      return given.getOrElse(device, GCounter.empty());
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
  void everyLawHoldsUnderJqwik() {
    JqwikRun run = JqwikRun.of(WalletLawsTest.class);

    assertThat(run.status(FAILED)).isEmpty();
    assertThat(run.status(ABORTED)).containsExactly("codec");
  }

  @Test
  void everyLawHoldsOnAllTimelinesOfThreeSteps() {
    Subject<Wallet> subject = new WalletLawsTest().subject();
    Search<Wallet> search = new Search<>(subject, true, Duration.ofMinutes(5), 3, true);

    Coverage coverage = search.run(200, 1);

    assertThat(search.found()).isEmpty();
    assertThat(coverage.isComplete()).as(coverage.toString()).isTrue();
  }
}
