package dev.rejoin.crdt.testkit;

import dev.rejoin.crdt.Author;
import io.vavr.Function3;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * The edits of a subject, each with its argument bound, in the order of their numbers.
 *
 * @param <S> the type of the states
 * @param all those with rare arguments last; never changed
 */
record Edits<S>(List<NamedEdit<S>> all) {

  static <S> Edits<S> none() {
    return new Edits<>(List.of());
  }

  /** Returns these and one without an argument. */
  Edits<S> and(String name, BiFunction<S, Author, S> edit) {
    Objects.requireNonNull(edit, "edit");
    return and(List.of(NamedEdit.of(name, edit)));
  }

  /** Returns these and one for each argument. */
  <A> Edits<S> and(
      String name, List<A> alphabet, List<? extends A> rare, Function3<S, Author, A, S> edit) {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(edit, "edit");
    if (alphabet.isEmpty()) {
      throw new IllegalArgumentException("alphabet of edit " + name + " must not be empty");
    }
    Set<A> arguments = new LinkedHashSet<>(alphabet);
    int plain = arguments.size();
    arguments.addAll(rare);
    List<NamedEdit<S>> bound = new ArrayList<>();
    for (A argument : arguments) {
      Objects.requireNonNull(argument, () -> "argument of edit " + name);
      BiFunction<S, Author, S> function = (state, me) -> edit.apply(state, me, argument);
      bound.add(NamedEdit.of(name, argument, bound.size() >= plain, function));
    }
    return and(bound);
  }

  private Edits<S> and(List<NamedEdit<S>> added) {
    String name = Objects.requireNonNull(added.get(0).name(), "name");
    if (all.stream().anyMatch(edit -> edit.name().equals(name))) {
      throw new IllegalArgumentException(
          "each edit must have a name of its own, but " + name + " was given twice");
    }
    List<NamedEdit<S>> more = new ArrayList<>(all);
    more.addAll(added);
    more.sort(Comparator.comparing(NamedEdit::rare)); // stable: otherwise as they were given
    return new Edits<>(List.copyOf(more));
  }

  /** Returns how many there are but for the rare ones. */
  int plain() {
    return (int) required().stream().filter(edit -> !edit.rare()).count();
  }

  /**
   * Returns all.
   *
   * @throws IllegalStateException if there is none
   */
  List<NamedEdit<S>> required() {
    if (all.isEmpty()) {
      throw new IllegalStateException(
          "subject must have an edit: without one its initial state is its only state");
    }
    return all;
  }
}
