package dev.rejoin.crdt.json;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.rejoin.crdt.GSet;
import dev.rejoin.crdt.testkit.CrdtLaws;
import dev.rejoin.crdt.testkit.EdgeValues;
import dev.rejoin.crdt.testkit.Meanings;
import dev.rejoin.crdt.testkit.Subject;
import java.util.List;

class GSetJsonLawsTest implements CrdtLaws<GSet<String>> {

  @Override
  public Subject<GSet<String>> subject() {
    return Encodings.encoded(
            Subject.startingAt(GSet.<String>empty())
                .edit(
                    "add",
                    List.of("x", "", "Aa", "BB"),
                    EdgeValues.strings(),
                    (set, me, e) -> set.add(e))
                .observing(GSet::elements)
                .meaning(Meanings.growOnlySet("add")),
            new TypeReference<GSet<String>>() {})
        .restarting();
  }
}
