package dev.rejoin.crdt.testkit;

import dev.rejoin.crdt.ReplicaId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The edits that had reached a state, and which of them each had seen when it was made. What the
 * state shows must follow from these alone: a {@link Meaning} says how. Of a set in which a remove
 * wins over concurrent adds, for example, an element is seen if some add of it has seen every
 * remove of it:
 *
 * <pre>{@code
 * static Set<Object> removeWins(Visible visible) {
 *   return visible
 *       .edits("add")
 *       .filter(add -> visible.edits("remove").allMatch(remove -> visible.saw(add, remove)))
 *       .map(add -> add.argument(Object.class))
 *       .collect(Collectors.toSet());
 * }
 * }</pre>
 */
public final class Visible {

  private final List<Edit> edits;
  private final History<?> history;

  private Visible(List<Edit> edits, History<?> history) {
    this.edits = edits;
    this.history = history;
  }

  /**
   * An edit that was made; no two are equal.
   *
   * @param number its place among all edits of the timeline, from 0
   * @param name what the {@link Subject} calls it
   * @param argument what it was given, null if it takes nothing
   * @param replica who made it
   */
  public record Edit(int number, String name, @Nullable Object argument, ReplicaId replica) {

    /**
     * Returns the argument.
     *
     * @throws ClassCastException if it is not of that type
     * @throws NullPointerException if the edit takes none
     */
    public <A> A argument(Class<A> type) {
      return type.cast(Objects.requireNonNull(argument, () -> "edit " + name + " has no argument"));
    }

    /** Returns the edit with another argument. */
    Edit with(@Nullable Object other) {
      return new Edit(number, name, other, replica);
    }

    /** Returns who made it, its name and its argument. */
    @Override
    public String toString() {
      String made = replica + ": " + name;
      return argument == null ? made : made + "(" + Report.text(argument) + ")";
    }
  }

  static <S> Visible of(History<S> history, Moment<S> moment) {
    List<Edit> edits = new ArrayList<>();
    history.chronicle().numbers(moment).forEach(number -> edits.add(edit(history, number)));
    return new Visible(List.copyOf(edits), history);
  }

  static <S> Edit edit(History<S> history, int number) {
    Change<S> change = history.changes().get(number);
    return new Edit(number, change.edit().name(), change.edit().argument(), change.replica());
  }

  /** Returns all of them, in the order in which they were made. */
  public List<Edit> edits() {
    return edits;
  }

  /** Returns those of that name, in the order in which they were made. */
  public Stream<Edit> edits(String name) {
    return edits.stream().filter(edit -> edit.name().equals(name));
  }

  /**
   * Returns whether {@code earlier} had reached the replica that made {@code later} by then. No
   * edit saw itself.
   */
  public boolean saw(Edit later, Edit earlier) {
    return history.saw(later.number(), earlier.number());
  }

  /** Returns some of these edits as if there were no others, perhaps with other arguments. */
  Visible only(List<Edit> some) {
    return new Visible(List.copyOf(some), history);
  }

  /** Returns the edits that none of the others saw, of those for which {@code among} asks. */
  Stream<Edit> latest(Predicate<Edit> among) {
    List<Edit> candidates = edits.stream().filter(among).toList();
    return candidates.stream()
        .filter(edit -> candidates.stream().noneMatch(other -> saw(other, edit)));
  }

  /** Returns the edits in the order in which they were made. */
  @Override
  public String toString() {
    return edits.stream().map(Edit::toString).collect(Collectors.joining(", ", "[", "]"));
  }
}
