package app;

import dev.rejoin.crdt.ReplicaId;
import dev.rejoin.crdt.testkit.CrdtVerifier;
import dev.rejoin.crdt.testkit.Meaning;
import dev.rejoin.crdt.testkit.Subject;
import dev.rejoin.crdt.testkit.Visible;
import java.util.List;
import java.util.stream.LongStream;

public class WalletCheck {

  public static void main(String[] args) {
    System.out.println(CrdtVerifier.of(subject()).verify());
  }

  static Subject<Wallet> subject() {
    return Subject.startingAt(Wallet.EMPTY)
        .edit("earn", Wallet::earn)
        .edit("spend", Wallet::spend)
        .edit("give", List.of(ReplicaId.of("A"), ReplicaId.of("B")), Wallet::give)
        .observing(Wallet::value)
        .meaning(Meaning.oneOf(WalletCheck::nothingToAllThatWasEarned));
  }

  private static List<Long> nothingToAllThatWasEarned(Visible visible) {
    return LongStream.rangeClosed(0, visible.edits("earn").count()).boxed().toList();
  }
}
