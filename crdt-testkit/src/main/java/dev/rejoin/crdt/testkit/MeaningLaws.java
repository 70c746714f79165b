package dev.rejoin.crdt.testkit;

import static dev.rejoin.crdt.testkit.Breach.operand;
import static dev.rejoin.crdt.testkit.Equation.equal;

import io.vavr.control.Option;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** That a state shows what the edits that had reached it mean. */
final class MeaningLaws {

  private MeaningLaws() {}

  static <S> Option<Breach> meaning(History<S> history) {
    Meaning meaning = Objects.requireNonNull(history.subject().options().meaning());
    checkNames(meaning, history.subject());
    Subject<?> reference = meaning.reference();
    return reference == null ? specified(history, meaning) : like(history, reference);
  }

  private static void checkNames(Meaning meaning, Subject<?> subject) {
    Set<String> names =
        subject.edits().stream().map(NamedEdit::name).collect(Collectors.toUnmodifiableSet());
    if (!meaning.names().isEmpty() && !meaning.names().equals(names)) {
      throw new IllegalStateException(
          "meaning must name the edits of its subject, %s, but names %s"
              .formatted(sorted(names), sorted(meaning.names())));
    }
  }

  private static List<String> sorted(Set<String> names) {
    return names.stream().sorted().toList();
  }

  private static <S> Option<Breach> specified(History<S> history, Meaning meaning) {
    for (Moment<S> x : history.moments()) {
      if (history.isCausallyClosed(x)) {
        Object value = history.calls().observe(x.state());
        Visible visible = Visible.of(history, x);
        Meaning.Expectation expected = expectation(meaning, visible);
        if (!met(expected, value)) {
          return breach(x, value, expected.text(), expected.shown());
        }
      }
    }
    return Option.none();
  }

  private static Meaning.Expectation expectation(Meaning meaning, Visible visible) {
    try {
      return meaning.expectation(visible);
    } catch (RuntimeException | AssertionError | StackOverflowError e) {
      throw new IllegalStateException(
          "meaning must not throw, but threw %s for the edits %s".formatted(e, visible), e);
    }
  }

  private static boolean met(Meaning.Expectation expected, @Nullable Object value) {
    return Calls.attempt("equals of values", () -> expected.isMetBy(value));
  }

  private static <S, R> Option<Breach> like(History<S> history, Subject<R> reference) {
    checkEdits(history.subject(), reference);
    History<R> beside = new History<>(reference, history.timeline());
    playReference(beside);
    for (int i = 0; i < history.moments().size(); i++) {
      Moment<S> x = history.moments().get(i);
      Object value = history.calls().observe(x.state());
      Object expected = beside.calls().observe(beside.moments().get(i).state());
      if (!met(new Meaning.Expectation("", expected, Collections.singletonList(expected)), value)) {
        return breach(x, value, "value of the reference", expected);
      }
    }
    return Option.none();
  }

  private static void playReference(History<?> reference) {
    try {
      reference.play();
    } catch (NotTotal e) {
      throw new IllegalStateException("reference of the meaning fails: " + e.getMessage(), e);
    }
  }

  private static void checkEdits(Subject<?> subject, Subject<?> reference) {
    List<String> edits = subject.edits().stream().map(NamedEdit::text).toList();
    List<String> references = reference.edits().stream().map(NamedEdit::text).toList();
    if (!edits.equals(references)) {
      throw new IllegalStateException(
          "reference of the meaning must have the edits of the subject, %s, but has %s"
              .formatted(edits, references));
    }
  }

  private static <S> Option<Breach> breach(
      Moment<S> x, @Nullable Object value, String text, @Nullable Object expected) {
    return Option.some(Breach.of(equal("value of x", value, text, expected), operand("x", x)));
  }
}
