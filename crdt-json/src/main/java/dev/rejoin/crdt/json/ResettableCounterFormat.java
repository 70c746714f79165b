package dev.rejoin.crdt.json;

import dev.rejoin.crdt.GCounter;
import dev.rejoin.crdt.PNCounter;
import dev.rejoin.crdt.ReplicaId;
import dev.rejoin.crdt.ResettableCounter;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code "increments":{"phone":3},"decrements":{},"incrementFloors":{"phone":2},
 * "decrementFloors":{}}: all that was ever counted and the part of it that was reset, each as in
 * {@link CountsFormat}.
 */
final class ResettableCounterFormat implements Format<ResettableCounter> {

  private static final String NAME = "ResettableCounter";
  private static final String INCREMENTS = "increments";
  private static final String DECREMENTS = "decrements";
  private static final String INCREMENT_FLOORS = "incrementFloors";
  private static final String DECREMENT_FLOORS = "decrementFloors";

  @Override
  public List<Field> fields(ResettableCounter value) {
    return Format.crdt(
        NAME,
        List.of(
            CountsFormat.field(INCREMENTS, value.counted().increments().counts()),
            CountsFormat.field(DECREMENTS, value.counted().decrements().counts()),
            CountsFormat.field(INCREMENT_FLOORS, value.floor().increments().counts()),
            CountsFormat.field(DECREMENT_FLOORS, value.floor().decrements().counts())));
  }

  @Override
  public ResettableCounter read(FormatReader in) throws IOException {
    in.header(NAME);
    GCounter increments = read(INCREMENTS, null, in);
    GCounter decrements = read(DECREMENTS, null, in);
    GCounter incrementFloors = read(INCREMENT_FLOORS, increments, in);
    GCounter decrementFloors = read(DECREMENT_FLOORS, decrements, in);
    ResettableCounter value =
        in.built(
            () ->
                ResettableCounter.of(
                    PNCounter.of(increments, decrements),
                    PNCounter.of(incrementFloors, decrementFloors)));
    in.endObject();
    return value;
  }

  private static GCounter read(String field, @Nullable GCounter counted, FormatReader in)
      throws IOException {
    in.field(field);
    Map<ReplicaId, Long> counts = CountsFormat.readCounts(in, counted);
    return in.built(() -> GCounter.of(counts));
  }

  @Override
  public ResettableCounter empty() {
    return ResettableCounter.empty();
  }
}
