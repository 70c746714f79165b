package dev.rejoin.crdt.testkit;

import java.math.BigInteger;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the common types mean. Each takes the names of the subject's edits, all of them: a name that
 * the subject lacks, and an edit that is not named, are refused.
 *
 * <pre>{@code
 * Subject<PNCounter> counter =
 *     Subject.startingAt(PNCounter.empty())
 *         .edit("increment", PNCounter::increment)
 *         .edit("decrement", List.of(1, 2), (count, me, by) -> count.decrement(me, by))
 *         .observing(PNCounter::value)
 *         .meaning(Meanings.counter("increment", "decrement"));
 * }</pre>
 */
public final class Meanings {

  private Meanings() {}

  /**
   * Returns the meaning of a counter that only grows: the sum of the arguments of all increments,
   * each of which counts as one if it takes no argument.
   */
  public static Meaning counter(String increment) {
    return Meaning.of(visible -> sum(visible, increment)).about(List.of(increment));
  }

  /** Returns the meaning of a counter: the sum of all increments less that of all decrements. */
  public static Meaning counter(String increment, String decrement) {
    return Meaning.of(visible -> sum(visible, increment).subtract(sum(visible, decrement)))
        .about(List.of(increment, decrement));
  }

  /**
   * Returns the meaning of a counter whose edits add what {@code amount} says, zero and less
   * included.
   *
   * @throws NullPointerException if {@code amount} is null
   */
  public static Meaning counter(Function<Visible.Edit, ? extends Number> amount) {
    Objects.requireNonNull(amount, "amount");
    return Meaning.of(
        visible ->
            visible.edits().stream()
                .map(edit -> BigInteger.valueOf(amount.apply(edit).longValue()))
                .reduce(BigInteger.ZERO, BigInteger::add));
  }

  /**
   * Returns the meaning of a counter that can be set back: the sum of all increments less that of
   * all decrements, but for those that a reset has seen.
   */
  public static Meaning resettableCounter(String increment, String decrement, String reset) {
    return Meaning.of(
            visible ->
                sumSince(visible, increment, reset).subtract(sumSince(visible, decrement, reset)))
        .about(List.of(increment, decrement, reset));
  }

  /**
   * Returns the meaning of a counter in which each edit carries on the sums of its replica: what a
   * replica has counted is there if its last edit was seen by no reset, and is then the sum of that
   * edit and of those before it, back to the last reset that it had seen in time. An edit that is
   * concurrent with a reset so brings back what the reset had seen of its replica, unlike in a
   * counter whose resets take away exactly what they have seen.
   *
   * <p>Edits of the amount zero are none. Increments and decrements without an argument count as
   * one.
   */
  public static Meaning causalCounter(String increment, String decrement, String reset) {
    return Meaning.of(
            visible ->
                CarriedCounts.sum(
                    visible,
                    edit -> edit.name().equals(reset),
                    edit ->
                        edit.name().equals(increment)
                            ? amount(edit)
                            : edit.name().equals(decrement)
                                ? amount(edit).negate()
                                : BigInteger.ZERO))
        .about(List.of(increment, decrement, reset));
  }

  private static BigInteger sumSince(Visible visible, String name, String reset) {
    return sum(
        visible
            .edits(name)
            .filter(edit -> visible.edits(reset).noneMatch(back -> visible.saw(back, edit))));
  }

  private static BigInteger sum(Visible visible, String name) {
    return sum(visible.edits(name));
  }

  private static BigInteger sum(Stream<Visible.Edit> edits) {
    return edits.map(Meanings::amount).reduce(BigInteger.ZERO, BigInteger::add);
  }

  private static BigInteger amount(Visible.Edit edit) {
    return edit.argument() == null
        ? BigInteger.ONE
        : BigInteger.valueOf(edit.argument(Number.class).longValue());
  }

  /** Returns the meaning of a set that only grows: all elements that were ever added. */
  public static Meaning growOnlySet(String add) {
    return Meaning.of(visible -> arguments(visible, named(add))).about(List.of(add));
  }

