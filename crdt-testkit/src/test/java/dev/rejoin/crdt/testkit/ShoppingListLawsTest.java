package dev.rejoin.crdt.testkit;

import dev.rejoin.crdt.ORSet;
import java.util.List;

class ShoppingListLawsTest implements CrdtLaws<ORSet<String>> {

  @Override
  public Subject<ORSet<String>> subject() {
    return Subject.startingAt(ORSet.<String>empty())
        .edit("add", List.of("milk", "tea"), (list, me, item) -> list.add(me, item))
        .edit("remove", List.of("milk"), (list, me, item) -> list.remove(item))
        .observing(ORSet::elements);
  }
}
