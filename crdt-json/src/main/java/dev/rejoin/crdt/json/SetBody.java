package dev.rejoin.crdt.json;

import dev.rejoin.crdt.Dot;
import dev.rejoin.crdt.ORSet;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code [["milk",0,3],["eggs",0,5,1,2]]}: every element with its dots. Dots ascend within an
 * entry, and entries by their first dots: since no dot lives at two places, that is an order of its
 * own, whatever the elements are.
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
    List<List<Dot>> others = new ArrayList<>(size);
    FirstDots first = new FirstDots(size);
    set.forEachLive(
        (element, dots) -> {
          elements.add(element);
          others.add(dots.size() == 1 ? List.of() : dots.subList(1, dots.size()));
          first.add(out.index(dots.get(0).replica()), dots.get(0).counter());
        });
    Sink json = out.out();
    json.startArray(size);
    for (int entry : first.order()) {
      json.startArray(1 + 2 * (1 + others.get(entry).size()));
      json.content(elements.get(entry));
      json.number(first.replica(entry));
      json.number(first.counter(entry));
      for (Dot dot : others.get(entry)) {
        out.dot(dot);
      }
      json.endArray();
    }
    json.endArray();
  }

  @Override
  public ORSet<Object> read(CausalReader in) throws IOException {
    ORSet.Builder<Object> set = ORSet.builderUnder(in.dots());
    Collisions collisions = Collisions.ofKeys(in.in());
    @Nullable Dot previous = null;
    in.in().beginArray("live");
    while (in.in().more()) {
      in.in().beginArray("live entry");
      if (!in.in().more()) {
        throw in.in().refused("live entry must begin with its element, but is empty");
      }
      Object element = collisions.next(in.content(0));
      List<Dot> dots = dots(previous, in);
      in.built(() -> set.live(element, dots));
      previous = dots.get(0);
    }
    return in.built(set::build);
  }

  /** Reads dots to the end of the entry; the first of them must not come before that one. */
  private static List<Dot> dots(@Nullable Dot previousEntry, CausalReader in) throws IOException {
    if (!in.in().more()) {
      throw in.in().refused("live entry must have a dot, but has none");
    }
    Dot first = in.dot();
    if (previousEntry != null && first.compareTo(previousEntry) < 0) {
      throw in.in()
          .refused(
              "live entries must ascend by first dot, but %s follows %s", first, previousEntry);
    }
    if (!in.in().more()) {
      return List.of(first);
    }
    List<Dot> dots = new ArrayList<>(List.of(first));
    do {
      dots.add(in.dotAfter(dots.get(dots.size() - 1), "dots of an element"));
    } while (in.in().more());
    return dots;
  }
}
