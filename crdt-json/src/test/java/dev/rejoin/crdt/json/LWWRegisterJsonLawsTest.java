package dev.rejoin.crdt.json;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.rejoin.crdt.LWWRegister;
import dev.rejoin.crdt.testkit.CrdtLaws;
import dev.rejoin.crdt.testkit.EdgeValues;
import dev.rejoin.crdt.testkit.Meanings;
import dev.rejoin.crdt.testkit.Subject;
import java.util.List;

class LWWRegisterJsonLawsTest implements CrdtLaws<LWWRegister<String>> {

  @Override
  public Subject<LWWRegister<String>> subject() {
    return Encodings.encoded(
            Subject.startingAt(LWWRegister.<String>empty())
                .edit(
                    "assign",
                    List.of("x", "y", ""),
                    EdgeValues.strings(),
                    (register, me, value) -> register.assign(me, value))
                .observing(LWWRegister::value)
                .meaning(Meanings.lastWriterWins("assign")),
            new TypeReference<LWWRegister<String>>() {})
        .restarting();
  }
}
