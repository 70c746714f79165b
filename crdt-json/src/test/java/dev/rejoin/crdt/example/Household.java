package dev.rejoin.crdt.example;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rejoin.crdt.Author;
import dev.rejoin.crdt.Crdt;
import dev.rejoin.crdt.GCounter;
import dev.rejoin.crdt.LWWRegister;
import dev.rejoin.crdt.ORSet;
import dev.rejoin.crdt.PNCounter;

/**
 * The document of which every device holds a copy: a shopping list with its title, the money that
 * is left, and how often somebody went to the shop. A record of CRDTs is a CRDT: it merges and is
 * compared part by part. In JSON, parts that know nothing are left out, and one that is missing is
 * read as empty: a delta has no more parts than have changed.
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record Household(LWWRegister<String> title, ORSet<String> list, PNCounter budget, GCounter visits)
    implements Crdt<Household> {

  /** The document before the first edit, the same on every device. */
  static final Household EMPTY =
      new Household(LWWRegister.empty(), ORSet.empty(), PNCounter.empty(), GCounter.empty());

  @Override
  public Household merge(Household other) {
    return new Household(
        title.merge(other.title),
        list.merge(other.list),
        budget.merge(other.budget),
        visits.merge(other.visits));
  }

  @Override
  public Household deltaSince(Household base) {
    return new Household(
        title.deltaSince(base.title),
        list.deltaSince(base.list),
        budget.deltaSince(base.budget),
        visits.deltaSince(base.visits));
  }

  @Override
  public boolean isAtMost(Household other) {
    return title.isAtMost(other.title)
        && list.isAtMost(other.list)
        && budget.isAtMost(other.budget)
        && visits.isAtMost(other.visits);
  }

  Household rename(Author me, String text) {
    return new Household(title.assign(me, text), list, budget, visits);
  }

  Household add(Author me, String item) {
    return new Household(title, list.add(me, item), budget, visits);
  }

  Household remove(String item) {
    return new Household(title, list.remove(item), budget, visits);
  }

  Household earn(Author me, long amount) {
    return new Household(title, list, budget.increment(me, amount), visits);
  }

  Household spend(Author me, long amount) {
    return new Household(title, list, budget.decrement(me, amount), visits);
  }

  Household visit(Author me) {
    return new Household(title, list, budget, visits.increment(me));
  }
}
