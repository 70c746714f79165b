package dev.rejoin.crdt.testkit;

import dev.rejoin.crdt.CausalContext;
import dev.rejoin.crdt.Dot;
import dev.rejoin.crdt.EWFlag;
import java.util.ArrayList;
import java.util.List;

class EWFlagLawsTest implements CrdtLaws<EWFlag> {

  @Override
  public Subject<EWFlag> subject() {
    return Subject.startingAt(EWFlag.empty())
        .edit("enable", EWFlag::enable)
        .edit("disable", (flag, me) -> flag.disable())
        .codec(Saved::of, Saved::read)
        .observing(EWFlag::isEnabled)
        .meaning(Meanings.enableWinsFlag("enable", "disable"));
  }

  private record Saved(CausalContext context, List<Dot> live) {

    static Saved of(EWFlag flag) {
      List<Dot> live = new ArrayList<>();
      flag.forEachLive(live::add);
      return new Saved(flag.context(), live);
    }

    EWFlag read() {
      EWFlag.Builder builder = EWFlag.builder(context);
      live.forEach(builder::live);
      return builder.build();
    }
  }
}
