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

  @Override
  public boolean isLive(ORSet<Object> set) {
    return !set.isEmpty();
  }

  @Override
  public void write(ORSet<Object> set, CausalWriter out) throws IOException {
    int size = set.size();
    List<Object> elements = new ArrayList<>(size);
    List<List<Dot>> dots = new ArrayList<>(size);
    FirstDots first = new FirstDots(size);
    set.forEachLive(
        (element, live) -> {
          elements.add(element);
          dots.add(live.size() == 1 ? List.of() : live);
          first.add(out.index(live.get(0).replica()), live.get(0).counter());
        });
    int[] order = first.order();
    out.out().startArray(first.groups(order));
    for (int from = 0, to; from < size; from = to) {
      to = first.endOfGroup(order, from);
      out.out().startArray(1 + 2 * (to - from));
      out.out().number(first.replica(order[from]));
      long previous = 0;
      for (int i = from; i < to; i++) {
        int entry = order[i];
        out.out().content(elements.get(entry));
        writeDots(first.counter(entry) - previous, dots.get(entry), out);
        previous = first.counter(entry);
      }
      out.out().endArray();
    }
    out.out().endArray();
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
