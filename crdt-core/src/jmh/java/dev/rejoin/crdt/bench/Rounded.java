package dev.rejoin.crdt.bench;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;

/** Writes figures with as many digits as their error supports, at most three. */
final class Rounded {

  private static final List<String> TIMES = List.of("ns", "µs", "ms", "s");
  private static final List<String> SIZES = List.of("B", "kB", "MB", "GB");

  private Rounded() {}

  /** Returns a time with its error, as in {@code 2.41 ± 0.05 µs}. */
  static String time(double nanos, double error) {
    return scaled(nanos, error, TIMES, !Double.isNaN(error));
  }

  /** Returns a time alone, with two digits, as in {@code 2.4 µs}. */
  static String time(double nanos) {
    return scaled(nanos, Double.NaN, TIMES, false);
  }

  /** Returns a number of bytes, as in {@code 51 MB}; less than half a byte is none. */
  static String bytes(double bytes, double error) {
    return bytes < 0.5 ? "0 B" : scaled(bytes, Math.max(error, 0.5), SIZES, false);
  }

  /** Returns bytes for each element, rounded up, as in {@code 49.2 B}. */
  static String bytesEach(double bytes) {
    return BigDecimal.valueOf(bytes).setScale(1, RoundingMode.CEILING).toPlainString() + " B";
  }

  /**
   * Returns a ratio with two or three digits, rounded down, so that it never shows more than was
   * reached: {@code 22,000×}.
   */
  static String ratio(double ratio, double relativeError) {
    int first = exponent(ratio);
    int last = Math.max(first - 2, Math.min(first - 1, exponent(ratio * relativeError)));
    if (Double.isNaN(relativeError)) {
      last = first - 1;
    }
    BigDecimal rounded = BigDecimal.valueOf(ratio).setScale(-last, RoundingMode.DOWN);
    return String.format(Locale.ROOT, "%,." + Math.max(0, -last) + "f×", rounded);
  }

  private static String scaled(
      double value, double error, List<String> units, boolean withError) {
    int unit = 0;
    while (true) {
      int last = last(value, error);
      BigDecimal rounded = rounded(value, last, RoundingMode.HALF_UP);
      if (rounded.compareTo(BigDecimal.valueOf(1000)) >= 0 && unit + 1 < units.size()) {
        value /= 1000;
        error /= 1000;
        unit++;
        continue;
      }
      String plusMinus =
          withError ? " ± " + rounded(error, last, RoundingMode.CEILING).toPlainString() : "";
      return rounded.toPlainString() + plusMinus + " " + units.get(unit);
    }
  }

  /** Returns the power of ten of the last digit to be shown. */
  private static int last(double value, double error) {
    int first = exponent(value);
    if (Double.isNaN(error)) {
      return first - 1;
    }
    return error == 0 ? first - 2 : Math.max(first - 2, Math.min(first, exponent(error)));
  }

  private static BigDecimal rounded(double value, int last, RoundingMode mode) {
    BigDecimal rounded = BigDecimal.valueOf(value).setScale(-last, mode);
    return last > 0 ? rounded.setScale(0, RoundingMode.UNNECESSARY) : rounded;
  }

  private static int exponent(double value) {
    return (int) Math.floor(Math.log10(value));
  }
}
