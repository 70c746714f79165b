package dev.rejoin.crdt.testkit;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What the value of a state must be, given the edits that had reached it: the specification of a
 * type. The ready-made ones are in {@link Meanings}.
 *
 * <p>Values are compared by what they hold: a collection equals one of another library that has
 * equal elements, if both are sets, both maps or neither; whole numbers are equal if their amounts
 * are; an {@code Option} or {@code Optional} counts as what is in it, an empty one as null.
 *
 * <pre>{@code
 * Meaning highest =
 *     Meaning.of(
 *         visible ->
 *             visible
 *                 .edits("raise")
 *                 .mapToInt(edit -> edit.argument(Integer.class))
 *                 .max()
 *                 .orElse(0));
 * }</pre>
 */
public final class Meaning {

  private final Set<String> names;
  private final @Nullable Subject<?> reference;
  private final @Nullable SequenceMeaning sequence;
  private final Function<Visible, Expectation> expectation;

  /**
   * What is expected of a value.
   *
   * @param exact whether one value alone is allowed
   * @param shown what a report shows as expected
   * @param allowed whether it may be that, given as a {@link PlainValue}
   */
  record Expectation(boolean exact, @Nullable Object shown, Predicate<@Nullable Object> allowed) {

    static Expectation one(@Nullable Object value) {
      Object plain = PlainValue.of(value);
      return new Expectation(true, value, seen -> Objects.equals(plain, seen));
    }

    static Expectation anyOf(Collection<?> values) {
      if (values.size() == 1) {
        return one(values.iterator().next());
      }
      return new Expectation(
          false,
          values,
          seen -> values.stream().anyMatch(value -> Objects.equals(PlainValue.of(value), seen)));
    }

    /** Returns whether no value at all is allowed, which is a mistake in the meaning. */
    boolean allowsNone() {
      return !exact && shown instanceof Collection<?> values && values.isEmpty();
    }

    /** Returns how a report calls what is expected. */
    String text() {
      return exact ? "what x means" : "one of what x can mean";
    }

    boolean isMetBy(@Nullable Object value) {
      return allowed.test(PlainValue.of(value));
    }
  }

  private Meaning(
      Set<String> names,
      @Nullable Subject<?> reference,
      @Nullable SequenceMeaning sequence,
      Function<Visible, Expectation> expectation) {
    this.names = names;
    this.reference = reference;
    this.sequence = sequence;
    this.expectation = expectation;
  }

  /**
   * Returns the meaning by which there is one value for each set of visible edits.
   *
   * @throws NullPointerException if {@code value} is null
   */
  public static Meaning of(Function<Visible, ?> value) {
    Objects.requireNonNull(value, "value");
    return expecting(visible -> Expectation.one(value.apply(visible)));
  }

  /**
   * Returns the meaning by which the value is any one of several, as where a clock decides.
   *
   * @param values gives all values that are allowed, at least one
   * @throws NullPointerException if {@code values} is null
   */
  public static Meaning oneOf(Function<Visible, ? extends Collection<?>> values) {
    Objects.requireNonNull(values, "values");
    return expecting(
        visible ->
            Expectation.anyOf(Objects.requireNonNull(values.apply(visible), "allowed values")));
  }

  /**
   * Returns the meaning by which the value is always that of another type, slower but known to be
   * right, on which the same timeline is played.
   *
   * @param reference has the same edits with equal arguments, in the same order
   * @throws NullPointerException if {@code reference} is null
   */
  public static Meaning like(Subject<?> reference) {
    Objects.requireNonNull(reference, "reference");
    return new Meaning(Set.of(), reference, null, visible -> Expectation.anyOf(List.of()));
  }

  static Meaning expecting(Function<Visible, Expectation> expectation) {
    return new Meaning(Set.of(), null, null, expectation);
  }

  /** Returns the meaning of a sequence, for which all values of a history are judged together. */
  static Meaning of(SequenceMeaning sequence) {
    return new Meaning(Set.of(), null, sequence, visible -> Expectation.anyOf(List.of()));
  }

  /** Returns this meaning for subjects that have edits of all those names, and of no others. */
  Meaning about(Collection<String> edits) {
    return new Meaning(Set.copyOf(edits), reference, sequence, expectation);
  }

  /** Returns the names of the edits that it knows; none if it does not care. */
  Set<String> names() {
    return names;
  }

  @Nullable Subject<?> reference() {
    return reference;
  }

  @Nullable SequenceMeaning sequence() {
    return sequence;
  }

  /** Returns whether a value is judged by the edits visible to it, and by nothing else. */
  boolean isOfOneValue() {
    return reference == null && sequence == null;
  }

  Expectation expectation(Visible visible) {
    return expectation.apply(visible);
  }
}
