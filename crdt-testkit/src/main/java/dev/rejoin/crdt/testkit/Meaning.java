package dev.rejoin.crdt.testkit;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What the value of a state must be, given the edits that had reached it: the specification of a
 * type. The ready-made ones are in {@link Meanings}.
 *
 * <p>Values are compared by what they hold: a collection equals one of another library that has
 * equal elements, if both are sets, both maps or neither; whole numbers are equal if their amounts
 * are; an {@code Option} or {@code Optional} counts as what is in it, an empty one as null.
 */
public final class Meaning {

  private final Set<String> names;
  private final @Nullable Subject<?> reference;
  private final Function<Visible, Expectation> expectation;

  /**
   * What is expected of a value.
   *
   * @param text how a report calls {@code shown}
   * @param shown what a report shows as expected
   * @param allowed one of these it must be
   */
  record Expectation(String text, @Nullable Object shown, Collection<?> allowed) {

    boolean isMetBy(@Nullable Object value) {
      Object plain = PlainValue.of(value);
      return allowed.stream()
          .map(PlainValue::of)
          .anyMatch(expected -> Objects.equals(expected, plain));
    }
  }

  private Meaning(
      Set<String> names,
      @Nullable Subject<?> reference,
      Function<Visible, Expectation> expectation) {
    this.names = names;
    this.reference = reference;
    this.expectation = expectation;
  }

  /**
   * Returns the meaning by which there is one value for each set of visible edits.
   *
   * @throws NullPointerException if {@code value} is null
   */
  public static Meaning of(Function<Visible, ?> value) {
    Objects.requireNonNull(value, "value");
    return new Meaning(Set.of(), null, visible -> one(value.apply(visible)));
  }

  /**
   * Returns the meaning by which the value is any one of several, as where a clock decides.
   *
   * @param values gives all values that are allowed, at least one
   * @throws NullPointerException if {@code values} is null
   */
  public static Meaning oneOf(Function<Visible, ? extends Collection<?>> values) {
    Objects.requireNonNull(values, "values");
    return new Meaning(Set.of(), null, visible -> anyOf(values.apply(visible)));
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
    return new Meaning(Set.of(), reference, visible -> anyOf(List.of()));
  }

  private static Expectation one(@Nullable Object value) {
    return new Expectation("what x means", value, Collections.singletonList(value));
  }

  private static Expectation anyOf(Collection<?> values) {
    if (values.isEmpty()) {
      throw new IllegalStateException("a meaning must allow at least one value, but allows none");
    }
    return new Expectation(
        values.size() == 1 ? "what x means" : "one of what x can mean",
        values.size() == 1 ? values.iterator().next() : values,
        values);
  }

  /** Returns this meaning for subjects that have edits of all those names, and of no others. */
  Meaning about(Collection<String> edits) {
    return new Meaning(Set.copyOf(edits), reference, expectation);
  }

  /** Returns the names of the edits that it knows; none if it does not care. */
  Set<String> names() {
    return names;
  }

  @Nullable Subject<?> reference() {
    return reference;
  }

  Expectation expectation(Visible visible) {
    return expectation.apply(visible);
  }
}
