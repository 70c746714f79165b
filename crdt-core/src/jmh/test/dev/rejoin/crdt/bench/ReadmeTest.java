package dev.rejoin.crdt.bench;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ReadmeTest {

  @Test
  void documentWithoutTheCommentsIsRefused() {
    assertThatThrownBy(() -> Readme.with("text\n", "figures"))
        .hasMessageContaining("exactly once: <!-- figures: begin");
  }

  @Test
  void documentWithTheCommentsTwiceIsRefused() {
    String twice = (Readme.BEGIN + Readme.END).repeat(2);

    assertThatThrownBy(() -> Readme.with(twice, "figures")).hasMessageContaining("exactly once");
  }

  @Test
  void commentsInTheWrongOrderAreRefused() {
    assertThatThrownBy(() -> Readme.with(Readme.END + Readme.BEGIN, "figures"))
        .hasMessageContaining("before");
  }
}
