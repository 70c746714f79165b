package dev.rejoin.crdt.testkit;

import dev.rejoin.crdt.HybridTimestamp;
import dev.rejoin.crdt.LWWRegister;
import io.vavr.collection.Set;
import io.vavr.control.Option;
import java.util.List;

class LWWRegisterLawsTest implements CrdtLaws<LWWRegister<String>> {

  @Override
  public Subject<LWWRegister<String>> subject() {
    return Subject.startingAt(LWWRegister.<String>empty())
        .edit(
            "assign",
            List.of("x", "y"),
            EdgeValues.strings(),
            (register, me, value) -> register.assign(me, value))
        .codec(LWWRegisterLawsTest::saved, LWWRegisterLawsTest::read)
        .observing(LWWRegister::value)
        .meaning(Meanings.lastWriterWins("assign"));
  }

  private record Saved(Option<HybridTimestamp> timestamp, Set<String> tied) {}

  private static Saved saved(LWWRegister<String> register) {
    return new Saved(register.timestamp(), register.tied());
  }

  private static LWWRegister<String> read(Saved saved) {
    return saved
        .timestamp()
        .map(timestamp -> LWWRegister.of(timestamp, saved.tied()))
        .getOrElse(LWWRegister.empty());
  }
}
