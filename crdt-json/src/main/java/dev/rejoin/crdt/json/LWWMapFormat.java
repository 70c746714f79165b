package dev.rejoin.crdt.json;

import dev.rejoin.crdt.LWWMap;
import dev.rejoin.crdt.ReplicaId;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;

/**
 * {@code "replicas":["phone","tablet"],"entries":[["milk",1767225600000,0,1,"2 l"],["eggs",
 * 1767225600001,0,0]]}.
 *
 * <p>All replicas of timestamps, in order; then each key with milliseconds, counter and the index
 * of the replica, and with its value: none if it was removed, several if they are tied. Entries
 * ascend by timestamp, and keys of one timestamp as the map hands them out.
 */
final class LWWMapFormat implements Format<LWWMap<Object, Object>> {

  private static final String NAME = "LWWMap";
  private static final String REPLICAS = "replicas";
  private static final String ENTRIES = "entries";

  /** The type parameter of keys. */
  static final int KEY = 0;

  /** The type parameter of values. */
  static final int VALUE = 1;

  @Override
  public List<Field> fields(LWWMap<Object, Object> value) {
    List<LWWMap.Entry<Object, Object>> entries = value.entries();
    TreeSet<ReplicaId> used = new TreeSet<>();
    entries.forEach(entry -> used.add(entry.timestamp().replica()));
    List<ReplicaId> replicas = new ArrayList<>(used);
    return Format.crdt(
        NAME,
        List.of(
            new Field(REPLICAS, out -> Format.writeReplicas(replicas, out)),
            new Field(ENTRIES, out -> write(entries, replicas, out))));
  }

  private static void write(
      List<LWWMap.Entry<Object, Object>> entries, List<ReplicaId> replicas, Sink out)
      throws IOException {
    out.startArray(entries.size());
    for (LWWMap.Entry<Object, Object> entry : entries) {
      write(entry, replicas, out);
    }
    out.endArray();
  }

  @Override
  public LWWMap<Object, Object> empty() {
    return LWWMap.empty();
  }

  private static void write(LWWMap.Entry<Object, Object> entry, List<ReplicaId> replicas, Sink out)
      throws IOException {
    out.startArray(4 + entry.values().size());
    out.content(KEY, entry.key());
    out.number(entry.timestamp().millis());
    out.number(entry.timestamp().counter());
    out.number(Collections.binarySearch(replicas, entry.timestamp().replica()));
    for (Object value : entry.values()) {
      out.content(VALUE, value);
    }
    out.endArray();
  }

  @Override
  public LWWMap<Object, Object> read(FormatReader in) throws IOException {
    in.header(NAME);
    in.field(REPLICAS);
    List<ReplicaId> replicas = in.replicas();
    in.field(ENTRIES);
    LWWMap<Object, Object> value = new LWWMapReader(replicas, in).entries();
    in.endObject();
    return value;
  }
}
