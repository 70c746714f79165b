package dev.rejoin.crdt.json;

import dev.rejoin.crdt.CausalContext;
import dev.rejoin.crdt.CausalContext.Range;
import dev.rejoin.crdt.Dot;
import dev.rejoin.crdt.ORSet;
import dev.rejoin.crdt.ReplicaId;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what {@link ORSetFormat} writes, and refuses what no history of edits can reach. */
final class ORSetReader {

  private final List<ReplicaId> replicas;
  private final CausalContext seen;
  private final FormatReader in;
  private final ORSet.Builder<Object> set;
  private final Set<Object> elements = new HashSet<>();

  ORSetReader(List<ReplicaId> replicas, CausalContext seen, FormatReader in) {
    this.replicas = replicas;
    this.seen = seen;
    this.in = in;
    this.set = ORSet.builder(seen);
  }

  static List<ReplicaId> replicas(FormatReader in) throws IOException {
    List<ReplicaId> replicas = new ArrayList<>();
    @Nullable ReplicaId previous = null;
    in.beginArray("replicas");
    while (in.more()) {
      previous = in.replicaAfter(previous);
      replicas.add(previous);
    }
    return replicas;
  }

  static CausalContext seen(List<ReplicaId> replicas, FormatReader in) throws IOException {
    List<Range> ranges = new ArrayList<>();
    int size = 0;
    in.beginArray("seen");
    while (in.more()) {
      if (size == replicas.size()) {
        throw in.refused("seen must have one entry per replica, %s, but has more", size);
      }
      CausalContextFormat.readRanges(replicas.get(size++), in, ranges);
    }
    if (size < replicas.size()) {
      throw in.refused(
          "seen must have one entry per replica, %s, but has %s", replicas.size(), size);
    }
    return in.built(() -> CausalContext.of(ranges));
  }

  ORSet<Object> live() throws IOException {
    @Nullable Dot previous = null;
    in.beginArray("live");
    while (in.more()) {
      in.beginArray("live entry");
      if (!in.more()) {
        throw in.refused("live entry must begin with its element, but is empty");
      }
      Object element = in.content();
      if (!in.built(() -> elements.add(element))) {
        throw in.refused("an element must be given once, but this one was given before");
      }
      List<Dot> dots = dots(previous);
      in.built(() -> set.live(element, dots));
      previous = dots.get(0);
    }
    return in.built(set::build);
  }

  /** Reads dots to the end of the entry; the first of them must not come before that one. */
  private List<Dot> dots(@Nullable Dot previousEntry) throws IOException {
    List<Dot> dots = new ArrayList<>(1);
    while (in.more()) {
      Dot dot = dot();
      if (dots.isEmpty() && previousEntry != null && dot.compareTo(previousEntry) < 0) {
        throw in.refused(
            "live entries must ascend by first dot, but %s follows %s", dot, previousEntry);
      }
      if (!dots.isEmpty() && dot.compareTo(dots.get(dots.size() - 1)) <= 0) {
        throw in.refused(
            "dots of an element must ascend, but %s follows %s", dot, dots.get(dots.size() - 1));
      }
      dots.add(dot);
    }
    if (dots.isEmpty()) {
      throw in.refused("live entry must have a dot, but has none");
    }
    return dots;
  }

  private Dot dot() throws IOException {
    int index = in.indexOfReplica(replicas.size());
    if (!in.more()) {
      throw in.refused("a dot must have a counter, but replica %s is followed by none", index);
    }
    Dot dot = new Dot(replicas.get(index), in.integer("counter of a dot", 1, Dot.MAX_COUNTER));
    if (!seen.includes(dot)) {
      throw in.refused("live dot must have been seen, but %s was not", dot);
    }
    return dot;
  }
}
