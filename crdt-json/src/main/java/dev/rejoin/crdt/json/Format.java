package dev.rejoin.crdt.json;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.rejoin.crdt.ReplicaId;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the values of one type are written and read: as an object with known fields in a known order.
 *
 * @param <T> the type
 */
interface Format<T> {

  /** Opens the object of every CRDT type, with the name of the type. */
  String TYPE = "type";

  /** Follows {@link #TYPE}, with {@link #VERSION}. */
  String FORMAT = "format";

  /** The version of all formats. */
  int VERSION = 1;

  /** Returns the names of the fields that {@link #write} writes for {@code value}, in order. */
  List<String> fields(T value);

  /** Writes the fields of {@code value} into the open object. */
  void write(T value, JsonGenerator out, Contents contents) throws IOException;

  /** Reads a value with the object around it. */
  T read(FormatReader in) throws IOException;

  /** Returns the value that knows nothing, or null if the type has none. */
  @Nullable T empty();

  /** Writes the first two fields of a CRDT type. */
  static void writeHeader(String type, JsonGenerator out) throws IOException {
    out.writeStringField(TYPE, type);
    out.writeNumberField(FORMAT, VERSION);
  }

  /** Writes replica ids as an array. */
  static void writeReplicas(List<ReplicaId> replicas, JsonGenerator out) throws IOException {
    out.writeStartArray(replicas, replicas.size());
    for (ReplicaId id : replicas) {
      out.writeString(id.value());
    }
    out.writeEndArray();
  }
}
