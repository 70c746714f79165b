package dev.rejoin.crdt.example;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Objects;

/** Where the text of a script comes from. */
final class ScriptFile {

  private static final String SHIPPED = "household.txt";

  private ScriptFile() {}

  /** Returns the text of the shipped script: a week of a household. */
  static String shipped() throws ScriptException {
    try (InputStream in =
        Objects.requireNonNull(ScriptFile.class.getResourceAsStream(SHIPPED), SHIPPED)) {
      return decoded(in.readAllBytes());
    } catch (IOException e) {
      throw new ScriptException("script '" + SHIPPED + "' cannot be read: " + e.getMessage(), e);
    }
  }

  /** Returns the text of the file at {@code path}. */
  static String read(String path) throws ScriptException {
    try {
      return decoded(Files.readAllBytes(Path.of(path)));
    } catch (NoSuchFileException e) {
      throw new ScriptException("script '" + path + "' does not exist", e);
    } catch (IOException | InvalidPathException e) {
      throw new ScriptException("script '" + path + "' cannot be read: " + e.getMessage(), e);
    }
  }

  private static String decoded(byte[] bytes) throws ScriptException {
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder(); // reports, replaces nothing
    CharBuffer text = CharBuffer.allocate(bytes.length);
    CoderResult result = decoder.decode(ByteBuffer.wrap(bytes), text, true);
    text.flip();
    if (result.isError()) {
      int line = 1 + (int) text.chars().filter(c -> c == '\n').count();
      throw new ScriptException(line, new IllegalArgumentException("script is not UTF-8"));
    }
    String whole = text.toString();
    return whole.startsWith("\uFEFF") ? whole.substring(1) : whole;
  }
}
