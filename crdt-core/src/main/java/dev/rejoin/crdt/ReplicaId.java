package dev.rejoin.crdt;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Objects;
import java.util.random.RandomGenerator;

/**
 * Who edits: the name of one incarnation of one replica. No two writers may ever share an id, not
 * even one after the other unless the second has all that the first wrote: a reinstalled app or a
 * restored backup needs a fresh one.
 *
 * <p>Ids are ordered by their UTF-16 code units, as {@link String#compareTo} does and JavaScript's
 * {@code <} too. They are equal when their values are.
 */
public final class ReplicaId implements Comparable<ReplicaId> {

  /** The greatest length of an id, in {@code char}s. */
  public static final int MAX_LENGTH = 64;

  private static final int RANDOM_BYTES = 16;

  private final String value;
  private final long head;

  private ReplicaId(String value) {
    this.value = value;
    this.head = IdHead.of(value);
  }

  /**
   * Returns the id of that name.
   *
   * @param value 1 to {@value #MAX_LENGTH} {@code char}s without a lone surrogate
   * @throws NullPointerException if {@code value} is null
   * @throws IllegalArgumentException if {@code value} is empty, longer than {@value #MAX_LENGTH}
   *     {@code char}s or holds a lone surrogate
   */
  public static ReplicaId of(String value) {
    Objects.requireNonNull(value, "replica id");
    if (value.isEmpty() || value.length() > MAX_LENGTH) {
      throw new IllegalArgumentException(
          "replica id must have 1 to " + MAX_LENGTH + " characters, had " + value.length());
    }
    int lone = loneSurrogate(value);
    if (lone >= 0) {
      throw new IllegalArgumentException(
          String.format(
              "replica id must not hold a lone surrogate, had U+%04X at index %d",
              (int) value.charAt(lone), lone));
    }
    return new ReplicaId(value);
  }

  /** Returns an id of 128 random bits, as 22 characters of URL-safe Base64. */
  public static ReplicaId random() {
    return random(new SecureRandom());
  }

  /**
   * Returns an id of 128 bits of {@code random}, as {@link #random()} does. Two ids from equal
   * seeds are equal: that is for tests, which must run again alike.
   *
   * @throws NullPointerException if {@code random} is null
   */
  public static ReplicaId random(RandomGenerator random) {
    byte[] bytes = new byte[RANDOM_BYTES];
    random.nextBytes(bytes);
    return new ReplicaId(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  private static int loneSurrogate(String text) {
    int index = 0;
    while (index < text.length()) {
      int codePoint = text.codePointAt(index);
      if (codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE) {
        return index;
      }
      index += Character.charCount(codePoint);
    }
    return -1;
  }

  /** Returns the text of the id. */
  public String value() {
    return value;
  }

  @Override
  public int compareTo(ReplicaId other) {
    if (head != other.head) {
      return Long.compareUnsigned(head, other.head);
    }
    return this == other || IdHead.isAll(head) ? 0 : value.compareTo(other.value);
  }

  @Override
  public boolean equals(Object other) {
    return this == other
        || (other instanceof ReplicaId that
            && head == that.head
            && (IdHead.isAll(head) || value.equals(that.value)));
  }

  @Override
  public int hashCode() {
    return value.hashCode();
  }

  /** Returns the value alone. */
  @Override
  public String toString() {
    return value;
  }
}
