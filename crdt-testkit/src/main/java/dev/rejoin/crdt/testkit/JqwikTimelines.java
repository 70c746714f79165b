package dev.rejoin.crdt.testkit;

import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Shrinkable;
import net.jqwik.api.ShrinkingDistance;

/** Random timelines for jqwik, which knows by this how to make them smaller. */
final class JqwikTimelines {

  private JqwikTimelines() {}

  static Arbitrary<Timeline> arbitrary() {
    return Arbitraries.fromGenerator(random -> new Candidate(RandomTimelines.next(random)));
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
}
