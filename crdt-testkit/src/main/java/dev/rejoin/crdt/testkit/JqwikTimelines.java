package dev.rejoin.crdt.testkit;

import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Shrinkable;
import net.jqwik.api.ShrinkingDistance;

/** Random timelines for jqwik, which knows by this how to make them smaller. */
final class JqwikTimelines {

  private JqwikTimelines() {}

  static Arbitrary<Timeline> arbitrary(Subject<?> subject) {
    return Arbitraries.fromGenerator(
        random -> new Candidate(RandomTimelines.next(random, subject)));
  }

  private record Candidate(Timeline value) implements Shrinkable<Timeline> {

    @Override
    public Stream<Shrinkable<Timeline>> shrink() {
      return SmallerTimelines.of(value).map(Candidate::new);
    }

    @Override
    public ShrinkingDistance distance() {
      return ShrinkingDistance.of(SmallerTimelines.weight(value));
    }
  }

  /**
   * @throws AssertionError if jqwik's engine is not there
   */
  static void requireEngine(ClassLoader loader) {
    try {
      Class.forName("net.jqwik.engine.JqwikTestEngine", false, loader);
    } catch (ClassNotFoundException e) {
      throw new AssertionError(
          "the laws must be run by jqwik, but its engine, net.jqwik:jqwik-engine, is missing", e);
    }
  }
}
