package dev.rejoin.crdt.json;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.rejoin.crdt.ORSet;
import dev.rejoin.crdt.testkit.CrdtLaws;
import dev.rejoin.crdt.testkit.EdgeValues;
import dev.rejoin.crdt.testkit.Meanings;
import dev.rejoin.crdt.testkit.Subject;
import java.util.List;

class ORSetJsonLawsTest implements CrdtLaws<ORSet<String>> {

  @Override
  public Subject<ORSet<String>> subject() {
    return Encodings.encoded(
            Subject.startingAt(ORSet.<String>empty())
                .edit(
                    "add",
                    List.of("x", "", "\u65e5 \"{"),
                    EdgeValues.strings(),
                    (set, me, e) -> set.add(me, e))
                .edit("remove", List.of("x"), (set, me, e) -> set.remove(e))
                .observing(ORSet::elements)
                .meaning(Meanings.addWinsSet("add", "remove")),
            new TypeReference<ORSet<String>>() {})
        .restarting();
  }
}
