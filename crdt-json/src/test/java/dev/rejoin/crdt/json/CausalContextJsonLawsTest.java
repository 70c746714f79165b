package dev.rejoin.crdt.json;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.rejoin.crdt.CausalContext;
import dev.rejoin.crdt.Dot;
import dev.rejoin.crdt.ReplicaId;
import dev.rejoin.crdt.testkit.CrdtLaws;
import dev.rejoin.crdt.testkit.Meaning;
import dev.rejoin.crdt.testkit.Subject;
import java.util.List;

class CausalContextJsonLawsTest implements CrdtLaws<CausalContext> {

  private static final ReplicaId SHARED = ReplicaId.of("shared");

  private static Subject<CausalContext> neverWritten() {
    return Subject.startingAt(CausalContext.empty())
        .edit("next", (context, me) -> context.add(me.nextDot(context)))
        .edit(
            "add",
            List.of(1L, 2L, 5L, Dot.MAX_COUNTER),
            (context, me, counter) -> context.add(new Dot(SHARED, counter)))
        .observing(CausalContext::toString);
  }

  @Override
  public Subject<CausalContext> subject() {
    return Encodings.encoded(
            neverWritten().meaning(Meaning.like(neverWritten())),
            new TypeReference<CausalContext>() {})
        .restarting();
  }
}
