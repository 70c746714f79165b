package dev.rejoin.crdt.json;

/**
 * The first dots of entries, put in order in linear time: digit by digit, the last one first, as by
 * Hollerith's machines: a sort that compares fetches two dots from memory each time.
 */
final class FirstDots {

  private static final int DIGIT_BITS = 8;
  private static final int DIGITS = 1 << DIGIT_BITS;

  private final long[] replicas;
  private final long[] counters;
  private int size;

  /** Takes how many there will be. */
  FirstDots(int size) {
    this.replicas = new long[size];
    this.counters = new long[size];
  }

  /** Adds that of the next entry, by the index of its replica. */
  void add(int replica, long counter) {
    replicas[size] = replica;
    counters[size++] = counter;
  }

  /** Returns the index of the replica of an entry. */
  int replica(int entry) {
    return (int) replicas[entry];
  }

  long counter(int entry) {
    return counters[entry];
  }

  /** Returns all entries, ascending by replica and counter. */
  int[] order() {
    int[] order = new int[size];
    for (int i = 0; i < size; i++) {
      order[i] = i;
    }
    return size < 2 ? order : sorted(sorted(order, counters), replicas);
  }

  /** Returns how many replicas the entries have between them, in their order. */
  int groups(int[] order) {
    int groups = 0;
    for (int from = 0; from < order.length; from = endOfGroup(order, from)) {
      groups++;
    }
    return groups;
  }

  /** Returns where in their order the entries of the replica end that is met at {@code from}. */
  int endOfGroup(int[] order, int from) {
    int end = from + 1;
    while (end < order.length && replicas[order[end]] == replicas[order[from]]) {
      end++;
    }
    return end;
  }

  /** Returns that order sorted by numbers, none of which is negative; equal ones stay in order. */
  private static int[] sorted(int[] order, long[] numbers) {
    long bits = 0;
    for (int entry : order) {
      bits |= numbers[entry];
    }
    int[] sorted = order;
    for (int shift = 0; shift < Long.SIZE && bits >>> shift != 0; shift += DIGIT_BITS) {
      sorted = sorted(sorted, numbers, shift);
    }
    return sorted;
  }

  private static int[] sorted(int[] order, long[] numbers, int shift) {
    int[] starts = new int[DIGITS + 1];
    for (int entry : order) {
      starts[digit(numbers[entry], shift) + 1]++;
    }
    for (int digit = 1; digit < DIGITS; digit++) {
      starts[digit] += starts[digit - 1];
    }
    int[] sorted = new int[order.length];
    for (int entry : order) {
      sorted[starts[digit(numbers[entry], shift)]++] = entry;
    }
    return sorted;
  }

  private static int digit(long number, int shift) {
    return (int) (number >>> shift) & (DIGITS - 1);
  }
}
