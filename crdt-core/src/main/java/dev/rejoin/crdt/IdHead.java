package dev.rejoin.crdt;

/**
 * The start of a {@link ReplicaId}, packed in a {@code long}: as unsigned numbers, two heads are in
 * the order of their texts unless they are equal. So most comparisons of ids read no text.
 *
 * <p>From the top: seven bytes, each a {@code char} below {@code 0xFF}, or zero beyond the end;
 * then a byte that tells the length of a text of which this is all, or is {@code 0xFF}. A greater
 * {@code char} is written as {@code 0xFF}, and nothing that follows it: what two texts have in
 * common up to it is equal, and the texts decide.
 */
final class IdHead {

  private static final int CHARS = 7;
  private static final int MORE = 0xFF;

  private IdHead() {}

  static long of(String text) {
    long head = 0;
    boolean all = text.length() <= CHARS;
    for (int i = 0; i < Math.min(CHARS, text.length()); i++) {
      int c = Math.min(text.charAt(i), MORE);
      head |= (long) c << (Long.SIZE - Byte.SIZE * (i + 1));
      if (c == MORE) {
        all = false;
        break;
      }
    }
    return head | (all ? text.length() : MORE);
  }

  /** Returns whether texts of that head are equal. */
  static boolean isAll(long head) {
    return (head & MORE) != MORE;
  }
}
