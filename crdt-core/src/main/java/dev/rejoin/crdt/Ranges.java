package dev.rejoin.crdt;

import java.util.Arrays;

/**
 * Sets of counters as ranges: {@code {first, last, first, last, ...}}, ascending, disjoint and not
 * adjacent, so that equal sets have equal arrays. No function changes an argument; those that would
 * return an equal array return the argument.
 */
final class Ranges {

  static final long[] NONE = {};

  private Ranges() {}

  static long greatest(long[] ranges) {
    return ranges.length == 0 ? 0 : ranges[ranges.length - 1];
  }

  static boolean includes(long[] ranges, long counter) {
    int last = ranges.length - 2; // most often the only one
    if (last < 0 || counter >= ranges[last]) {
      return last >= 0 && counter <= ranges[last + 1];
    }
    int index = Arrays.binarySearch(ranges, 0, last, counter);
    // A bound is included; between bounds, an odd place lies behind a first and before its last.
    return index >= 0 || (-index - 1) % 2 == 1;
  }

  /** Returns whether all of {@code part} is in {@code whole}, in O(|part| + |whole|). */
  static boolean includesAll(long[] whole, long[] part) {
    if (whole == part) {
      return true;
    }
    int i = 0;
    for (int j = 0; j < part.length; j += 2) {
      while (i < whole.length && whole[i + 1] < part[j]) {
        i += 2;
      }
      if (i == whole.length || part[j] < whole[i] || whole[i + 1] < part[j + 1]) {
        return false;
      }
    }
    return true;
  }

  /** Returns {@code ranges} with one more counter, in O(|ranges|). */
  static long[] plus(long[] ranges, long counter) {
    if (includes(ranges, counter)) {
      return ranges;
    }
    int at = -Arrays.binarySearch(ranges, counter) - 1;
    boolean touchesLeft = at > 0 && ranges[at - 1] == counter - 1;
    boolean touchesRight = at < ranges.length && ranges[at] == counter + 1;
    int from = touchesLeft ? at - 1 : at;
    int to = touchesRight ? at + 1 : at;
    long[] between = {counter, counter}; // less the bounds of the ranges that it touches
    int kept = 2 - (touchesLeft ? 1 : 0) - (touchesRight ? 1 : 0);
    long[] more = new long[from + kept + ranges.length - to];
    System.arraycopy(ranges, 0, more, 0, from);
    System.arraycopy(between, 0, more, from, kept);
    System.arraycopy(ranges, to, more, from + kept, ranges.length - to);
    return more;
  }

  /** Returns whether no counter is in both, in O(|a| + |b|). */
  static boolean areDisjoint(long[] a, long[] b) {
    int j = 0;
    for (int i = 0; i < a.length; i += 2) {
      while (j < b.length && b[j + 1] < a[i]) {
        j += 2;
      }
      if (j < b.length && b[j] <= a[i + 1]) {
        return false;
      }
    }
    return true;
  }

  static long[] union(long[] a, long[] b) {
    if (includesAll(a, b)) {
      return a;
    }
    if (includesAll(b, a)) {
      return b;
    }
    long[] union = new long[a.length + b.length];
    int size = 0;
    int i = 0;
    int j = 0;
    while (i < a.length || j < b.length) {
      boolean fromA = j == b.length || (i < a.length && a[i] <= b[j]);
      long first = fromA ? a[i] : b[j];
      long last = fromA ? a[i + 1] : b[j + 1];
      i += fromA ? 2 : 0;
      j += fromA ? 0 : 2;
      size = append(union, size, first, last);
    }
    return Arrays.copyOf(union, size);
  }

  /**
   * Appends a range that starts no earlier than the last one written, joined with it where they
   * touch, and returns the new size.
   */
  static int append(long[] target, int size, long first, long last) {
    if (size > 0 && first <= target[size - 1] + 1) {
      target[size - 1] = Math.max(target[size - 1], last);
      return size;
    }
    target[size] = first;
    target[size + 1] = last;
    return size + 2;
  }

  /** Returns what is in {@code a} and not in {@code b}. */
  static long[] minus(long[] a, long[] b) {
    long[] left = new long[a.length + b.length];
    int size = 0;
    int j = 0;
    for (int i = 0; i < a.length; i += 2) {
      long first = a[i];
      long last = a[i + 1];
      while (j < b.length && b[j + 1] < first) {
        j += 2;
      }
      for (int k = j; k < b.length && b[k] <= last; k += 2) {
        if (first < b[k]) {
          size = append(left, size, first, b[k] - 1);
        }
        first = b[k + 1] + 1;
      }
      if (first <= last) {
        size = append(left, size, first, last);
      }
    }
    if (size == 0) {
      return NONE;
    }
    long[] result = Arrays.copyOf(left, size);
    return Arrays.equals(result, a) ? a : result;
  }
}
