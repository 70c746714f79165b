package dev.rejoin.crdt.json;

import dev.rejoin.crdt.ReplicaId;
import java.io.IOException;
import java.util.ArrayList;
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

  /** Returns the fields of {@code value}, in the order in which they are written. */
  List<Field> fields(T value);

  /** Reads a value with the object around it. */
  T read(FormatReader in) throws IOException;

  /** Returns the value that knows nothing, or null if the type has none. */
  @Nullable T empty();

  /** Returns the fields of a CRDT type: the two that all have, and its own. */
  static List<Field> crdt(String type, List<Field> own) {
    List<Field> fields = new ArrayList<>(2 + own.size());
    fields.add(Field.text(TYPE, type));
    fields.add(Field.number(FORMAT, VERSION));
    fields.addAll(own);
    return fields;
  }

  /** Writes replica ids as an array. */
  static void writeReplicas(List<ReplicaId> replicas, Sink out) throws IOException {
    out.startArray(replicas.size());
    for (ReplicaId id : replicas) {
      out.text(id.value());
    }
    out.endArray();
  }
}
