package dev.rejoin.crdt.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DigestTest {

  @TempDir private Path folder;

  @Test
  void equalSourcesHaveOneDigestWhereverTheyAre() throws IOException {
    write("here", "a/A.java", "a");
    write("here", "B.java", "b");
    write("there", "B.java", "b");
    write("there", "a/A.java", "a");

    assertThat(digest("here")).isEqualTo(digest("there")).matches("[0-9a-f]{64}");
  }

  @Test
  void contentCounts() throws IOException {
    write("here", "A.java", "a");
    write("there", "A.java", "b");

    assertThat(digest("here")).isNotEqualTo(digest("there"));
  }

  @Test
  void pathCounts() throws IOException {
    write("here", "A.java", "a");
    write("there", "a/A.java", "a");

    assertThat(digest("here")).isNotEqualTo(digest("there"));
  }

  @Test
  void whatMovesFromNameToContentCounts() throws IOException {
    write("here", "AB", "C");
    write("there", "A", "BC");

    assertThat(digest("here")).isNotEqualTo(digest("there"));
  }

  private String digest(String module) throws IOException {
    return Digest.of(folder.resolve(module));
  }

  private void write(String module, String name, String text) throws IOException {
    Path file = folder.resolve(module).resolve(Digest.SOURCES).resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
