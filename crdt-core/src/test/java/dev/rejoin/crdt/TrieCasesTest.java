package dev.rejoin.crdt;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.ShrinkingMode;

/**
 * Tries under forced collisions at every depth, against {@code HashMap}s and node by node. One try
 * plays many cases, since jqwik takes longer to generate one than it takes to play it. The system
 * property {@code crdt.trie.cases} says how many.
 */
class TrieCasesTest {

  private static final int CASES = Integer.getInteger("crdt.trie.cases", 5_000);

  @Provide
  Arbitrary<Long> seeds() {
    return Arbitraries.longs().withDistribution(RandomDistribution.uniform());
  }

  @Property(tries = 1, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
  void everyCaseMeetsTheModel(@ForAll("seeds") long seed) {
    TrieDepths depths = new TrieDepths();

    for (int i = 0; i < CASES; i++) {
      play(seed + i, depths);
    }

    depths.assertAllMet(CASES / 1000);
  }

  private static void play(long seed, TrieDepths depths) {
    try {
      new TrieCase(seed, depths).check();
    } catch (AssertionError | RuntimeException e) {
      throw new AssertionError("new TrieCase(" + seed + "L, depths): " + e.getMessage(), e);
    }
  }
}
