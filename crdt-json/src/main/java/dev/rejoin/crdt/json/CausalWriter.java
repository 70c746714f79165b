package dev.rejoin.crdt.json;

import dev.rejoin.crdt.Dot;
import dev.rejoin.crdt.ReplicaId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Writes the dots of one causal state and what they carry. */
final class CausalWriter {

  private final Sink out;
  private final List<ReplicaId> replicas;
  private @Nullable ReplicaId latest; // whose index was asked for, as it will be again
  private int latestIndex;

  /**
   * @param out where to
   * @param replicas all whose dots were seen, in order
   */
  CausalWriter(Sink out, List<ReplicaId> replicas) {
    this.out = out;
    this.replicas = replicas;
  }

  Sink out() {
    return out;
  }

  /** Returns the index of a replica. */
  int index(ReplicaId replica) {
    if (replica != latest) {
      latestIndex = Collections.binarySearch(replicas, replica);
      latest = replica;
    }
    return latestIndex;
  }

  /** Writes a dot as two numbers: the index of its replica, and its counter. */
  void dot(Dot dot) throws IOException {
    out.number(index(dot.replica()));
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
