package dev.rejoin.crdt.example;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScriptFileTest {

  @TempDir Path folder = Path.of("");

  @Test
  void saysThatAFileDoesNotExist() {
    String path = folder.resolve("none.txt").toString();

    assertRefused(Run.of(path), "script '" + path + "' does not exist");
  }

  @Test
  void saysThatAFileCannotBeRead() {
    Run run = Run.of(folder.toString());

    assertThat(run.verdict().isGood()).isFalse();
    assertThat(run.lastLine()).startsWith("script '" + folder + "' cannot be read: ");
  }

  @Test
  void saysInWhichLineAFileIsNotUtf8() throws IOException {
    Path file = folder.resolve("latin1.txt");
    Files.write(file, "devices a b\na add thé\n".getBytes(StandardCharsets.ISO_8859_1));

    assertRefused(Run.of(file.toString()), "line 2: script is not UTF-8");
  }

  @Test
  void saysThatAFileEndsWithinACharacter() throws IOException {
    Path file = folder.resolve("cut.txt");
    Files.write(file, new byte[] {'#', (byte) 0xC3});

    assertRefused(Run.of(file.toString()), "line 1: script is not UTF-8");
  }

  @Test
  void readsTheFilesOfOtherSystems() throws IOException {
    Path file = folder.resolve("windows.txt");
    Files.writeString(file, "\uFEFFdevices a b\r\na add tea\r\n");

    assertThat(Run.of(file.toString()).lastLine()).isEqualTo("All 2 devices show the same.");
  }

  private static void assertRefused(Run run, String message) {
    assertThat(run.verdict()).isEqualTo(new Verdict(false, message));
    assertThat(run.text()).isEqualTo(message + "\n");
  }
}
