package dev.rejoin.crdt.testkit;

import io.vavr.Lazy;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;

/** The laws as tests of JUnit Jupiter; apart, so that {@link CrdtVerifier} runs without it. */
final class JupiterTests {

  private JupiterTests() {}

  static Stream<DynamicTest> of(Subject<?> subject, Supplier<Map<Law, LawViolation>> search) {
    subject.edits();
    Lazy<Map<Law, LawViolation>> violations = Lazy.of(search);
    return Stream.of(Law.values())
        .map(law -> DynamicTest.dynamicTest(law.name(), () -> check(law, subject, violations)));
  }

  private static void check(Law law, Subject<?> subject, Lazy<Map<Law, LawViolation>> violations) {
    Assumptions.assumeTrue(law.appliesTo(subject), () -> new DoesNotApply(law).getMessage());
    LawViolation violation = violations.get().get(law);
    if (violation != null) {
      throw violation;
    }
  }
}
