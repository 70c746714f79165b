package dev.rejoin.crdt.example;

import java.nio.charset.StandardCharsets;

/** The bytes that went over the network, and those that whole documents would have taken. */
final class Traffic {

  private long messages;
  private long withNews;
  private long bytes;
  private long wholeBytes;

  /** Counts a message and what it would be without deltas: nothing if there is no news in it. */
  void count(String text, String whole) {
    messages++;
    bytes += size(text);
    if (!Wire.decode(text).isEmpty()) {
      withNews++;
      wholeBytes += size(whole);
    }
  }

  private static int size(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  long messages() {
    return messages;
  }

  long withNews() {
    return withNews;
  }

  long bytes() {
    return bytes;
  }

  long wholeBytes() {
    return wholeBytes;
  }
}
