package dev.rejoin.crdt.testkit;

import dev.rejoin.crdt.Author;
import java.util.function.BiFunction;

/**
 * One edit that a timeline can choose, with its argument bound.
 *
 * @param <S> the type of the states
 * @param name what the subject calls it
 * @param text name and argument, for reports
 */
record NamedEdit<S>(String name, String text, BiFunction<S, Author, S> function) {

  static <S> NamedEdit<S> of(String name, BiFunction<S, Author, S> function) {
    return new NamedEdit<>(name, name, function);
  }

  static <S, A> NamedEdit<S> of(String name, A argument, BiFunction<S, Author, S> function) {
    return new NamedEdit<>(name, name + "(" + Report.text(argument) + ")", function);
  }
}
