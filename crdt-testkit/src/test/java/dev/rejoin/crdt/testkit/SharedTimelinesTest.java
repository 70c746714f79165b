package dev.rejoin.crdt.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rejoin.crdt.Author;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What timelines share must not hide what is broken, nor lay it on another law. */
class SharedTimelinesTest {

  private static final Duration LONG = Duration.ofMinutes(10);

  @Test
  void changeOfAnOlderStateIsFoundWithinTheShortTimelines() {
    Subject<Marked> subject =
        Subject.of(new Marked(0))
            .merging(Marked::merge)
            .edit("raise", (marked, me) -> new Marked(marked.height + 1));

    Map<Law, Integer> found = steps(subject, 2);

    assertThat(found).isEqualTo(Map.of(Law.IMMUTABLE, 2));
  }

  @Test
  void messageThatIsInVainIsJudgedIfItIsNotSoForStatesThatWereReadAgain() {
    Subject<Indexed> subject =
        Subject.of(new Indexed(Map.of(), Set.of(), Set.of()))
            .merging(Indexed::merge)
            .edit("add", Indexed::add)
            .edit("remove", (set, me) -> new Indexed(Map.of(), set.seen, set.index))
            .codec(
                set -> List.of(new TreeMap<>(set.live), new TreeSet<>(set.seen)),
                SharedTimelinesTest::withoutIndex);

    Map<Law, Integer> found = steps(subject, 4);

    assertThat(found).isEqualTo(Map.of(Law.CODEC, 4));
  }

  @Test
  void valueThatCanBeEmptiedIsNotLaidOnOtherLaws() {
    Subject<Set<Integer>> subject =
        Subject.<Set<Integer>>of(new TreeSet<>())
            .merging(BrokenSets::union)
            .edit(
                "add",
                List.of(0, 1, 2, 3, 4, 5),
                (set, me, item) -> BrokenSets.union(set, Set.of(item)))
            .observing(set -> set.size() < 4 ? Set.copyOf(set) : set)
            .meaning(Meanings.growOnlySet("add"));
    Search<Set<Integer>> search = new Search<>(subject, false, LONG, 1, true);

    search.run(200, 1);

    assertThat(search.found()).containsOnlyKeys(Law.IMMUTABLE);
  }

  private static Map<Law, Integer> steps(Subject<?> subject, int longest) {
    Search<?> search = new Search<>(subject, false, LONG, longest, true);
    search.run(0, 1);
    Map<Law, Integer> steps = new HashMap<>();
    search.found().forEach((law, found) -> steps.put(law, found.timeline().steps().size()));
    return steps;
  }

  private static Indexed withoutIndex(List<?> written) {
    Map<String, String> live = new HashMap<>();
    ((Map<?, ?>) written.get(0)).forEach((dot, item) -> live.put(dot.toString(), item.toString()));
    Set<String> seen = new TreeSet<>();
    ((Set<?>) written.get(1)).forEach(dot -> seen.add(dot.toString()));
    return new Indexed(live, seen, Set.of());
  }

  /** A maximum whose merge leaves a mark on the lower side, unless that is the initial state. */
  private static final class Marked {

    private final int height;
    private int marks;

    Marked(int height) {
      this.height = height;
    }

    Marked merge(Marked other) {
      Marked lower = height < other.height ? this : other;
      Marked higher = lower == this ? other : this;
      lower.marks += lower.height > 0 && lower.height < higher.height ? 1 : 0;
      return higher;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Marked that && height == that.height;
    }

    @Override
    public int hashCode() {
      return height;
    }

    @Override
    public String toString() {
      return height + " with " + marks + " marks";
    }
  }

  /** An observed-remove set that asks an index of what it has seen, which its codec forgets. */
  private static final class Indexed {

    private final Map<String, String> live;
    private final Set<String> seen;
    private final Set<String> index;

    Indexed(Map<String, String> live, Set<String> seen, Set<String> index) {
      this.live = Map.copyOf(live);
      this.seen = Set.copyOf(seen);
      this.index = Set.copyOf(index);
    }

    Indexed add(Author me) {
      String id = me.id().value();
      String dot = id + seen.stream().filter(other -> other.startsWith(id)).count();
      Map<String, String> more = new HashMap<>(live);
      more.put(dot, "x");
      return new Indexed(
          more, BrokenSets.union(seen, Set.of(dot)), BrokenSets.union(index, Set.of(dot)));
    }

    Indexed merge(Indexed other) {
      Map<String, String> merged = new HashMap<>(live);
      merged.keySet().removeIf(dot -> other.seen.contains(dot) && !other.live.containsKey(dot));
      other.live.keySet().stream()
          .filter(dot -> !index.contains(dot))
          .forEach(dot -> merged.put(dot, "x"));
      Indexed both =
          new Indexed(
              merged, BrokenSets.union(seen, other.seen), BrokenSets.union(index, other.index));
      return both.equals(this) ? this : both;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Indexed that && live.equals(that.live) && seen.equals(that.seen);
    }

    @Override
    public int hashCode() {
      return Objects.hash(live, seen);
    }

    @Override
    public String toString() {
      return new TreeMap<>(live) + " of " + new TreeSet<>(seen);
    }
  }
}
