package app;

import dev.rejoin.crdt.ReplicaId;
import dev.rejoin.crdt.testkit.CrdtLaws;
import dev.rejoin.crdt.testkit.Meaning;
import dev.rejoin.crdt.testkit.Subject;
import dev.rejoin.crdt.testkit.Visible;
import java.util.List;
import java.util.stream.LongStream;

class WalletLawsTest implements CrdtLaws<Wallet> {

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
