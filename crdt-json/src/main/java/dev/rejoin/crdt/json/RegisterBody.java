package dev.rejoin.crdt.json;

import dev.rejoin.crdt.Dot;
import dev.rejoin.crdt.HybridTimestamp;
import dev.rejoin.crdt.MVRegister;
import dev.rejoin.crdt.MVRegister.Assignment;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code [[0,3,1767225600000,0,"tea"]]}: the live dots, ascending, each with the milliseconds and
 * the counter of the timestamp, whose replica is that of the dot, and with the value.
 */
final class RegisterBody implements Body<MVRegister<Object>> {

  private static final String ENTRY = "assignment";

  @Override
  public boolean isLive(MVRegister<Object> register) {
    return !register.isEmpty();
  }

  @Override
  public void write(MVRegister<Object> register, CausalWriter out) throws IOException {
    List<Map.Entry<Dot, Assignment<Object>>> live = new ArrayList<>(1);
    register.forEachLive((dot, assignment) -> live.add(Map.entry(dot, assignment)));
    Sink json = out.out();
    json.startArray(live.size());
    for (Map.Entry<Dot, Assignment<Object>> entry : live) {
      json.startArray(5);
      out.dot(entry.getKey());
      json.number(entry.getValue().timestamp().millis());
      json.number(entry.getValue().timestamp().counter());
      out.out().content(entry.getValue().value());
      json.endArray();
    }
    json.endArray();
  }

  @Override
  public MVRegister<Object> read(CausalReader in) throws IOException {
    MVRegister.Builder<Object> register = MVRegister.builderUnder(in.dots());
    @Nullable Dot previous = null;
    in.in().beginArray("assignments of a register");
    while (in.in().more()) {
      in.in().beginArray(ENTRY);
      in.in().next(ENTRY, "a dot");
      Dot dot = in.dotAfter(previous, "dots of a register");
      Assignment<Object> assignment = assignment(dot, in);
      in.in().endArray(ENTRY);
      in.built(() -> register.live(dot, assignment));
      previous = dot;
    }
    return register.build();
  }

  private static Assignment<Object> assignment(Dot dot, CausalReader in) throws IOException {
    in.in().next(ENTRY, "milliseconds");
    long millis = HybridTimestampFormat.millis(in.in());
    in.in().next(ENTRY, "a counter");
    int counter = HybridTimestampFormat.counter(in.in());
    in.in().next(ENTRY, "a value");
    return new Assignment<>(new HybridTimestamp(millis, counter, dot.replica()), in.content(0));
  }
}
