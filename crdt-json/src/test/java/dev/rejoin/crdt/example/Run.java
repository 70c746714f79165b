package dev.rejoin.crdt.example;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A run of the demo and all that it printed, for tests. */
record Run(Verdict verdict, String text) {

  static Run shipped() {
    return of((String) null);
  }

  /** Runs a script of those lines from a file of its own. */
  static Run of(Path folder, String... lines) {
    try {
      return of(
          Files.writeString(folder.resolve("script.txt"), String.join("\n", lines)).toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Run of(@Nullable String file) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Verdict verdict = Demo.run(file, new PrintStream(bytes, true, StandardCharsets.UTF_8));
    return new Run(verdict, bytes.toString(StandardCharsets.UTF_8));
  }

  List<String> lines() {
    return text.lines().toList();
  }

  String lastLine() {
    return lines().get(lines().size() - 1);
  }

  /** Returns the text without line breaks and indents, to look for whole sentences. */
  String flowing() {
    return text.replaceAll("\\s+", " ");
  }
}
