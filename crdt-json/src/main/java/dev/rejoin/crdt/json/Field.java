package dev.rejoin.crdt.json;

import java.io.IOException;

/**
 * A field of an object that is written.
 *
 * @param name its name
 * @param value what writes its value
 */
record Field(String name, Value value) {

  /** Writes a value. */
  @FunctionalInterface
  interface Value {
    void write(Sink out) throws IOException;
  }

  static Field text(String name, String value) {
    return new Field(name, out -> out.text(value));
  }

  static Field number(String name, int value) {
    return new Field(name, out -> out.number(value));
  }

  static Field number(String name, long value) {
    return new Field(name, out -> out.number(value));
  }

  /** Returns a field that is true. */
  static Field mark(String name) {
    return new Field(name, Sink::yes);
  }
}
