package dev.rejoin.crdt.json;

import dev.rejoin.crdt.GCounter;
import dev.rejoin.crdt.ReplicaId;
import dev.rejoin.crdt.VersionVector;
import io.vavr.Tuple2;
import io.vavr.collection.SortedMap;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The types that are one count per replica: {@code "counts":{"phone":3,"tablet":1}}, in the order
 * of the ids.
 */
record CountsFormat<T>(
    String type,
    T empty,
    Function<T, SortedMap<ReplicaId, Long>> counts,
    Function<Map<ReplicaId, Long>, T> of)
    implements Format<T> {

  static final CountsFormat<GCounter> G_COUNTER =
      new CountsFormat<>("GCounter", GCounter.empty(), GCounter::counts, GCounter::of);

  static final CountsFormat<VersionVector> VERSION_VECTOR =
      new CountsFormat<>(
          "VersionVector", VersionVector.empty(), VersionVector::counts, VersionVector::of);

  private static final String COUNTS = "counts";

  @Override
  public List<Field> fields(T value) {
    return Format.crdt(type, List.of(field(COUNTS, counts.apply(value))));
  }

  @Override
  public T read(FormatReader in) throws IOException {
    in.header(type);
    in.field(COUNTS);
    Map<ReplicaId, Long> read = readCounts(in);
    T value = in.built(() -> of.apply(read));
    in.endObject();
    return value;
  }

  static Field field(String name, SortedMap<ReplicaId, Long> counts) {
    return new Field(name, out -> writeCounts(counts, out));
  }

  private static void writeCounts(SortedMap<ReplicaId, Long> counts, Sink out) throws IOException {
    out.startObject(counts.size());
    for (Tuple2<ReplicaId, Long> count : counts) {
      out.field(count._1.value());
      out.number(count._2);
    }
    out.endObject();
  }

  static Map<ReplicaId, Long> readCounts(FormatReader in) throws IOException {
    return readCounts(in, null);
  }

  /** Reads counts, which are floors of {@code counted} if that is given. */
  static Map<ReplicaId, Long> readCounts(FormatReader in, @Nullable GCounter counted)
      throws IOException {
    Map<ReplicaId, Long> counts = new LinkedHashMap<>();
    @Nullable ReplicaId previous = null;
    in.beginObject("counts");
    while (!in.isAtEndOfObject()) {
      ReplicaId id = in.fieldOfReplica(previous, counts.size());
      long count = in.integer("count", 1, GCounter.MAX_COUNT);
      if (counted != null && count > counted.count(id)) {
        throw in.refused(
            "a floor must not exceed what was counted, %s, was %s", counted.count(id), count);
      }
      counts.put(id, count);
      previous = id;
    }
    in.endObject();
    return counts;
  }
}
