package dev.rejoin.crdt.json;

import dev.rejoin.crdt.CausalContext;
import dev.rejoin.crdt.CausalContext.Range;
import dev.rejoin.crdt.LiveDots;
import dev.rejoin.crdt.ReplicaId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The causal types: {@code "replicas":["phone","tablet"],"seen":[[1,3,5,5],[1,9]],"live":...}.
 *
 * <p>All replicas of the context, in order; for each of them the ranges seen, as in {@link
 * CausalContextFormat}; and what lives, as the {@link Body} of the type says.
 *
 * @param name what the type is called
 * @param empty the state that has seen nothing
 * @param context what a state has seen
 * @param body the rest
 */
record CausalFormat<T>(String name, T empty, Function<T, CausalContext> context, Body<T> body)
    implements Format<T> {

  private static final String REPLICAS = "replicas";
  private static final String SEEN = "seen";
  private static final String LIVE = "live";

  @Override
  public List<Field> fields(T state) {
    Map<ReplicaId, List<Range>> seen = CausalContextFormat.byReplica(context.apply(state));
    List<ReplicaId> replicas = new ArrayList<>(seen.keySet());
    return Format.crdt(
        name,
        List.of(
            new Field(REPLICAS, out -> Format.writeReplicas(replicas, out)),
            new Field(SEEN, out -> writeSeen(seen.values(), out)),
            new Field(LIVE, out -> writeLive(state, new CausalWriter(out, replicas)))));
  }

  private static void writeSeen(Collection<List<Range>> seen, Sink out) throws IOException {
    out.startArray(seen.size());
    for (List<Range> ranges : seen) {
      CausalContextFormat.writeRanges(ranges, out);
    }
    out.endArray();
  }

  private void writeLive(T state, CausalWriter out) throws IOException {
    try {
      body.write(state, out);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  @Override
  public T read(FormatReader in) throws IOException {
    in.header(name);
    in.field(REPLICAS);
    List<ReplicaId> replicas = in.replicas();
    in.field(SEEN);
    CausalContext seen = seen(replicas, in);
    in.field(LIVE);
    T state = body.read(new CausalReader(in, replicas, LiveDots.under(seen)));
    in.endObject();
    return state;
  }

  private static CausalContext seen(List<ReplicaId> replicas, FormatReader in) throws IOException {
    List<Range> ranges = new ArrayList<>();
    int size = 0;
    in.beginArray("seen");
    while (in.more()) {
      if (size == replicas.size()) {
        throw in.refused("seen must have one entry per replica, %s, but has more", size);
      }
      CausalContextFormat.readRanges(replicas.get(size++), in, ranges);
    }
    if (size < replicas.size()) {
      throw in.refused(
          "seen must have one entry per replica, %s, but has %s", replicas.size(), size);
    }
    return in.built(() -> CausalContext.of(ranges));
  }
}
