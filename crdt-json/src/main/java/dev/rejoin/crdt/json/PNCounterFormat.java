package dev.rejoin.crdt.json;

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

  @Override
  public List<Field> fields(PNCounter value) {
    return Format.crdt(
        NAME,
        List.of(
            CountsFormat.field(INCREMENTS, value.increments().counts()),
            CountsFormat.field(DECREMENTS, value.decrements().counts())));
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
