package dev.rejoin.crdt.json;

import dev.rejoin.crdt.HybridTimestamp;
import dev.rejoin.crdt.ReplicaId;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code {"millis":1767225600000,"counter":0,"replica":"phone"}}. */
final class HybridTimestampFormat implements Format<HybridTimestamp> {

  private static final String MILLIS = "millis";
  private static final String COUNTER = "counter";
  private static final String REPLICA = "replica";

  @Override
  public List<Field> fields(HybridTimestamp value) {
    return List.of(
        Field.number(MILLIS, value.millis()),
        Field.number(COUNTER, value.counter()),
        Field.text(REPLICA, value.replica().value()));
  }

  @Override
  public HybridTimestamp read(FormatReader in) throws IOException {
    in.beginObject("HybridTimestamp");
    in.field(MILLIS);
    long millis = millis(in);
    in.field(COUNTER);
    int counter = counter(in);
    in.field(REPLICA);
    ReplicaId replica = in.replica();
    in.endObject();
    return new HybridTimestamp(millis, counter, replica);
  }

  static long millis(FormatReader in) throws IOException {
    long millis = in.integer("milliseconds of a timestamp", 0, HybridTimestamp.MAX_MILLIS);
    long latest = in.limits().latestMillis();
    if (millis > latest) {
      throw in.refused(
          "milliseconds of a timestamp must be at most %s, so far ahead of the clock, was %s",
          latest, millis);
    }
    return millis;
  }

  static int counter(FormatReader in) throws IOException {
    return (int) in.integer("counter of a timestamp", 0, Integer.MAX_VALUE);
  }

  @Override
  public @Nullable HybridTimestamp empty() {
    return null;
  }
}
