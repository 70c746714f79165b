package dev.rejoin.crdt.json;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.rejoin.crdt.EWFlag;
import dev.rejoin.crdt.testkit.CrdtLaws;
import dev.rejoin.crdt.testkit.Meanings;
import dev.rejoin.crdt.testkit.Subject;

class EWFlagJsonLawsTest implements CrdtLaws<EWFlag> {

  @Override
  public Subject<EWFlag> subject() {
    return Encodings.encoded(
            Subject.startingAt(EWFlag.empty())
                .edit("enable", EWFlag::enable)
                .edit("disable", (flag, me) -> flag.disable())
                .observing(EWFlag::isEnabled)
                .meaning(Meanings.enableWinsFlag("enable", "disable")),
            new TypeReference<EWFlag>() {})
        .restarting();
  }
}
