package dev.rejoin.crdt.json;

import dev.rejoin.crdt.Dot;
import dev.rejoin.crdt.EWFlag;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code [0,3,1,2]}: the live dots, ascending, each the index of its replica and its counter. */
final class FlagBody implements Body<EWFlag> {

  @Override
  public boolean isLive(EWFlag flag) {
    return flag.isEnabled();
  }

  @Override
  public void write(EWFlag flag, CausalWriter out) throws IOException {
    List<Dot> dots = new ArrayList<>(1);
    flag.forEachLive(dots::add);
    out.out().startArray(2 * dots.size());
    for (Dot dot : dots) {
      out.dot(dot);
    }
    out.out().endArray();
  }

  @Override
  public EWFlag read(CausalReader in) throws IOException {
    EWFlag.Builder flag = EWFlag.builderUnder(in.dots());
    @Nullable Dot previous = null;
    in.in().beginArray("dots of a flag");
    while (in.in().more()) {
      Dot dot = in.dotAfter(previous, "dots of a flag");
      in.built(() -> flag.live(dot));
      previous = dot;
    }
    return flag.build();
  }
}
