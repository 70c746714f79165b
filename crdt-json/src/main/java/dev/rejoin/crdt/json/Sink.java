package dev.rejoin.crdt.json;

import java.io.IOException;
import java.util.List;

/**
 * Where formats write to: tokens one by one, and what is inside of a CRDT as its own type is
 * written.
 *
 * <p>An interface, though {@link JacksonSink} is all there is of it, so that formats name no class
 * of the one generation of Jackson, and can be bound to another that has them in other packages and
 * does not check its exceptions.
 */
interface Sink {

  /** Opens an object that will have so many fields. */
  void startObject(int fields) throws IOException;

  /** Writes the name of the next field. */
  void field(String name) throws IOException;

  void endObject() throws IOException;

  /** Opens an array that will have so many values. */
  void startArray(int size) throws IOException;

  void endArray() throws IOException;

  void text(String value) throws IOException;

  /** Writes an integer, apart from those that are long: binary formats can tell them. */
  void number(int value) throws IOException;

  void number(long value) throws IOException;

  void yes() throws IOException;

  /** Writes what is of the type parameter of that number. */
  void content(int parameter, Object content) throws IOException;

  /** Writes what is of the first type parameter. */
  default void content(Object content) throws IOException {
    content(0, content);
  }

  /** Returns this sink for the insides of a state that is of the type parameter of that number. */
  Sink nested(int parameter, Object state) throws IOException;

  /** Writes fields into the open object. */
  default void fields(List<Field> fields) throws IOException {
    for (Field field : fields) {
      field(field.name());
      field.value().write(this);
    }
  }
}
