package dev.rejoin.crdt.testkit;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class JqwikTimelinesTest {

  @Test
  void aMissingEngineIsAFailure() {
    ClassLoader withoutJqwik = ClassLoader.getPlatformClassLoader();

    assertThatThrownBy(() -> JqwikTimelines.requireEngine(withoutJqwik))
        .isInstanceOf(AssertionError.class)
        .hasMessage(
            "the laws must be run by jqwik, but its engine, net.jqwik:jqwik-engine, is missing");
    assertThatCode(() -> JqwikTimelines.requireEngine(getClass().getClassLoader()))
        .doesNotThrowAnyException();
  }
}
