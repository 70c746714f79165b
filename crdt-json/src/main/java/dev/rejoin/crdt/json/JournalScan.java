package dev.rejoin.crdt.json;

import java.io.IOException;
import java.util.Arrays;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * Goes through the lines of a journal, one in memory at a time. A line is eight hexadecimal digits
 * of the CRC-32C of its text, a space, and the text; one that is not is faulty.
 */
final class JournalScan {

  private static final int HEAD = 9;
  private static final String DIGITS = "0123456789abcdef";
  private static final int LONGEST = Integer.MAX_VALUE - 8;

  private final Input input;
  private final byte[] buffer = new byte[1 << 16];
  private int next;
  private int limit;

  private byte[] line = new byte[1 << 10];
  private int length;
  private long start;
  private long end;
  private long number;
  private @Nullable String fault;

  JournalScan(Input input) {
    this.input = input;
  }

  /** Where the lines come from, the first of them first. */
  @FunctionalInterface
  interface Input {

    /** Puts bytes that come next into a buffer, and returns how many, or -1 if there are none. */
    int read(byte[] buffer) throws IOException;
  }

  /** Returns the line that this would find. */
  static byte[] line(byte[] text) {
    byte[] line = Arrays.copyOf(head(text, 0, text.length), HEAD + text.length + 1);
    System.arraycopy(text, 0, line, HEAD, text.length);
    line[line.length - 1] = '\n';
    return line;
  }

  private static byte[] head(byte[] bytes, int from, int length) {
    CRC32C checksum = new CRC32C();
    checksum.update(bytes, from, length);
    byte[] head = new byte[HEAD];
    for (int i = 0; i < HEAD - 1; i++) {
      head[i] = (byte) Character.forDigit((int) (checksum.getValue() >>> (28 - 4 * i)) & 15, 16);
    }
    head[HEAD - 1] = ' ';
    return head;
  }

  /** Goes on to the next line, if there is one. */
  boolean advance() throws IOException {
    start = end;
    length = 0;
    fault = null;
    boolean isEnded = false;
    while (!isEnded && fill()) {
      int stop = next;
      while (stop < limit && buffer[stop] != '\n') {
        stop++;
      }
      take(stop);
      isEnded = stop < limit;
      end += stop - next + (isEnded ? 1 : 0);
      next = stop + (isEnded ? 1 : 0);
    }
    if (end == start) {
      return false;
    }
    number++;
    if (fault == null) {
      check(isEnded);
    }
    return true;
  }

  private boolean fill() throws IOException {
    if (next == limit) {
      next = 0;
      limit = Math.max(0, input.read(buffer));
    }
    return limit > 0;
  }

  /** Adds to the line, unless it is hopeless, to keep nothing of what is no line. */
  private void take(int stop) {
    int more = stop - next;
    if (fault != null) {
      return;
    }
    if (more > LONGEST - length) {
      fault = "a line must not be longer than " + LONGEST + " bytes";
      return;
    }
    if (length + more > line.length) {
      line = Arrays.copyOf(line, (int) Math.min(LONGEST, Math.max(2L * length, length + more)));
    }
    System.arraycopy(buffer, next, line, length, more);
    length += more;
    checkHead();
  }

  private void checkHead() {
    for (int i = 0; i < Math.min(HEAD, length); i++) {
      if (i < HEAD - 1 ? DIGITS.indexOf(line[i]) < 0 : line[i] != ' ') {
        fault = "a line must begin with eight hexadecimal digits and a space";
      }
    }
  }

  private void check(boolean isEnded) {
    if (!isEnded || length < HEAD) {
      fault = "a line must be whole, but breaks off";
      return;
    }
    byte[] head = head(line, HEAD, length - HEAD);
    if (!Arrays.equals(head, 0, HEAD, line, 0, HEAD)) {
      fault = "checksum must be " + digits(head) + ", was " + digits(line);
    }
  }

  private static String digits(byte[] head) {
    StringBuilder digits = new StringBuilder();
    for (int i = 0; i < HEAD - 1; i++) {
      digits.append((char) head[i]);
    }
    return digits.toString();
  }

  /** Returns what is wrong with the line, or null. */
  @Nullable String fault() {
    return fault;
  }

  /** Returns the text of a line that is not faulty. */
  byte[] text() {
    return Arrays.copyOfRange(line, HEAD, length);
  }

  /** Returns where the line begins. */
  long start() {
    return start;
  }

  /** Returns where the next line begins. */
  long end() {
    return end;
  }

  /** Returns the number of the line, from 1. */
  long number() {
    return number;
  }
}
