package dev.rejoin.crdt;

import static dev.rejoin.crdt.Replicas.ANN;
import static dev.rejoin.crdt.Replicas.BEN;
import static dev.rejoin.crdt.Replicas.CAT;
import static dev.rejoin.crdt.Replicas.missing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What a user interface is told is the difference of the elements, whatever the dots. */
class ORSetChangesTest {

  private static final List<Author> AUTHORS = List.of(ANN, BEN, CAT);

  private final ORSet<String> base = ORSet.<String>empty().add(ANN, "milk").add(BEN, "eggs");

  @Example
  void elementsThatCameAndWentAreTold() {
    ORSet<String> now = base.add(ANN, "tea").remove("eggs");

    assertThat(told(base, now)).containsExactlyInAnyOrder("+tea", "-eggs");
    assertThat(told(now, base)).containsExactlyInAnyOrder("-tea", "+eggs");
    assertThat(told(now, now)).isEmpty();
  }

  @Example
  void anElementThatIsStillThereIsNoChange() {
    ORSet<String> added = base.add(CAT, "milk");
    ORSet<String> readded = base.remove("milk").add(ANN, "milk");

    assertThat(told(base, added)).isEmpty();
    assertThat(told(base, readded)).isEmpty();
    assertThat(told(added, readded)).isEmpty();
  }

  @Example
  void aMergeIsToldByItsOutcome() {
    ORSet<String> removed = base.remove("milk").remove("eggs");
    ORSet<String> added = base.add(CAT, "milk").add(CAT, "tea");

    ORSet<String> merged = removed.merge(added);

    assertThat(told(removed, merged)).containsExactlyInAnyOrder("+milk", "+tea");
    assertThat(told(added, merged)).containsExactly("-eggs");
  }

  @Example
  void nullsAreRefusedEvenWhereNothingIsTold() {
    assertThatNullPointerException()
        .isThrownBy(() -> base.changesFrom(missing(), element -> {}, element -> {}));
    assertThatNullPointerException()
        .isThrownBy(() -> base.changesFrom(base, missing(), element -> {}))
        .withMessage("added");
    assertThatNullPointerException()
        .isThrownBy(() -> base.changesFrom(base, element -> {}, missing()))
        .withMessage("removed");
  }

  /** A step of a history: replica {@code at} takes over {@code from}, or edits if they are one. */
  private record Step(int at, int from, TrieKey element, boolean adds) {

    void applyTo(List<ORSet<TrieKey>> replicas) {
      ORSet<TrieKey> state = replicas.get(at);
      ORSet<TrieKey> edited = adds ? state.add(AUTHORS.get(at), element) : state.remove(element);
      ORSet<TrieKey> other = replicas.get(from);
      replicas.set(at, at == from ? edited : state.merge(adds ? other : other.deltaSince(state)));
    }
  }

  @Provide
  Arbitrary<List<Step>> histories() {
    Arbitrary<Integer> replicas = Arbitraries.integers().between(0, 2);
    return Combinators.combine(replicas, replicas, TrieKey.keys(), Arbitraries.of(true, false))
        .as(Step::new)
        .list()
        .ofMaxSize(40);
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void anyTwoStatesTellTheDifferenceOfTheirElements(
      @ForAll("histories") List<Step> one, @ForAll("histories") List<Step> another) {
    List<ORSet<TrieKey>> states = statesOf(one);
    states.addAll(statesOf(another)); // as if of another history: its dots mean something else

    for (ORSet<TrieKey> before : states) {
      for (ORSet<TrieKey> now : states) {
        List<TrieKey> added = new ArrayList<>();
        List<TrieKey> removed = new ArrayList<>();
        now.changesFrom(before, added::add, removed::add);

        assertThat(added).doesNotHaveDuplicates();
        assertThat(removed).doesNotHaveDuplicates();
        assertThat(new HashSet<>(added)).isEqualTo(difference(now, before));
        assertThat(new HashSet<>(removed)).isEqualTo(difference(before, now));
      }
    }
  }

  /** Returns some states on the way, and those at the end. */
  private static List<ORSet<TrieKey>> statesOf(List<Step> history) {
    List<ORSet<TrieKey>> replicas = Arrays.asList(ORSet.empty(), ORSet.empty(), ORSet.empty());
    List<ORSet<TrieKey>> states = new ArrayList<>();
    for (int i = 0; i < history.size(); i++) {
      history.get(i).applyTo(replicas);
      if (i % 8 == 0) {
        states.add(replicas.get(history.get(i).at()));
      }
    }
    states.addAll(replicas);
    return states;
  }

  private static <E> Set<E> difference(ORSet<E> of, ORSet<E> without) {
    Set<E> left = new HashSet<>();
    of.forEach(left::add);
    without.forEach(left::remove);
    return left;
  }

  private static List<String> told(ORSet<String> before, ORSet<String> now) {
    List<String> told = new ArrayList<>();
    now.changesFrom(before, element -> told.add("+" + element), element -> told.add("-" + element));
    return told;
  }
}
