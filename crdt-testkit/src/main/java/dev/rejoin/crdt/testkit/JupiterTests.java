package dev.rejoin.crdt.testkit;

import io.vavr.Lazy;
import io.vavr.control.Try;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;

/** The laws as tests of JUnit Jupiter; apart, so that {@link CrdtVerifier} runs without it. */
final class JupiterTests {

  private JupiterTests() {}

  /** Returns the tests, the first of which to run makes the search, once for all. */
  static <S> Stream<DynamicTest> of(Subject<S> subject, Supplier<Search<S>> search) {
    subject.edits();
    Lazy<Try<Search<S>>> made = Lazy.of(() -> Try.ofSupplier(search));
    return Stream.concat(
        Stream.of(Law.values())
            .map(law -> DynamicTest.dynamicTest(law.name(), () -> check(law, subject, made))),
        Stream.of(
            DynamicTest.dynamicTest("LAWS_ARE_TESTED", () -> made.get().get().requireActivity())));
  }

  private static <S> void check(Law law, Subject<S> subject, Lazy<Try<Search<S>>> made) {
    law.whyNot(subject).forEach(reason -> Assumptions.abort(DoesNotApply.message(law, reason)));
    LawViolation violation = made.get().get().found().get(law);
    if (violation != null) {
      throw violation;
    }
  }
}
