package dev.rejoin.crdt.testkit;

import java.math.BigInteger;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the common types mean. Each takes the names of the subject's edits, all of them: a name that
 * the subject lacks, and an edit that is not named, are refused.
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

  private static BigInteger sum(Visible visible, String name) {
    return visible
        .edits(name)
        .map(edit -> edit.argument() == null ? 1 : edit.argument(Number.class).longValue())
        .map(BigInteger::valueOf)
        .reduce(BigInteger.ZERO, BigInteger::add);
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
