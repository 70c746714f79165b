package dev.rejoin.crdt.json;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonMappingException.Reference;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where in a value a reader is, from the outermost object of the value inwards. */
final class FormatPath {

  private final Class<?> root;
  private final List<Step> steps = new ArrayList<>();

  FormatPath(Class<?> root) {
    this.root = root;
  }

  /** The place in one object or array. */
  private static final class Step {
    private @Nullable String field;
    private int index = -1;
  }

  boolean isAtRoot() {
    return steps.isEmpty();
  }

  void enter() {
    steps.add(new Step());
  }

  void leave() {
    steps.remove(steps.size() - 1);
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
    return steps.get(steps.size() - 1);
  }

  /** Puts this path before the one that {@code e} has already. */
  <X extends JsonMappingException> X locate(X e) {
    for (int i = steps.size() - 1; i >= 0; i--) {
      Step step = steps.get(i);
      if (step.field != null) {
        e.prependPath(new Reference(root, step.field));
      } else if (step.index >= 0) {
        e.prependPath(new Reference(root, step.index));
      }
    }
    return e;
  }
}
