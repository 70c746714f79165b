package dev.rejoin.crdt.testkit;

import io.vavr.control.Option;
import java.util.Iterator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Whether what is to be compared has an {@code equals} other than that of {@link Object}. */
final class OwnEquals {

  /** Further inside it is not looked for. */
  private static final int DEEPEST = 4;

  /** Behind so many elements it is not looked for: some have no end. */
  private static final int MOST = 1000;

  private OwnEquals() {}

  /** Returns whether objects of that class are compared by more than their identity. */
  static boolean isIn(Class<?> type) {
    try {
      return type.getMethod("equals", Object.class).getDeclaringClass() != Object.class;
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException("every class has a method equals, but not " + type, e);
    }
  }

  /** Returns the class without one of that object, or of something in that collection. */
  static Option<Class<?>> missingIn(@Nullable Object object) {
    return missingIn(object, DEEPEST);
  }

  private static Option<Class<?>> missingIn(@Nullable Object object, int deepest) {
    if (object == null || deepest == 0) {
      return Option.none();
    }
    if (!isIn(object.getClass())) {
      return Option.some(object.getClass());
    }
    if (object instanceof Map<?, ?> map) {
      return amongst(map.keySet(), deepest).orElse(() -> amongst(map.values(), deepest));
    }
    return object instanceof Iterable<?> elements ? amongst(elements, deepest) : Option.none();
  }

  private static Option<Class<?>> amongst(Iterable<?> elements, int deepest) {
    Iterator<?> iterator = elements.iterator();
    Option<Class<?>> missing = Option.none();
    for (int i = 0; i < MOST && missing.isEmpty() && iterator.hasNext(); i++) {
      missing = missingIn(iterator.next(), deepest - 1);
    }
    return missing;
  }
}
