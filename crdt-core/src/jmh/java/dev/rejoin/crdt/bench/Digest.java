package dev.rejoin.crdt.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Tells whether figures were measured on the sources as they stand. */
final class Digest {

  static final String SOURCES = "src/main";

  private Digest() {}

  /** Returns the SHA-256 of the paths and contents of all sources of {@code module}, in order. */
  static String of(Path module) throws IOException {
    Path root = module.resolve(SOURCES);
    Map<String, Path> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(root)) {
      all.filter(Files::isRegularFile)
          .forEach(file -> files.put(root.relativize(file).toString().replace('\\', '/'), file));
    }
    MessageDigest digest = sha256();
    for (Map.Entry<String, Path> file : files.entrySet()) {
      update(digest, file.getKey().getBytes(StandardCharsets.UTF_8));
      update(digest, Files.readAllBytes(file.getValue()));
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  /** The length goes first, so that nothing can move from one part to the next. */
  private static void update(MessageDigest digest, byte[] part) {
    digest.update(ByteBuffer.allocate(Long.BYTES).putLong(part.length).array());
    digest.update(part);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK must have SHA-256", e);
    }
  }
}
