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
 */
record NamedEdit<S>(
    String name, String text, @Nullable Object argument, BiFunction<S, Author, S> function) {

  static <S> NamedEdit<S> of(String name, BiFunction<S, Author, S> function) {
    return new NamedEdit<>(name, name, null, function);
  }

  static <S, A> NamedEdit<S> of(String name, A argument, BiFunction<S, Author, S> function) {
    return new NamedEdit<>(name, name + "(" + Report.text(argument) + ")", argument, function);
  }
}
