package app;

import dev.rejoin.crdt.Author;
import dev.rejoin.crdt.Crdt;
import dev.rejoin.crdt.GCounter;
import dev.rejoin.crdt.ReplicaId;
import io.vavr.collection.SortedMap;
import io.vavr.collection.TreeMap;

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
