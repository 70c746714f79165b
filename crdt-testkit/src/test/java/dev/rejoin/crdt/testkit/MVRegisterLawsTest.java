package dev.rejoin.crdt.testkit;

import dev.rejoin.crdt.CausalContext;
import dev.rejoin.crdt.Dot;
import dev.rejoin.crdt.MVRegister;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

class MVRegisterLawsTest implements CrdtLaws<MVRegister<String>> {

  @Override
  public Subject<MVRegister<String>> subject() {
    return Subject.startingAt(MVRegister.<String>empty())
        .edit(
            "assign",
            List.of("x", "y"),
            EdgeValues.strings(),
            (register, me, value) -> register.assign(me, value))
        .edit("clear", (register, me) -> register.clear())
        .codec(Saved::of, Saved::read)
        .observing(MVRegisterLawsTest::seen)
        .meaning(Meanings.multiValue("assign", "clear"));
  }

  /** The latest is one of all values; which one, the clocks say. */
  private static Set<String> seen(MVRegister<String> register) {
    if (register.latest().isEmpty() != register.isEmpty()
        || register.latest().exists(latest -> !register.values().contains(latest))) {
      throw new AssertionError(register.latest() + " is not of " + register.values());
    }
    return register.values().toJavaSet();
  }

  private record Saved(CausalContext context, Map<Dot, MVRegister.Assignment<String>> live) {

    static Saved of(MVRegister<String> register) {
      Map<Dot, MVRegister.Assignment<String>> live = new HashMap<>();
      register.forEachLive(live::put);
      return new Saved(register.context(), live);
    }

    MVRegister<String> read() {
      MVRegister.Builder<String> builder = MVRegister.builder(context);
      live.forEach(builder::live);
      return builder.build();
    }
  }
}
