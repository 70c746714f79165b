package dev.rejoin.crdt.example;

import java.util.Collection;
import java.util.List;

/**
 * Edits that did not know of each other, and the sentence that says what became of them and why.
 */
record Conflict(Kind kind, String sentence) {

  /** What met what. */
  enum Kind {
    EDIT_AND_REMOVAL("Edit and removal"),
    TWO_REMOVALS("Two removals"),
    TWO_ROWS("Two new rows"),
    TWO_NOTES("Two notes"),
    SLOW_CLOCK("A slow clock"),
    AMOUNTS("Amounts on both sides"),
    TAKEN_TWICE("Taken twice"),
    TICK_AND_UNTICK("Tick and untick"),
    TAG_AND_UNTAG("Tag and untag");

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
