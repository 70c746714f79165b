package dev.rejoin.crdt.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class BrokenImmutabilityTest {

  @Test
  void reportShowsWhatChanged() {
    Subject<Elements> broken = editsInPlace();

    assertThatThrownBy(() -> Law.IMMUTABLE.check(broken, Timeline.of(Step.edit(0, 0))))
        .hasMessageStartingWith(
            """
            IMMUTABLE: a in the end must equal a as it came to be

              a                  = [x]   (initial state)
              a in the end       = a.elements[0] = x
              a as it came to be = nothing more
            """);
  }

  private static final class Elements {

    private final Set<String> elements;

    Elements(Set<String> elements) {
      this.elements = new HashSet<>(elements);
    }

    Elements with(String element) {
      return new Elements(BrokenSets.union(elements, Set.of(element)));
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Elements that && elements.equals(that.elements);
    }

    @Override
    public int hashCode() {
      return elements.hashCode();
    }

    @Override
    public String toString() {
      return elements.toString();
    }
  }

  static Subject<Elements> editsInPlace() {
    return Subject.of(new Elements(Set.of()))
        .merging((a, b) -> new Elements(BrokenSets.union(a.elements, b.elements)))
        .edit(
            "add",
            List.of("x", "y"),
            (set, me, e) -> {
              set.elements.add(e);
              return set;
            });
  }

  static Subject<Elements> mergesInPlace() {
    return Subject.of(new Elements(Set.of()))
        .merging(
            (a, b) -> {
              a.elements.addAll(b.elements);
              return a;
            })
        .edit("add", List.of("x", "y"), (set, me, e) -> set.with(e));
  }

  static Subject<Elements> takesFromTheOther() {
    return Subject.of(new Elements(Set.of()))
        .merging(
            (a, b) -> {
              Elements merged = new Elements(BrokenSets.union(a.elements, b.elements));
              b.elements.removeAll(a.elements);
              return merged;
            })
        .edit("add", List.of("x", "y"), (set, me, e) -> set.with(e));
  }

  static Subject<Elements> correct() {
    return Subject.of(new Elements(Set.of()))
        .merging((a, b) -> new Elements(BrokenSets.union(a.elements, b.elements)))
        .edit("add", List.of("x", "y"), (set, me, e) -> set.with(e));
  }

  static Subject<Elements> handsOut() {
    return correct().observing(set -> set.elements);
  }

  static Subject<Elements> handsOutWithin() {
    return correct().observing(set -> Map.of("elements", List.of(set.elements)));
  }

  private static final class Cells {

    private final int[] cells;

    Cells(int... cells) {
      this.cells = cells;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Cells that && Arrays.equals(cells, that.cells);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(cells);
    }
  }

  static Subject<Cells> handsAnArrayOut() {
    return Subject.of(new Cells(0))
        .merging((a, b) -> a.cells[0] >= b.cells[0] ? a : b)
        .edit("raise", (highest, me) -> new Cells(highest.cells[0] + 1))
        .observing(cells -> cells.cells);
  }

  static Subject<Integer> changesTheArgument() {
    return Subject.of(0)
        .merging(Math::max)
        .edit(
            "write",
            List.<List<String>>of(new ArrayList<>(List.of("x"))),
            (length, me, text) -> {
              text.add("y");
              return length + 1;
            });
  }

  static Subject<Integer> showsAView() {
    Map<String, Integer> view = new TreeMap<>();
    return Subject.of(0)
        .merging(Math::max)
        .edit("raise", (highest, me) -> highest + 1)
        .observing(
            highest -> {
              view.put("highest", highest);
              return view;
            });
  }

  @Test
  void correctTypesAreNotBlamed() {
    Subject<Elements> copies = correct().observing(set -> new TreeSet<>(set.elements));
    Subject<Cached> cached =
        Subject.of(new Cached(new HashMap<>()))
            .merging(Cached::merge)
            .edit("increment", (c, me) -> c.plus(me.id().value()));

    assertThat(Smallest.find(Law.IMMUTABLE, 3, copies)).isEmpty();
    assertThat(Smallest.find(Law.IMMUTABLE, 3, cached)).isEmpty();
  }

  /** Counts once, and remembers the sum and the hash code when they are asked for. */
  private static final class Cached {

    private final Map<String, Integer> counts;
    private int hash;
    private transient int sum;

    Cached(Map<String, Integer> counts) {
      this.counts = counts;
    }

    Cached plus(String id) {
      Map<String, Integer> more = new HashMap<>(counts);
      more.merge(id, 1, Integer::sum);
      return new Cached(more);
    }

    Cached merge(Cached other) {
      Map<String, Integer> joined = new HashMap<>(counts);
      other.counts.forEach((id, count) -> joined.merge(id, count, Math::max));
      sum = joined.values().stream().mapToInt(n -> n).sum();
      return new Cached(joined);
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Cached that && counts.equals(that.counts);
    }

    @Override
    public int hashCode() {
      if (hash == 0) {
        hash = counts.hashCode();
      }
      return hash;
    }

    @Override
    public String toString() {
      return counts + " " + sum;
    }
  }
}
