package dev.rejoin.crdt.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.rejoin.crdt.Crdt;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** The peer in JavaScript reads the golden files, and comes to the same bytes. */
@EnabledIf(
    value = "dev.rejoin.crdt.json.JavaScriptPeer#isThere",
    disabledReason = JavaScriptPeer.ABSENT)
class JavaScriptGoldenTest {

  private final List<String> asked = new ArrayList<>();
  private final List<String> expected = new ArrayList<>();

  @TempDir Path folder = Path.of("");

  private void assertAnswered(JavaScriptPeer peer) throws Exception {
    List<JsonNode> answers = peer.answers();
    assertThat(answers).hasSameSizeAs(asked);
    for (int i = 0; i < answers.size(); i++) {
      assertThat(answers.get(i).path("text").asText(answers.get(i).toString()))
          .as(asked.get(i))
          .isEqualTo(expected.get(i));
    }
  }

  @Test
  void everyFileButThoseOfJournalsIsWrittenBack() throws Exception {
    JavaScriptPeer peer = new JavaScriptPeer(folder);
    for (Golden.Case state : Golden.cases()) {
      if (!state.type().hasRawClass(JournalLine.class)) {
        byte[] json = Files.readAllBytes(Golden.ROOT.resolve(state.file() + ".json"));
        asked.add(state.file());
        expected.add(new String(json, StandardCharsets.UTF_8));
        peer.ask(GoldenFolder.declared(state.type())).put("base64", json);
      }
    }

    assertThat(asked).hasSizeGreaterThan(500);
    assertAnswered(peer);
  }

  @Test
  void anyTwoStatesOfAFolderMergeToTheSameBytes() throws Exception {
    JavaScriptPeer peer = new JavaScriptPeer(folder);
    for (GoldenFolder states : Golden.folders()) {
      if (states.type().isTypeOrSubTypeOf(Crdt.class)) {
        askToMergeAnyTwo(states, peer);
      }
    }

    assertThat(asked).hasSizeGreaterThan(5_000);
    assertAnswered(peer);
  }

  private void askToMergeAnyTwo(GoldenFolder states, JavaScriptPeer peer)
      throws JsonProcessingException {
    List<Written> all = new ArrayList<>();
    for (var state : states.cases().entrySet()) {
      all.add(new Written(state.getKey(), state.getValue(), written(state.getValue())));
    }
    for (Written mine : all) {
      for (Written theirs : all) {
        asked.add(states.name() + ": " + mine.name + " with " + theirs.name);
        expected.add(written(merged(mine.state, theirs.state)));
        peer.askToMerge(states.declared(), mine.text, theirs.text);
      }
    }
  }

  /** A state of a folder, with its JSON. */
  private record Written(String name, Object state, String text) {}

  @SuppressWarnings("unchecked") // both are of the type of their folder
  private static <S extends Crdt<S>> Object merged(Object mine, Object theirs) {
    return ((S) mine).merge((S) theirs);
  }

  private static String written(Object state) throws JsonProcessingException {
    return Samples.MAPPER.writeValueAsString(state);
  }
}
