package dev.rejoin.crdt.testkit;

import dev.rejoin.crdt.CausalContext;
import dev.rejoin.crdt.Dot;
import dev.rejoin.crdt.ReplicaId;
import io.vavr.collection.List;

class CausalContextLawsTest implements CrdtLaws<CausalContext> {

  private static final ReplicaId A = ReplicaId.of("A");
  private static final ReplicaId Z = ReplicaId.of("Z");

  @Override
  public Subject<CausalContext> subject() {
    return Subject.startingAt(CausalContext.empty())
        .edit("next", (context, me) -> context.add(me.nextDot(context)))
        .edit(
            "add",
            List.of(1L, 2L, 3L, 5L, Dot.MAX_COUNTER).asJava(),
            (context, me, counter) -> context.add(new Dot(Z, counter)))
        .edit("add between", (context, me) -> context.add(new Dot(A, 4)))
        .observing(context -> List.ofAll(context.ranges()));
  }
}
