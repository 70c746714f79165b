package dev.rejoin.crdt.json;

import dev.rejoin.crdt.CausalContext;
import dev.rejoin.crdt.CausalContext.Range;
import dev.rejoin.crdt.Dot;
import dev.rejoin.crdt.ReplicaId;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * {@code "seen":{"phone":[1,3,5,5]}}: for each replica the first and the last counter of every
 * range, ascending, with a gap of at least one between two ranges.
 */
final class CausalContextFormat implements Format<CausalContext> {

  private static final String NAME = "CausalContext";
  private static final String SEEN = "seen";

  @Override
  public List<Field> fields(CausalContext value) {
    Map<ReplicaId, List<Range>> seen = byReplica(value);
    return Format.crdt(NAME, List.of(new Field(SEEN, out -> writeSeen(seen, out))));
  }

  private static void writeSeen(Map<ReplicaId, List<Range>> seen, Sink out) throws IOException {
    out.startObject(seen.size());
    for (Map.Entry<ReplicaId, List<Range>> entry : seen.entrySet()) {
      out.field(entry.getKey().value());
      writeRanges(entry.getValue(), out);
    }
    out.endObject();
  }

  @Override
  public CausalContext read(FormatReader in) throws IOException {
    List<Range> ranges = new ArrayList<>();
    @Nullable ReplicaId previous = null;
    int replicas = 0;
    in.header(NAME);
    in.field(SEEN);
    in.beginObject("seen");
    while (!in.isAtEndOfObject()) {
      ReplicaId id = in.fieldOfReplica(previous, replicas++);
      readRanges(id, in, ranges);
      previous = id;
    }
    in.endObject();
    CausalContext value = in.built(() -> CausalContext.of(ranges));
    in.endObject();
    return value;
  }

  @Override
  public CausalContext empty() {
    return CausalContext.empty();
  }

  /** Returns the ranges of each replica, in order. */
  static Map<ReplicaId, List<Range>> byReplica(CausalContext context) {
    Map<ReplicaId, List<Range>> ranges = new TreeMap<>();
    for (Range range : context.ranges()) {
      ranges.computeIfAbsent(range.replica(), id -> new ArrayList<>()).add(range);
    }
    return ranges;
  }

  static void writeRanges(List<Range> ranges, Sink out) throws IOException {
    out.startArray(2 * ranges.size());
    for (Range range : ranges) {
      out.number(range.first());
      out.number(range.last());
    }
    out.endArray();
  }

  static void readRanges(ReplicaId id, FormatReader in, List<Range> target) throws IOException {
    in.beginArray("ranges of a replica");
    if (!in.more()) {
      throw in.refused("a replica must have a dot that was seen, but %s has none", id);
    }
    long last = -1;
    do {
      long first = in.integer("first counter of a range", 1, Dot.MAX_COUNTER);
      if (first <= last + 1) {
        throw in.refused(
            "ranges must ascend with a gap in between, but %s follows %s", first, last);
      }
      if (!in.more()) {
        throw in.refused("a range must have a last counter, but %s is followed by none", first);
      }
      last = in.integer("last counter of a range", 1, Dot.MAX_COUNTER);
      if (last < first) {
        throw in.refused("a range must not fall, but %s follows %s", last, first);
      }
      target.add(new Range(id, first, last));
    } while (in.more());
  }
}
