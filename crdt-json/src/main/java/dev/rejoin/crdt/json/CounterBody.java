package dev.rejoin.crdt.json;

import dev.rejoin.crdt.CausalCounter;
import dev.rejoin.crdt.CausalCounter.Amounts;
import dev.rejoin.crdt.Dot;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code [[0,3,7,0],[1,2,0,1]]}: the live dots, ascending, each with the increments and the
 * decrements that it carries.
 */
final class CounterBody implements Body<CausalCounter> {

  private static final String ENTRY = "amounts of a dot";

  @Override
  public boolean isLive(CausalCounter counter) {
    return !live(counter).isEmpty();
  }

  private static List<Map.Entry<Dot, Amounts>> live(CausalCounter counter) {
    List<Map.Entry<Dot, Amounts>> live = new ArrayList<>();
    counter.forEachLive((dot, amounts) -> live.add(Map.entry(dot, amounts)));
    return live;
  }

  @Override
  public void write(CausalCounter counter, CausalWriter out) throws IOException {
    List<Map.Entry<Dot, Amounts>> live = live(counter);
    out.out().startArray(live.size());
    for (Map.Entry<Dot, Amounts> entry : live) {
      out.out().startArray(4);
      out.dot(entry.getKey());
      out.out().number(entry.getValue().increments());
      out.out().number(entry.getValue().decrements());
      out.out().endArray();
    }
    out.out().endArray();
  }

  @Override
  public CausalCounter read(CausalReader in) throws IOException {
    CausalCounter.Builder counter = CausalCounter.builderUnder(in.dots());
    @Nullable Dot previous = null;
    in.in().beginArray("amounts of a counter");
    while (in.in().more()) {
      in.in().beginArray(ENTRY);
      in.in().next(ENTRY, "a dot");
      Dot dot = in.dotAfter(previous, "dots of a counter");
      Amounts amounts = new Amounts(amount("increments", in), amount("decrements", in));
      in.in().endArray(ENTRY);
      in.built(() -> counter.live(dot, amounts));
      previous = dot;
    }
    return counter.build();
  }

  private static long amount(String subject, CausalReader in) throws IOException {
    in.in().next(ENTRY, subject);
    return in.in().integer(subject, 0, CausalCounter.MAX_COUNT);
  }
}
