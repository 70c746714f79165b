package dev.rejoin.crdt.testkit;

import dev.rejoin.crdt.ReplicaId;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

/** What counters come to in which each edit carries on the sums of its replica. */
final class CarriedCounts {

  private CarriedCounts() {}

  /**
   * Returns the sum over all replicas of what their last edits carry, if no reset saw these.
   *
   * @param isReset whether an edit takes away what it has seen
   * @param amount what an edit adds; zero for those that count nothing
   */
  static BigInteger sum(
      Visible visible, Predicate<Visible.Edit> isReset, Function<Visible.Edit, BigInteger> amount) {
    List<Visible.Edit> resets = visible.edits().stream().filter(isReset).toList();
    Map<ReplicaId, Visible.Edit> last = new HashMap<>();
    Map<ReplicaId, BigInteger> carried = new HashMap<>();
    for (Visible.Edit edit : visible.edits()) { // those of one replica in the order it made them
      BigInteger own = amount.apply(edit);
      if (own.signum() != 0) {
        Visible.Edit before = last.put(edit.replica(), edit);
        boolean carriesOn =
            before != null
                && resets.stream()
                    .noneMatch(reset -> visible.saw(edit, reset) && visible.saw(reset, before));
        carried.merge(edit.replica(), own, (sum, more) -> carriesOn ? sum.add(more) : more);
      }
    }
    return last.values().stream()
        .filter(edit -> resets.stream().noneMatch(reset -> visible.saw(reset, edit)))
        .map(edit -> carried.getOrDefault(edit.replica(), BigInteger.ZERO))
        .reduce(BigInteger.ZERO, BigInteger::add);
  }
}