  /**
   * Returns the meaning of a set in which an add wins over concurrent removes: an element is there
   * if an add of it was seen by no remove of it. A remove without an argument removes all.
   */
  public static Meaning addWinsSet(String add, String remove) {
    return Meaning.of(
            visible ->
                arguments(
                    visible,
                    edit ->
                        edit.name().equals(add)
                            && visible
                                .edits(remove)
                                .filter(removal -> isOf(removal, edit.argument()))
                                .noneMatch(removal -> visible.saw(removal, edit))))
        .about(List.of(add, remove));
  }

  private static boolean isOf(Visible.Edit removal, @Nullable Object element) {
    return removal.argument() == null || removal.argument().equals(element);
  }

  /**
   * Returns the meaning of a flag on which enabling wins over concurrent disabling: it is set if
   * some enabling was seen by no disabling.
   */
  public static Meaning enableWinsFlag(String enable, String disable) {
    return Meaning.of(
            visible ->
                visible
                    .edits(enable)
                    .anyMatch(on -> visible.edits(disable).noneMatch(off -> visible.saw(off, on))))
        .about(List.of(enable, disable));
  }

  /** Returns the meaning of a multi-value register: all values that no other one has replaced. */
  public static Meaning multiValue(String assign) {
    return Meaning.of(
            visible ->
                visible
                    .latest(named(assign))
                    .map(Meanings::argument)
                    .collect(Collectors.toUnmodifiableSet()))
        .about(List.of(assign));
  }

  /**
   * Returns the meaning of a multi-value register that can be cleared: all values that no other one
   * has replaced and no clearing has taken away that saw them.
   */
  public static Meaning multiValue(String assign, String clear) {
    return Meaning.of(
            visible ->
                visible
                    .latest(named(assign).or(named(clear)))
                    .filter(named(assign))
                    .map(Meanings::argument)
                    .collect(Collectors.toUnmodifiableSet()))
        .about(List.of(assign, clear));
  }

  /**
   * Returns the meaning of a register in which one value wins, whichever the clocks say: any one
   * that no other one has replaced, or an empty {@code Option}, {@code Optional} or null if none
   * was ever assigned.
   */
  public static Meaning lastWriterWins(String assign) {
    return lastWriterWins(assign, null);
  }

  /**
   * Returns the meaning of a register in which one value wins, whichever the clocks say.
   *
   * @param initial what is seen while none was ever assigned
   */
  public static Meaning lastWriterWins(String assign, @Nullable Object initial) {
    return Meaning.oneOf(
            visible -> {
              List<Object> latest = latest(visible, assign);
              return latest.isEmpty() ? Collections.singletonList(initial) : latest;
            })
        .about(List.of(assign));
  }

  /**
   * Returns the meaning of a map whose values have a meaning of their own. A remove of a key takes
   * away all that it had seen of the key and nothing else: a key is there if an update of it was
   * seen by no remove of it, and its value is what those updates mean.
   *
   * <p>The argument of an update is its key, or a {@link Map.Entry} of the key and what the edit of
   * the value takes; the argument of a remove is the key, and one without an argument removes all.
   *
   * <pre>{@code
   * Subject<CausalMap> subject =
   *     Subject.of(CausalMap.EMPTY)
   *         .merging(CausalMap::merge)
   *         .edit("increment", List.of("k", "l"), (map, me, key) -> map.update(me, entry(key, "")))
   *         .edit("remove", List.of("k"), (map, me, key) -> map.without(key))
   *         .observing(CausalMap::counts)
   *         .meaning(Meanings.map("remove", Meanings.counter("increment")));
   * }</pre>
   *
   * @param remove removes a key; all other edits update the value of theirs
   * @param values what a value means, given the updates of its key; maps can be nested. A {@link
   *     #causalCounter} brings back what a reset took away, so it is not told from these updates
   *     alone: write the meaning of a map of such counters by hand
   * @throws NullPointerException if {@code values} is null
   * @throws IllegalArgumentException if {@code values} is the meaning of a sequence, or a reference
   */
  public static Meaning map(String remove, Meaning values) {
    return MapMeaning.of(remove, values, false, null);
  }

