package dev.rejoin.crdt.json;

import dev.rejoin.crdt.Dot;
import dev.rejoin.crdt.ORSet;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code [[0,"milk",3,"eggs",[2,1,2]],[1,"tea",7]]}: every element with its dots, in groups by the
 * replica of the first. A group has the index of its replica, and elements that ascend by the
 * counters of these dots, each written as what it exceeds the one before by. One array stands in
 * its place if there are further dots, which follow it, as they are.
 *
 * <p>Since no dot lives at two places, that is an order of its own, whatever the elements are.
 */
final class SetBody implements Body<ORSet<Object>> {

  /** How many entries are looked ahead to. */
  private static final int AHEAD = 32;

  @Override
  public boolean isLive(ORSet<Object> set) {
    return !set.isEmpty();
  }

  @Override
  public void write(ORSet<Object> set, CausalWriter out) throws IOException {
    Entries entries = new Entries(set.size());
    set.forEachLive((element, dots) -> entries.add(element, dots, out));
    int[] order = entries.first.order();
    out.out().startArray(entries.first.groups(order));
    for (int from = 0, to; from < order.length; from = to) {
      to = entries.first.endOfGroup(order, from);
      out.out().startArray(1 + 2 * (to - from));
      out.out().number(entries.first.replica(order[from]));
      entries.write(order, from, to, out);
      out.out().endArray();
    }
    out.out().endArray();
  }

  /** The elements of a set with their dots, in columns. */
  private static final class Entries {

    private final List<Object> elements;
    private final List<List<Dot>> dots; // none for an element that has only its first
    private final FirstDots first;

    Entries(int size) {
      this.elements = new ArrayList<>(size);
      this.dots = new ArrayList<>(size);
      this.first = new FirstDots(size);
    }

    void add(Object element, List<Dot> live, CausalWriter out) {
      elements.add(element);
      dots.add(live.size() == 1 ? List.of() : live);
      first.add(out.index(live.get(0).replica()), live.get(0).counter());
    }

    /**
     * Looks at what is written next: in the order of their dots, texts lie anywhere in memory, and
     * those that are asked for together come together.
     */
    private long touched(int[] order, int from, int to) {
      long touched = 0;
      for (int i = from; i < to; i++) {
        int entry = order[i];
        touched |= first.counter(entry) | dots.get(entry).size();
        if (elements.get(entry) instanceof String text && !text.isEmpty()) {
          touched |= text.charAt(0);
        }
      }
      return touched;
    }

    /** Writes those from one place to another in that order, which are of one replica. */
    void write(int[] order, int from, int to, CausalWriter out) throws IOException {
      long previous = 0;
      for (int i = from; i < to; i++) {
        if ((i - from) % AHEAD == 0 && touched(order, i, Math.min(to, i + AHEAD)) < 0) {
          throw new IllegalStateException("entries must have counters"); // asked to look ahead
        }
        int entry = order[i];
        long counter = first.counter(entry);
        out.out().content(elements.get(entry));
        writeDots(counter - previous, dots.get(entry), out);
        previous = counter;
      }
    }
  }

  /** Writes the dots of an element: how far it is to the first, and all if there are several. */
  private static void writeDots(long step, List<Dot> dots, CausalWriter out) throws IOException {
    if (dots.isEmpty()) {
      out.out().number(step);
      return;
    }
    out.out().startArray(2 * dots.size() - 1);
    out.out().number(step);
    for (Dot dot : dots.subList(1, dots.size())) {
      out.dot(dot);
    }
    out.out().endArray();
  }

  @Override
  public ORSet<Object> read(CausalReader in) throws IOException {
    return new SetReader(in).read();
  }
}
