package dev.rejoin.crdt.json;

import dev.rejoin.crdt.Dot;
import dev.rejoin.crdt.ORSet;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Reads what a {@link SetBody} writes: one set, once. */
final class SetReader {

  private static final String GROUP = "group of elements";
  private static final String DOTS = "dots of an element";

  private final CausalReader causal;
  private final FormatReader in;
  private final ORSet.Builder<Object> set;
  private final Collisions collisions;

  SetReader(CausalReader causal) {
    this.causal = causal;
    this.in = causal.in();
    this.set = ORSet.builderUnder(causal.dots());
    this.collisions = Collisions.ofKeys(in);
  }

  ORSet<Object> read() throws IOException {
    int previous = -1;
    in.beginArray("live");
    while (in.more()) {
      in.beginArray(GROUP);
      in.next(GROUP, "the index of a replica");
      int index = causal.index();
      if (index <= previous) {
        throw in.refused(
            "groups must ascend by the indices of their replicas, but %s follows %s",
            index, previous);
      }
      readGroup(index);
      previous = index;
    }
    return in.built(set::build);
  }

  /** Reads elements, of which there must be one, to the end of a group. */
  private void readGroup(int index) throws IOException {
    long counter = 0;
    in.next(GROUP, "an element");
    do {
      Object element = collisions.next(in.content());
      in.next(GROUP, "a counter after each element");
      if (in.isAtArray()) {
        List<Dot> dots = dots(index, counter);
        in.built(() -> set.live(element, dots));
        counter = dots.get(0).counter();
      } else {
        Dot dot = dotAfter(index, counter);
        live(element, dot);
        counter = dot.counter();
      }
    } while (in.more());
  }

  /** Does what {@code in.built} does, without an object for each element. */
  private void live(Object element, Dot dot) throws IOException {
    try {
      set.live(element, dot);
    } catch (RuntimeException e) {
      throw in.refused(e);
    }
  }

  /** Reads the first dot of an element, as the step to its counter. */
  private Dot dotAfter(int index, long previous) throws IOException {
    long step = in.integer("step to a counter", 1, Dot.MAX_COUNTER);
    if (step > Dot.MAX_COUNTER - previous) {
      throw in.refused(
          "counter of a dot must be at most %s, was %s", Dot.MAX_COUNTER, previous + step);
    }
    return causal.dot(index, previous + step);
  }

  /** Reads the dots of an element that has several. */
  private List<Dot> dots(int index, long previous) throws IOException {
    in.beginArray(DOTS);
    in.next(DOTS, "the step to a counter");
    List<Dot> dots = new ArrayList<>(2);
    dots.add(causal.seen(dotAfter(index, previous)));
    in.next(DOTS, "a further dot if they are an array");
    do {
      dots.add(causal.dotAfter(dots.get(dots.size() - 1), DOTS));
    } while (in.more());
    return dots;
  }
}
