package dev.rejoin.crdt.testkit;

import java.util.function.ToIntFunction;

/**
 * What the edits of a sequence mean: {@link SequenceLaws} judge by it.
 *
 * @param insert the name of the edit that inserts; the other one removes
 * @param index gives the index of an edit
 */
record SequenceMeaning(String insert, ToIntFunction<Visible.Edit> index) {

  /** Returns the argument, as an index. */
  static int argument(Visible.Edit edit) {
    return (int) Math.min(edit.argument(Number.class).longValue(), Integer.MAX_VALUE);
  }

  boolean isInsert(Visible.Edit edit) {
    return edit.name().equals(insert);
  }

  /**
   * Returns the index of that edit, or the size if it is beyond.
   *
   * @throws IllegalStateException if it is negative, or cannot be told
   */
  int index(Visible.Edit edit, int size) {
    int at;
    try {
      at = index.applyAsInt(edit);
    } catch (RuntimeException e) {
      throw new IllegalStateException(
          "meaning must not throw, but threw %s for the edit %s".formatted(e, edit), e);
    }
    if (at < 0) {
      throw new IllegalStateException(
          "index of the edit %s must not be negative, was %d".formatted(edit, at));
    }
    return Math.min(at, size);
  }
}
