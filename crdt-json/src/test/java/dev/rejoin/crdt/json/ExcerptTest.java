package dev.rejoin.crdt.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import org.junit.jupiter.api.Test;

class ExcerptTest {

  @Test
  void everyCharacterIsEscapedAsInJson() {
    for (int i = 0; i <= Character.MAX_VALUE; i++) {
      String text = String.valueOf((char) i);

      String shown = Excerpt.escaped(text);

      assertThat(shown)
          .isEqualTo(String.valueOf(JsonStringEncoder.getInstance().quoteAsString(text)));
    }
  }

  @Test
  void longTextIsCutBeforeItIsEscaped() {
    String shown = Excerpt.quoted("\n".repeat(81));

    assertThat(shown).isEqualTo("\"" + "\\n".repeat(80) + "...\"");
  }
}
