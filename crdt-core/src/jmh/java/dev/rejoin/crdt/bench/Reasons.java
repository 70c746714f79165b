package dev.rejoin.crdt.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** Why budgets are missed: a line {@code id: reason} for each of them, and for no other. */
final class Reasons {

  private final Map<String, String> reasons = new TreeMap<>();

  /**
   * Reads the lines of a file; those that begin with # are comments.
   *
   * @throws IllegalArgumentException if a line is not of that form, or an id comes twice
   */
  Reasons(List<String> lines) {
    for (String line : lines) {
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      int colon = line.indexOf(": ");
      if (colon < 1 || line.substring(colon + 2).isBlank()) {
        throw new IllegalArgumentException("a reason must read 'id: reason', was: " + line);
      }
      if (reasons.put(line.substring(0, colon), line.substring(colon + 2).strip()) != null) {
        throw new IllegalArgumentException("a budget must have one reason, has two: " + line);
      }
    }
  }

  /**
   * Fails unless there is a reason for each of the missed budgets, and for no other.
   *
   * @param missed their ids, each with what was measured
   * @throws IllegalStateException if there is not; the message names all of them
   */
  void requireExactly(Map<String, String> missed) {
    List<String> wrong = new ArrayList<>();
    missed.forEach(
        (id, measured) -> {
          if (!reasons.containsKey(id)) {
            wrong.add(id + " is missed and has no reason: " + measured);
          }
        });
    reasons.keySet().stream()
        .filter(id -> !missed.containsKey(id))
        .forEach(id -> wrong.add(id + " has a reason and is no missed budget"));
    if (!wrong.isEmpty()) {
      throw new IllegalStateException(
          "reasons must name exactly the missed budgets, but\n" + String.join("\n", wrong));
    }
  }

  /** Returns the reason for the budget of that id, which must have one. */
  String of(String id) {
    return Objects.requireNonNull(reasons.get(id), id);
  }
}
