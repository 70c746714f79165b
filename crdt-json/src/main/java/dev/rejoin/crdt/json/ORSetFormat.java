package dev.rejoin.crdt.json;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.rejoin.crdt.CausalContext;
import dev.rejoin.crdt.CausalContext.Range;
import dev.rejoin.crdt.Dot;
import dev.rejoin.crdt.ORSet;
import dev.rejoin.crdt.ReplicaId;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * {@code "replicas":["phone","tablet"],"seen":[[1,3,5,5],[1,9]],"live":[["milk",0,3]]}.
 *
 * <p>All replicas of the context, in order; for each of them the ranges seen, as in {@link
 * CausalContextFormat}; every element with its dots, each the index of a replica and a counter.
 * Dots ascend within an entry, and entries by their first dots: since no dot lives at two places,
 * that is an order of its own, whatever the elements are.
 */
final class ORSetFormat implements Format<ORSet<Object>> {

  private static final String NAME = "ORSet";
  private static final String REPLICAS = "replicas";
  private static final String SEEN = "seen";
  private static final String LIVE = "live";
  private static final List<String> FIELDS = List.of(TYPE, FORMAT, REPLICAS, SEEN, LIVE);

  @Override
  public List<String> fields(ORSet<Object> value) {
    return FIELDS;
  }

  @Override
  public ORSet<Object> empty() {
    return ORSet.empty();
  }

  @Override
  public void write(ORSet<Object> value, JsonGenerator out, Contents contents) throws IOException {
    Map<ReplicaId, List<Range>> seen = CausalContextFormat.byReplica(value.context());
    List<ReplicaId> replicas = new ArrayList<>(seen.keySet());
    Format.writeHeader(NAME, out);
    out.writeFieldName(REPLICAS);
    out.writeStartArray(seen, seen.size());
    for (ReplicaId id : replicas) {
      out.writeString(id.value());
    }
    out.writeEndArray();
    out.writeFieldName(SEEN);
    out.writeStartArray(seen, seen.size());
    for (List<Range> ranges : seen.values()) {
      CausalContextFormat.writeRanges(ranges, out);
    }
    out.writeEndArray();
    out.writeFieldName(LIVE);
    out.writeStartArray(value, value.size());
    for (Entry entry : entries(value)) {
      entry.write(replicas, out, contents);
    }
    out.writeEndArray();
  }

  private static List<Entry> entries(ORSet<Object> value) {
    List<Entry> entries = new ArrayList<>(value.size());
    value.forEachLive((element, dots) -> entries.add(new Entry(element, dots)));
    entries.sort(Comparator.comparing(Entry::first));
    return entries;
  }

  @Override
  public ORSet<Object> read(FormatReader in) throws IOException {
    in.header(NAME);
    in.field(REPLICAS);
    List<ReplicaId> replicas = ORSetReader.replicas(in);
    in.field(SEEN);
    CausalContext seen = ORSetReader.seen(replicas, in);
    in.field(LIVE);
    ORSet<Object> value = new ORSetReader(replicas, seen, in).live();
    in.endObject();
    return value;
  }

  /** An element with its dots, ascending. */
  private record Entry(Object element, List<Dot> dots) {

    Dot first() {
      return dots.get(0);
    }

    void write(List<ReplicaId> replicas, JsonGenerator out, Contents contents) throws IOException {
      out.writeStartArray(this, 1 + 2 * dots.size());
      contents.write(element);
      for (Dot dot : dots) {
        out.writeNumber(Collections.binarySearch(replicas, dot.replica()));
        out.writeNumber(dot.counter());
      }
      out.writeEndArray();
    }
  }
}
