package dev.rejoin.crdt.json;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where in a value a reader is, from the outermost object of the value inwards. */
final class FormatPath {

  private final Class<?> root;
  private final List<Step> steps = new ArrayList<>(); // those from depth on are kept for later
  private int depth;

  FormatPath(Class<?> root) {
    this.root = root;
  }

  /** The place in one object or array. */
  private static final class Step {
    private @Nullable String field;
    private int index;
  }

  /** Returns the class of the value. */
  Class<?> root() {
    return root;
  }

  boolean isAtRoot() {
    return depth == 0;
  }

  void enter() {
    if (depth == steps.size()) {
      steps.add(new Step());
    }
    Step step = steps.get(depth++);
    step.field = null;
    step.index = -1;
  }

  void leave() {
    depth--;
  }

  /** Moves to a field of the innermost object, or with null to the object itself. */
  void toField(@Nullable String name) {
    innermost().field = name;
  }

  /** Moves to the next value of the innermost array. */
  void toNextIndex() {
    innermost().index++;
  }

  private Step innermost() {
    return steps.get(depth - 1);
  }

  /** Returns the names of fields and the indices of values that lead to where the reader is. */
  List<Object> steps() {
    List<Object> names = new ArrayList<>();
    for (Step step : steps.subList(0, depth)) {
      if (step.field != null) {
        names.add(step.field);
      } else if (step.index >= 0) {
        names.add(step.index);
      }
    }
    return names;
  }
}
