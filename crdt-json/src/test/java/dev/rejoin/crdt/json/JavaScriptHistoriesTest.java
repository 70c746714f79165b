package dev.rejoin.crdt.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The peer in JavaScript comes to the same bytes, from the seeds 1 to 4; the system properties
 * {@code crdt.javascript.first} and {@code crdt.javascript.seeds} choose others.
 */
@EnabledIf(
    value = "dev.rejoin.crdt.json.JavaScriptPeer#isThere",
    disabledReason = JavaScriptPeer.ABSENT)
class JavaScriptHistoriesTest {

  @TempDir Path folder = Path.of("");

  private static LongStream seeds() {
    long first = Long.getLong("crdt.javascript.first", 1);
    return LongStream.range(first, first + Long.getLong("crdt.javascript.seeds", 4));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void statesAndDeltasOfRandomHistoriesMergeToTheSameBytes(long seed) throws Exception {
    List<RandomPairs.Pair> pairs = PairsOfTypes.drawn(seed);
    JavaScriptPeer peer = new JavaScriptPeer(folder);
    for (RandomPairs.Pair pair : pairs) {
      peer.askToMerge(pair.declared(), written(pair.mine()), written(pair.theirs()));
    }

    List<JsonNode> answers = peer.answers();

    assertThat(answers).hasSameSizeAs(pairs);
    assertThat(pairs.stream().filter(RandomPairs.Pair::isConcurrent).count()).isGreaterThan(40);
    for (int i = 0; i < pairs.size(); i++) {
      RandomPairs.Pair pair = pairs.get(i);
      assertThat(answers.get(i).path("text").asText(answers.get(i).toString()))
          .as(pair::toString)
          .isEqualTo(written(pair.merged()));
    }
  }

  private static String written(Object state) throws Exception {
    return Samples.MAPPER.writeValueAsString(state);
  }
}
