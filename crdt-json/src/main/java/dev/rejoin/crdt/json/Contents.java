package dev.rejoin.crdt.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SerializerProvider;
import java.io.IOException;

/**
 * Writes what is inside of a CRDT as its own type is written.
 *
 * @param types what writes it
 * @param out where to
 * @param provider finds serializers
 */
record Contents(TypeWriters types, JsonGenerator out, SerializerProvider provider) {

  /** Writes what is of the first type parameter. */
  void write(Object content) throws IOException {
    write(0, content);
  }

  /** Writes what is of the type parameter of that number. */
  void write(int parameter, Object content) throws IOException {
    types.content(parameter).write(content, out, provider);
  }

  /** Returns what is inside of a causal state that is of the type parameter of that number. */
  Contents nested(int parameter, Object state) throws IOException {
    return new Contents(types.nested(parameter, state.getClass(), provider), out, provider);
  }
}
