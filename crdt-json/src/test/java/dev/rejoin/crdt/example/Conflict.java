package dev.rejoin.crdt.example;

import java.util.Collection;
import java.util.List;

/**
 * Edits that did not know of each other, and the sentence that says what became of them and why.
 */
record Conflict(Kind kind, String sentence) {

  /** What met what. */
  enum Kind {
    ADD_AND_REMOVE("Add and remove"),
    SECOND_ADD_AND_REMOVE("Second add and remove"),
    TWO_ADDS("Two adds"),
    TWO_REMOVES("Two removes"),
    TITLES("Two titles"),
    SLOW_CLOCK("A slow clock"),
    BUDGET("Money on both sides"),
    OVERDRAWN("Money spent twice"),
    VISITS("Visits on both sides");

    private final String label;

    Kind(String label) {
      this.label = label;
    }

    String label() {
      return label;
    }
  }

  /** Returns things in their order, as in {@code phone, tablet and watch}. */
  static String names(Collection<?> things) {
    List<String> names = things.stream().map(Object::toString).toList();
    int last = names.size() - 1;
    return last < 1
        ? String.join("", names)
        : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
  }

  @Override
  public String toString() {
    return kind.label + ": " + sentence;
  }
}
