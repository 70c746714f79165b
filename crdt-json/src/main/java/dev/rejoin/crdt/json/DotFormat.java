package dev.rejoin.crdt.json;

import dev.rejoin.crdt.Dot;
import dev.rejoin.crdt.ReplicaId;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code {"replica":"phone","counter":3}}. */
final class DotFormat implements Format<Dot> {

  private static final String REPLICA = "replica";
  private static final String COUNTER = "counter";

  @Override
  public List<Field> fields(Dot value) {
    return List.of(
        Field.text(REPLICA, value.replica().value()), Field.number(COUNTER, value.counter()));
  }

  @Override
  public Dot read(FormatReader in) throws IOException {
    in.beginObject("Dot");
    in.field(REPLICA);
    ReplicaId replica = in.replica();
    in.field(COUNTER);
    long counter = in.integer("counter of a dot", 1, Dot.MAX_COUNTER);
    in.endObject();
    return new Dot(replica, counter);
  }

  @Override
  public @Nullable Dot empty() {
    return null;
  }
}
