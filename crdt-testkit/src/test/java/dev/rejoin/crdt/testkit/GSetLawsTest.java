package dev.rejoin.crdt.testkit;

import dev.rejoin.crdt.GSet;
import java.util.List;

class GSetLawsTest implements CrdtLaws<GSet<String>> {

  @Override
  public Subject<GSet<String>> subject() {
    return Subject.startingAt(GSet.<String>empty())
        .edit(
            "add", List.of("x", "y", "Aa", "BB"), EdgeValues.strings(), (set, me, e) -> set.add(e))
        .codec(GSet::elements, elements -> GSet.<String>empty().addAll(elements))
        .observing(GSet::elements)
        .meaning(Meanings.growOnlySet("add"));
  }
}
