package dev.rejoin.crdt.testkit;

import java.util.List;

/**
 * Arguments that types and their codecs get wrong, to be given to {@link Subject#edit(String, List,
 * List, io.vavr.Function3)} beside a small alphabet:
 *
 * <pre>{@code
 * Subject<ORSet<String>> subject =
 *     Subject.startingAt(ORSet.<String>empty())
 *         .edit("add", List.of("x", "y"), EdgeValues.strings(), (set, me, e) -> set.add(me, e));
 * }</pre>
 *
 * <p>The plainest come first. What a type refuses by its contract is best said by {@link
 * Subject#refusing}.
 */
public final class EdgeValues {

  private static final long TWO_TO_53 = 1L << 53;

  /** Longer than the 65,535 bytes that {@link java.io.DataOutput#writeUTF} can write. */
  private static final int LONG = 65_536;

  private EdgeValues() {}

  /**
   * Returns texts: empty and blank, two with one hash code, separators, quotes and control
   * characters, one letter written in two ways, a character outside the Basic Multilingual Plane,
   * and a very long one. Every one of them is well-formed.
   */
  public static List<String> strings() {
    return List.of(
        "",
        " ",
        "Aa",
        "BB", // hashCode() as of "Aa"
        "null",
        "9",
        "10", // before "9" as text, after it as a number
        ",",
        ":",
        "|",
        "=",
        "\"",
        "'",
        "\\",
        "\n",
        "\u0000",
        "\u00e9", // e with an acute accent, composed
        "e\u0301", // the same, decomposed
        "\ud83d\ude00", // U+1F600
        "w".repeat(LONG));
  }

  /**
   * Returns numbers around zero, and around the ends of {@code int}, {@code double}'s integers and
   * {@code long}.
   */
  public static List<Long> longs() {
    return List.of(
        0L,
        1L,
        -1L,
        128L, // the first that Long.valueOf makes anew
        (long) Integer.MAX_VALUE,
        Integer.MAX_VALUE + 1L,
        Integer.MIN_VALUE - 1L,
        TWO_TO_53 - 1,
        TWO_TO_53,
        TWO_TO_53 + 1, // the first that a double cannot hold
        Long.MAX_VALUE - 1,
        Long.MAX_VALUE,
        Long.MIN_VALUE);
  }

  /**
   * Returns numbers around zero, around the ends of {@code byte}, and those at the ends of {@code
   * int}.
   */
  public static List<Integer> ints() {
    return List.of(
        0, 1, -1, 127, 128, 255, 256, Integer.MAX_VALUE - 1, Integer.MAX_VALUE, Integer.MIN_VALUE);
  }

  /**
   * Returns both zeros, numbers that are not quite what they look like, the extremes, and what is
   * no number.
   */
  public static List<Double> doubles() {
    return List.of(
        0.0,
        -0.0,
        1.0,
        -1.0,
        0.1,
        TWO_TO_53 - 1.0,
        (double) TWO_TO_53,
        TWO_TO_53 + 2.0,
        Double.MIN_VALUE,
        Double.MAX_VALUE,
        -Double.MAX_VALUE,
        Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY,
        Double.NaN);
  }
}
