package dev.rejoin.crdt.testkit;

import dev.rejoin.crdt.LWWRegister;
import java.util.List;

class LWWRegisterLawsTest implements CrdtLaws<LWWRegister<String>> {

  @Override
  public Subject<LWWRegister<String>> subject() {
    return Subject.startingAt(LWWRegister.<String>empty())
        .edit("assign", List.of("x", "y"), (register, me, value) -> register.assign(me, value))
        .observing(LWWRegister::value);
  }
}
