package dev.rejoin.crdt.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Tells whether figures were measured on the sources as they stand. */
final class Digest {

  /** A literal, in which nothing is a comment, or else what stands between two tokens. */
  private static final Pattern LITERAL_OR_GAP =
      Pattern.compile(
          """
          (?sx)
          ( ""\"[^"\\\\]*+(?:(?:\\\\.|"(?!""))[^"\\\\]*+)*+""\"
          | "[^"\\\\\\n]*+(?:\\\\.[^"\\\\\\n]*+)*+"
          | '[^'\\\\\\n]*+(?:\\\\.[^'\\\\\\n]*+)*+'
          )
          | (?:\\s++ | //[^\\n]*+ | /\\*.*?\\*/)++
          """);

  private Digest() {}

  /**
   * Returns the SHA-256 of the names and texts of all sources in those folders of {@code module},
   * without those of their sub-folders, in order. Comments and white space do not count.
   *
   * @throws IllegalStateException if there are none in a folder
   */
  static String of(Path module, List<String> folders) throws IOException {
    MessageDigest digest = sha256();
    for (String folder : folders) {
      for (Map.Entry<String, Path> file : sources(module, folder).entrySet()) {
        update(digest, file.getKey());
        update(digest, code(Files.readString(file.getValue())));
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static Map<String, Path> sources(Path module, String folder) throws IOException {
    Map<String, Path> sources = new TreeMap<>();
    try (Stream<Path> files = Files.list(module.resolve(folder))) {
      files
          .filter(file -> file.toString().endsWith(".java"))
          .forEach(file -> sources.put(folder + "/" + file.getFileName(), file));
    }
    if (sources.isEmpty()) {
      throw new IllegalStateException("sources must be in " + folder + ", but there are none");
    }
    return sources;
  }

  /** Returns that source with a blank for each run of comments and white space. */
  private static String code(String source) {
    return LITERAL_OR_GAP
        .matcher(source)
        .replaceAll(part -> part.group(1) == null ? " " : Matcher.quoteReplacement(part.group()))
        .strip();
  }

  /** The length goes first, so that nothing can move from one part to the next. */
  private static void update(MessageDigest digest, String part) {
    byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
    digest.update(ByteBuffer.allocate(Long.BYTES).putLong(bytes.length).array());
    digest.update(bytes);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK must have SHA-256", e);
    }
  }
}
