package dev.rejoin.crdt.json;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.rejoin.crdt.GCounter;
import dev.rejoin.crdt.PNCounter;
import dev.rejoin.crdt.ReplicaId;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** {@code "increments":{"phone":3},"decrements":{}}: both parts as in {@link CountsFormat}. */
final class PNCounterFormat implements Format<PNCounter> {

  private static final String NAME = "PNCounter";
  private static final String INCREMENTS = "increments";
  private static final String DECREMENTS = "decrements";
  private static final List<String> FIELDS = List.of(TYPE, FORMAT, INCREMENTS, DECREMENTS);

  @Override
  public List<String> fields(PNCounter value) {
    return FIELDS;
  }

  @Override
  public void write(PNCounter value, JsonGenerator out, Contents contents) throws IOException {
    Format.writeHeader(NAME, out);
    out.writeFieldName(INCREMENTS);
    CountsFormat.writeCounts(value.increments().counts(), out);
    out.writeFieldName(DECREMENTS);
    CountsFormat.writeCounts(value.decrements().counts(), out);
  }

  @Override
  public PNCounter read(FormatReader in) throws IOException {
    in.header(NAME);
    in.field(INCREMENTS);
    Map<ReplicaId, Long> increments = CountsFormat.readCounts(in);
    in.field(DECREMENTS);
    Map<ReplicaId, Long> decrements = CountsFormat.readCounts(in);
    PNCounter value =
        in.built(() -> PNCounter.of(GCounter.of(increments), GCounter.of(decrements)));
    in.endObject();
    return value;
  }

  @Override
  public PNCounter empty() {
    return PNCounter.empty();
  }
}
