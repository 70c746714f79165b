package dev.rejoin.crdt.testkit;

import static dev.rejoin.crdt.testkit.Breach.operand;
import static dev.rejoin.crdt.testkit.Equation.equal;

import io.vavr.control.Option;
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
    if (history.newMoments().size() == history.moments().size()) { // else it was done before
      checkNames(meaning, history.subject());
    }
    SequenceMeaning sequence = meaning.sequence();
    if (sequence != null) {
      return new SequenceLaws<>(history, sequence).breach();
    }
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
    for (Moment<S> x : history.newMoments()) {
      if (history.chronicle().isCausallyClosed(x)) {
        Object value = history.answers().observe(x.state());
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
    Meaning.Expectation expected;
    try {
      expected = meaning.expectation(visible);
    } catch (RuntimeException | AssertionError | StackOverflowError e) {
      throw new IllegalStateException(
          "meaning must not throw, but threw %s for the edits %s".formatted(e, visible), e);
    }
    if (expected.allowsNone()) {
      throw new IllegalStateException(
          "a meaning must allow at least one value, but allows none for the edits " + visible);
    }
    return expected;
  }

  private static boolean met(Meaning.Expectation expected, @Nullable Object value) {
    return Calls.attempt("equals of values", () -> expected.isMetBy(value));
  }

  private static <S, R> Option<Breach> like(History<S> history, Subject<R> reference) {
    checkEdits(history.subject(), reference);
    History<R> beside = playedBeside(history, reference);
    List<Moment<S>> moments = history.moments();
    for (int i = moments.size() - history.newMoments().size(); i < moments.size(); i++) {
      Option<Breach> breach = unlike(history, moments.get(i), beside, beside.moments().get(i));
      if (breach.isDefined()) {
        return breach;
      }
    }
    return Option.none();
  }

  private static <S, R> Option<Breach> unlike(
      History<S> history, Moment<S> x, History<R> beside, Moment<R> likeX) {
    Object value = history.answers().observe(x.state());
    Object expected = beside.answers().observe(likeX.state());
    return met(Meaning.Expectation.one(expected), value)
        ? Option.none()
        : breach(x, value, "value of the reference", expected);
  }

  private static <R> History<R> playedBeside(History<?> history, Subject<R> reference) {
    try {
      return history.beside(reference, () -> history.alike(reference));
    } catch (NotTotal e) {
      throw new IllegalStateException("reference of the meaning fails: " + e.getMessage(), e);
    }
  }

  private static void checkEdits(Subject<?> subject, Subject<?> reference) {
    if (reference.startsDiffer() && !subject.startsDiffer()) {
      throw new IllegalStateException(
          "reference of the meaning must start in one state, as the subject does, but its replicas"
              + " start in different ones");
    }
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
