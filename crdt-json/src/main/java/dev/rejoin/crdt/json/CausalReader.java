package dev.rejoin.crdt.json;

import dev.rejoin.crdt.Dot;
import dev.rejoin.crdt.LiveDots;
import dev.rejoin.crdt.ReplicaId;
import java.io.IOException;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads the dots of one causal state and what they carry, and knows the least of them. */
final class CausalReader {

  private final FormatReader in;
  private final List<ReplicaId> replicas;
  private final LiveDots dots;
  private int leastIndex = -1; // none so far
  private long leastCounter;

  /**
   * @param replicas all whose dots were seen, in order
   * @param dots the live dots read so far, of all of the state
   */
  CausalReader(FormatReader in, List<ReplicaId> replicas, LiveDots dots) {
    this.in = in;
    this.replicas = replicas;
    this.dots = dots;
  }

  FormatReader in() {
    return in;
  }

  LiveDots dots() {
    return dots;
  }

  /** Returns the least dot that was read here or in what was nested here, or null. */
  @Nullable Dot least() {
    return leastIndex < 0 ? null : new Dot(replicas.get(leastIndex), leastCounter);
  }

  /** Returns a reader of the state that is nested as the type parameter of that number. */
  CausalReader nested(int parameter) throws IOException {
    return new CausalReader(in.nested(parameter), replicas, dots);
  }

  /** Reads what is of the type parameter of that number. */
  Object content(int parameter) throws IOException {
    return in.content(parameter);
  }

  <T> T built(Supplier<T> parts) throws IOException {
    return in.built(parts);
  }

  /** Reads a state of the type whose insides these types read. */
  Object state() throws IOException {
    return Body.of(in.type()).read(this);
  }

  /** Takes note of the least dot of what was nested here, which must have one. */
  void met(CausalReader nested) {
    met(nested.leastIndex, nested.leastCounter);
  }

  private void met(int index, long counter) {
    if (leastIndex < 0 || index < leastIndex || (index == leastIndex && counter < leastCounter)) {
      leastIndex = index;
      leastCounter = counter;
    }
  }

  /** Reads the index of a replica. */
  int index() throws IOException {
    return in.indexOfReplica(replicas.size());
  }

  /** Reads a dot, which must have been seen. */
  Dot dot() throws IOException {
    int index = index();
    if (!in.more()) {
      throw in.refused("a dot must have a counter, but replica %s is followed by none", index);
    }
    return seen(dot(index, in.integer("counter of a dot", 1, Dot.MAX_COUNTER)));
  }

  /** Returns the dot of the replica of that index as one read here. */
  Dot dot(int index, long counter) {
    met(index, counter);
    return new Dot(replicas.get(index), counter);
  }

  /** Returns a dot, which must have been seen. */
  Dot seen(Dot dot) throws IOException {
    if (!dots.context().includes(dot)) {
      throw in.refused("a live dot must be in the context, but %s is not", dot);
    }
    return dot;
  }

  /** Reads a dot, which must come after {@code previous}. */
  Dot dotAfter(@Nullable Dot previous, String subject) throws IOException {
    Dot dot = dot();
    if (previous != null && dot.compareTo(previous) <= 0) {
      throw in.refused("%s must ascend, but %s follows %s", subject, dot, previous);
    }
    return dot;
  }
}
