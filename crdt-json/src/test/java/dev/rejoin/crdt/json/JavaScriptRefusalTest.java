package dev.rejoin.crdt.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** What one of both readers refuses, the other one refuses, too. */
class JavaScriptRefusalTest {

  private final SoftAssertions all = new SoftAssertions();

  @TempDir Path folder = Path.of("");

  @Test
  void thisLibraryRefusesWhatBreaksARule() throws Exception {
    for (RefusedTexts text : RefusedTexts.all()) {
      JavaType type = DeclaredType.of(text.declared());
      if (text.isRefused()) {
        all.assertThatThrownBy(() -> Samples.MAPPER.readValue(text.text(), type))
            .as("%s", text)
            .isInstanceOf(JsonProcessingException.class);
      } else {
        all.assertThatCode(() -> Samples.MAPPER.readValue(text.text(), type))
            .as("%s", text)
            .doesNotThrowAnyException();
      }
    }

    all.assertAll();
  }

  @Test
  @EnabledIf(
      value = "dev.rejoin.crdt.json.JavaScriptPeer#isThere",
      disabledReason = JavaScriptPeer.ABSENT)
  void javaScriptRefusesWhatBreaksARule() throws Exception {
    List<RefusedTexts> texts = RefusedTexts.all();
    JavaScriptPeer peer = new JavaScriptPeer(folder);
    texts.forEach(text -> peer.ask(text.declared()).put("text", text.text()));

    List<JsonNode> answers = peer.answers();

    assertThat(answers).hasSameSizeAs(texts);
    for (int i = 0; i < texts.size(); i++) {
      all.assertThat(answers.get(i).has("refused"))
          .as("%s: %s", texts.get(i), answers.get(i))
          .isEqualTo(texts.get(i).isRefused());
    }
    all.assertAll();
  }

  @Test
  @EnabledIf(
      value = "dev.rejoin.crdt.json.JavaScriptPeer#isThere",
      disabledReason = JavaScriptPeer.ABSENT)
  void bytesThatAreNoUtf8AreRefused() throws Exception {
    byte[] latin =
        "{\"type\":\"GSet\",\"format\":1,\"elements\":[\"\u00e9\"]}"
            .getBytes(StandardCharsets.ISO_8859_1);
    JavaScriptPeer peer = new JavaScriptPeer(folder);
    peer.ask(GoldenFolder.declared(Samples.MAPPER.constructType(Samples.GROWN)))
        .put("base64", latin);

    List<JsonNode> answers = peer.answers();

    assertThatThrownBy(() -> Samples.MAPPER.readValue(latin, Samples.GROWN))
        .isInstanceOf(JsonProcessingException.class);
    assertThat(answers.get(0).path("refused").asText()).isEqualTo("text must be UTF-8");
  }

  @Test
  @EnabledIf(
      value = "dev.rejoin.crdt.json.JavaScriptPeer#isThere",
      disabledReason = JavaScriptPeer.ABSENT)
  void faultsOfTheProgramAreShownAndNotTakenForRefusals() throws IOException {
    JavaScriptPeer peer = new JavaScriptPeer(folder);
    peer.ask(Samples.MAPPER.getNodeFactory().textNode("Nonsense")).put("text", "{}");

    assertThatThrownBy(peer::answers)
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("Nonsense must be a causal type or a declared record");
  }
}
