package app;

import dev.rejoin.crdt.Author;
import dev.rejoin.crdt.Crdt;
import dev.rejoin.crdt.ReplicaId;
import io.vavr.collection.SortedMap;
import io.vavr.collection.TreeMap;

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
