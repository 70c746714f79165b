package dev.rejoin.crdt.json;

import dev.rejoin.crdt.Dot;
import dev.rejoin.crdt.ReplicaId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * Writes the dots of one causal state and what they carry.
 *
 * @param out where to
 * @param replicas all whose dots were seen, in order
 */
record CausalWriter(Sink out, List<ReplicaId> replicas) {

  /** Writes a dot as two numbers: the index of its replica, and its counter. */
  void dot(Dot dot) throws IOException {
    out.number(Collections.binarySearch(replicas, dot.replica()));
    out.number(dot.counter());
  }

  /** Writes a state that is nested as the type parameter of that number. */
  void nested(int parameter, Object state) throws IOException {
    Body.of(state.getClass())
        .write(state, new CausalWriter(out.nested(parameter, state), replicas));
  }

  /** Writes something in a loop of the core. */
  @FunctionalInterface
  interface Step<A, B> {
    void write(A a, B b) throws IOException;
  }

  /** Returns a step that throws what it throws as an {@link UncheckedIOException}. */
  static <A, B> BiConsumer<A, B> unchecked(Step<A, B> step) {
    return (a, b) -> {
      try {
        step.write(a, b);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    };
  }
}
