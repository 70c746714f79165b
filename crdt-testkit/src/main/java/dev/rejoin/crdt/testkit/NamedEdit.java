package dev.rejoin.crdt.testkit;

import dev.rejoin.crdt.Author;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * One edit that a timeline can choose, with its argument bound.
 *
 * @param <S> the type of the states
 * @param name what the subject calls it
 * @param text name and argument, for reports
 * @param argument what is bound, null if the edit takes nothing
 * @param rare whether only random timelines choose it
 */
record NamedEdit<S>(
    String name,
    String text,
    @Nullable Object argument,
    boolean rare,
    BiFunction<S, Author, S> function) {

  static <S> NamedEdit<S> of(String name, BiFunction<S, Author, S> function) {
    return new NamedEdit<>(name, name, null, false, function);
  }

  static <S, A> NamedEdit<S> of(
      String name, A argument, boolean rare, BiFunction<S, Author, S> function) {
    String text = name + "(" + Report.text(argument) + ")";
    return new NamedEdit<>(name, text, argument, rare, function);
  }
}
