package dev.rejoin.crdt.json;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.rejoin.crdt.MVRegister;
import dev.rejoin.crdt.testkit.CrdtLaws;
import dev.rejoin.crdt.testkit.EdgeValues;
import dev.rejoin.crdt.testkit.Meanings;
import dev.rejoin.crdt.testkit.Subject;
import java.util.List;

class MVRegisterJsonLawsTest implements CrdtLaws<MVRegister<String>> {

  @Override
  public Subject<MVRegister<String>> subject() {
    return Encodings.encoded(
            Subject.startingAt(MVRegister.<String>empty())
                .edit(
                    "assign",
                    List.of("x", "y"),
                    EdgeValues.strings(),
                    (register, me, value) -> register.assign(me, value))
                .edit("clear", (register, me) -> register.clear())
                .observing(register -> register.values().toJavaSet())
                .meaning(Meanings.multiValue("assign", "clear")),
            new TypeReference<MVRegister<String>>() {})
        .restarting();
  }
}
