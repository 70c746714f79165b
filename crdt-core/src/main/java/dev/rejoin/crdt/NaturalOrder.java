package dev.rejoin.crdt;

import java.util.Arrays;
import java.util.Set;

/**
 * Which classes can be searched by their natural order: enums, this package's atoms, and those of
 * the JDK's own that say {@code C implements Comparable<C>} themselves, such as {@code String}.
 * Their orders are total, never throw and never tell equal values apart. No order of anybody else's
 * class is trusted with that: one that throws on a null component would make a merge throw.
 */
final class NaturalOrder {

  private static final Set<Class<?>> ATOMS =
      Set.of(ReplicaId.class, Dot.class, HybridTimestamp.class, CausalContext.Range.class);

  private static final ClassValue<Boolean> TRUSTED =
      new ClassValue<>() {
        @Override
        protected Boolean computeValue(Class<?> type) {
          return Enum.class.isAssignableFrom(type)
              || ATOMS.contains(type)
              || (type.getClassLoader() == null && comparesWithItself(type));
        }
      };

  private NaturalOrder() {}

  private static boolean comparesWithItself(Class<?> type) {
    String own = Comparable.class.getName() + "<" + type.getTypeName() + ">";
    return Arrays.stream(type.getGenericInterfaces())
        .anyMatch(face -> face.getTypeName().equals(own));
  }

  /** Returns whether values of exactly that class can be searched by their order. */
  static boolean isOn(Class<?> type) {
    return TRUSTED.get(type);
  }

  /** Compares two values of one class, which must be {@code Comparable}. */
  @SuppressWarnings("unchecked") // a Comparable takes its own class
  static int compare(Object a, Object b) {
    return ((Comparable<Object>) a).compareTo(b);
  }

  /**
   * Orders any two values: those that {@link #isOn} holds for by class name and natural order, all
   * others as one group before them.
   */
  static int compareGroups(Object a, Object b) {
    boolean ordered = isOn(a.getClass());
    if (a.getClass() == b.getClass()) {
      return ordered ? compare(a, b) : 0;
    }
    return group(a).compareTo(group(b));
  }

  private static String group(Object value) {
    return isOn(value.getClass()) ? value.getClass().getName() : "";
  }
}
