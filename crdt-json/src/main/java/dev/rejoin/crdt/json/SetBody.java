package dev.rejoin.crdt.json;

import dev.rejoin.crdt.Dot;
import dev.rejoin.crdt.ORSet;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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
    List<Entry> entries = new ArrayList<>(set.size());
    set.forEachLive((element, dots) -> entries.add(new Entry(element, dots)));
    entries.sort(Comparator.comparing(Entry::first));
    Sink json = out.out();
    json.startArray(entries.size());
    for (Entry entry : entries) {
      json.startArray(1 + 2 * entry.dots.size());
      out.out().content(entry.element);
      for (Dot dot : entry.dots) {
        out.dot(dot);
      }
      json.endArray();
    }
    json.endArray();
  }

  /** An element with its dots, ascending. */
  private record Entry(Object element, List<Dot> dots) {

    Dot first() {
      return dots.get(0);
    }
  }

  @Override
  public ORSet<Object> read(CausalReader in) throws IOException {
    ORSet.Builder<Object> set = ORSet.builderUnder(in.dots());
    Set<Object> elements = new HashSet<>();
    @Nullable Dot previous = null;
    in.in().beginArray("live");
    while (in.in().more()) {
      in.in().beginArray("live entry");
      if (!in.in().more()) {
        throw in.in().refused("live entry must begin with its element, but is empty");
      }
      Object element = in.content(0);
      if (!in.built(() -> elements.add(element))) {
        throw in.in().refused("an element must be given once, but this one was given before");
      }
      List<Dot> dots = dots(previous, in);
      in.built(() -> set.live(element, dots));
      previous = dots.get(0);
    }
    return in.built(set::build);
  }

  /** Reads dots to the end of the entry; the first of them must not come before that one. */
  private static List<Dot> dots(@Nullable Dot previousEntry, CausalReader in) throws IOException {
    List<Dot> dots = new ArrayList<>(1);
    @Nullable Dot previous = null;
    while (in.in().more()) {
      Dot dot = in.dotAfter(previous, "dots of an element");
      if (dots.isEmpty() && previousEntry != null && dot.compareTo(previousEntry) < 0) {
        throw in.in()
            .refused(
                "live entries must ascend by first dot, but %s follows %s", dot, previousEntry);
      }
      dots.add(dot);
      previous = dot;
    }
    if (dots.isEmpty()) {
      throw in.in().refused("live entry must have a dot, but has none");
    }
    return dots;
  }
}