  /**
   * Returns the meaning of a map as {@link #map(String, Meaning)} does, but a key is there only if
   * its value is not {@code empty}, as in maps that do not keep empty sets.
   *
   * @param empty what is never the value of a key
   * @throws NullPointerException if {@code values} is null
   * @throws IllegalArgumentException if {@code values} is the meaning of a sequence, or a reference
   */
  public static Meaning map(String remove, Meaning values, @Nullable Object empty) {
    return MapMeaning.of(remove, values, true, empty);
  }

  /**
   * Returns the meaning of a map in which one edit of a key wins, whichever the clocks say: a key
   * shows what any one of its edits did that no other edit of it has seen, be it a put or a remove.
   * A remove of a key of which it has seen no put does nothing.
   *
   * <p>The argument of a put is a {@link Map.Entry} of key and value, that of a remove the key.
   *
   * <pre>{@code
   * Subject<LWWMap<String, Integer>> subject =
   *     Subject.startingAt(LWWMap.<String, Integer>empty())
   *         .edit(
   *             "put",
   *             List.of(entry("k", 1), entry("k", 2), entry("l", 1)),
   *             (map, me, e) -> map.put(me, e.getKey(), e.getValue()))
   *         .edit("remove", List.of("k"), (map, me, key) -> map.remove(me, key))
   *         .observing(LWWMap::toMap)
   *         .meaning(Meanings.lastWriterWinsMap("put", "remove"));
   * }</pre>
   */
  public static Meaning lastWriterWinsMap(String put, String remove) {
    return Meaning.expecting(new LastWriterWinsMap(put, remove)::expectation)
        .about(List.of(put, remove));
  }

  /**
   * Returns the meaning of a list, the strong list specification: an insert puts one new item at
   * its index, a remove takes out the item at its index, and all items that ever were have one
   * common order, in which every state shows those that are there.
   *
   * <p>The argument of an edit is the index, a number; an insert beyond the end appends, a remove
   * beyond the end does nothing. What is observed must be a list of items that all differ, such as
   * pairs of what is shown and an id.
   *
   * <pre>{@code
   * Subject<Positions> subject =
   *     Subject.of(new Positions(Set.of(), Set.of()))
   *         .merging(Positions::merge)
   *         .edit("insert", List.of(0, 1), (list, me, at) -> list.insert(me, at))
   *         .edit("remove", List.of(0), (list, me, at) -> list.remove(at))
   *         .observing(Positions::items)
   *         .meaning(Meanings.sequence("insert", "remove"));
   * }</pre>
   */
  public static Meaning sequence(String insert, String remove) {
    return sequence(insert, remove, SequenceMeaning::argument);
  }

  /**
   * Returns the meaning of a list as {@link #sequence(String, String)} does, for edits whose
   * argument is more than an index.
   *
   * @param index gives the index of an insert or a remove
   * @throws NullPointerException if {@code index} is null
   */
  public static Meaning sequence(String insert, String remove, ToIntFunction<Visible.Edit> index) {
    Objects.requireNonNull(index, "index");
    return Meaning.of(new SequenceMeaning(insert, index)).about(List.of(insert, remove));
  }

  private static List<Object> latest(Visible visible, String assign) {
    return visible.latest(named(assign)).map(Meanings::argument).distinct().toList();
  }

  private static Predicate<Visible.Edit> named(String name) {
    return edit -> edit.name().equals(name);
  }

  private static Set<Object> arguments(Visible visible, Predicate<Visible.Edit> which) {
    return visible.edits().stream()
        .filter(which)
        .map(Meanings::argument)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static Object argument(Visible.Edit edit) {
    return edit.argument(Object.class);
  }
}
