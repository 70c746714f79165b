package dev.rejoin.crdt.testkit;

import dev.rejoin.crdt.ORSet;
import java.util.List;

class ORSetLawsTest implements CrdtLaws<ORSet<String>> {

  @Override
  public Subject<ORSet<String>> subject() {
    return Subject.startingAt(ORSet.<String>empty())
        .edit("add", List.of("x", "y", "Aa", "BB"), (set, me, e) -> set.add(me, e))
        .edit("addAll", (set, me) -> set.addAll(me, List.of("x", "y")))
        .edit("remove", List.of("x", "Aa"), (set, me, e) -> set.remove(e))
        .edit("clear", (set, me) -> set.clear())
        .observing(ORSet::elements);
  }
}
