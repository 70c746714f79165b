package dev.rejoin.crdt.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ReadmeTest {

  private static final Readme PART = new Readme("figures");

  @Test
  void documentWithoutTheCommentsIsRefused() {
    assertThatThrownBy(() -> PART.with("text\n", "figures"))
        .hasMessageContaining("exactly once: <!-- figures: begin");
  }

  @Test
  void documentWithTheCommentsTwiceIsRefused() {
    String twice = (PART.begin() + PART.end()).repeat(2);

    assertThatThrownBy(() -> PART.with(twice, "figures")).hasMessageContaining("exactly once");
  }

  @Test
  void commentsOfAnotherPartAreNotTakenForIts() {
    Readme other = new Readme("other figures");

    assertThat(PART.with(PART.begin() + PART.end() + other.begin() + other.end(), "1"))
        .isEqualTo(PART.begin() + "\n1\n" + PART.end() + other.begin() + other.end());
  }

  @Test
  void commentsInTheWrongOrderAreRefused() {
    assertThatThrownBy(() -> PART.with(PART.end() + PART.begin(), "figures"))
        .hasMessageContaining("before");
  }
}
