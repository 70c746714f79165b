package dev.rejoin.crdt.testkit;

import dev.rejoin.crdt.CausalContext;
import dev.rejoin.crdt.Dot;
import dev.rejoin.crdt.ReplicaId;
import io.vavr.collection.List;
import java.util.HashMap;
import java.util.Map;

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
        .codec(CausalContextLawsTest::saved, CausalContext::of)
        .observing(CausalContextLawsTest::saved)
        .meaning(CausalContextLawsTest::ranges);
  }

  private static List<CausalContext.Range> saved(CausalContext context) {
    return List.ofAll(context.ranges());
  }

  private static Iterable<CausalContext.Range> ranges(Visible visible) {
    Map<Visible.Edit, Dot> dots = new HashMap<>();
    for (Visible.Edit edit : visible.edits()) {
      dots.put(
          edit,
          switch (edit.name()) {
            case "next" -> new Dot(edit.replica(), 1 + greatest(visible, edit, dots));
            case "add" -> new Dot(Z, edit.argument(Long.class));
            default -> new Dot(A, 4);
          });
    }
    return List.ofAll(CausalContext.of(dots.values().toArray(Dot[]::new)).ranges());
  }

  private static long greatest(Visible visible, Visible.Edit next, Map<Visible.Edit, Dot> dots) {
    return dots.keySet().stream()
        .filter(edit -> visible.saw(next, edit))
        .map(dots::get)
        .filter(dot -> dot.replica().equals(next.replica()))
        .mapToLong(Dot::counter)
        .max()
        .orElse(0);
  }
}
