package dev.rejoin.crdt.json;

import dev.rejoin.crdt.HybridTimestamp;
import dev.rejoin.crdt.LWWMap;
import dev.rejoin.crdt.ReplicaId;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what {@link LWWMapFormat} writes, and refuses what no history of edits can reach. */
final class LWWMapReader {

  private static final String ENTRY = "entry";

  private final List<ReplicaId> replicas;
  private final BitSet unused;
  private final FormatReader in;
  private final ContentOrder order;
  private final Distinct keys;
  private final List<LWWMap.Entry<Object, Object>> entries = new ArrayList<>();
  private @Nullable HybridTimestamp previous;

  LWWMapReader(List<ReplicaId> replicas, FormatReader in) {
    this.replicas = replicas;
    this.unused = new BitSet(replicas.size());
    this.unused.set(0, replicas.size());
    this.in = in;
    this.keys = new Distinct(in);
    this.order = new ContentOrder("keys of one timestamp", in);
  }

  LWWMap<Object, Object> entries() throws IOException {
    in.beginArray("entries");
    while (in.more()) {
      entries.add(entry());
    }
    if (!unused.isEmpty()) {
      throw in.refused(
          "every replica must have a timestamp, but %s has none",
          Excerpt.quoted(replicas.get(unused.nextSetBit(0)).value()));
    }
    return in.built(() -> LWWMap.of(entries));
  }

  private LWWMap.Entry<Object, Object> entry() throws IOException {
    in.beginArray(ENTRY);
    in.next(ENTRY, "its key");
    Object key = keys.next(in.content(LWWMapFormat.KEY));
    HybridTimestamp timestamp = timestamp();
    inOrder(key, timestamp);
    List<Object> values = new ArrayList<>(1);
    Collisions collisions = Collisions.ofTies(in);
    while (in.more()) {
      values.add(collisions.next(in.content(LWWMapFormat.VALUE)));
    }
    if (values.size() > 1) {
      LWWRegisterFormat.tied(timestamp, values, in);
    }
    return new LWWMap.Entry<>(key, timestamp, values);
  }

  private HybridTimestamp timestamp() throws IOException {
    in.next(ENTRY, "milliseconds");
    long millis = HybridTimestampFormat.millis(in);
    in.next(ENTRY, "a counter");
    int counter = HybridTimestampFormat.counter(in);
    in.next(ENTRY, "the index of a replica");
    int index = in.indexOfReplica(replicas.size());
    unused.clear(index);
    return new HybridTimestamp(millis, counter, replicas.get(index));
  }

  private void inOrder(Object key, HybridTimestamp timestamp) throws IOException {
    HybridTimestamp before = previous;
    if (before != null && timestamp.compareTo(before) < 0) {
      throw in.refused("entries must ascend by timestamp, but %s follows %s", timestamp, before);
    }
    if (!timestamp.equals(before)) {
      order.restart();
    }
    order.next(key);
    previous = timestamp;
  }
}
