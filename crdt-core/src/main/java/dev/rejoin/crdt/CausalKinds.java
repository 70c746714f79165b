package dev.rejoin.crdt;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the one {@link CausalKind} of each causal type. */
final class CausalKinds {

  private static final Map<Class<?>, CausalKind<?, ?>> WHOLE =
      Map.of(
          ORSet.class, ORSet.KIND,
          MVRegister.class, MVRegister.KIND,
          EWFlag.class, EWFlag.KIND,
          CausalCounter.class, CausalCounter.KIND,
          ORMap.class, ORMap.KIND);

  /** By the names of types that do not nest, what to use instead. */
  private static final Map<String, String> INSTEAD =
      Map.of(
          "LWWRegister", "an MVRegister, whose latest() is the last value",
          "GCounter", "a CausalCounter",
          "PNCounter", "a CausalCounter",
          "ResettableCounter", "a CausalCounter",
          "GSet", "an ORSet",
          "LWWMap", "an ORMap");

  private static final ClassValue<RecordKind<?>> RECORDS =
      new ClassValue<>() {
        @Override
        protected RecordKind<?> computeValue(Class<?> type) {
          return recordKind(type, new LinkedHashSet<>());
        }
      };

  private CausalKinds() {}

  /** Returns the kind of that value. */
  @SuppressWarnings("unchecked") // a class has the kind of its values
  static <V> CausalKind<V, ?> of(V value) {
    return (CausalKind<V, ?>) of(value.getClass());
  }

  private static CausalKind<?, ?> of(Class<?> type) {
    CausalKind<?, ?> whole = WHOLE.get(type);
    return whole != null ? whole : RECORDS.get(type);
  }

  /** Returns that value, which must be of that kind, as one. */
  @SuppressWarnings("unchecked") // its class says so
  static <V> V valueOf(CausalKind<V, ?> kind, Object value) {
    CausalKind<?, ?> actual = of(value.getClass());
    if (actual != kind) {
      throw new IllegalArgumentException(
          "value must be of type " + kind.name() + ", was of type " + actual.name());
    }
    return (V) value;
  }

  private static RecordKind<?> recordKind(Class<?> type, Set<Class<?>> around) {
    RecordShape<?> shape = RecordShape.ofClass(type);
    if (!around.add(type)) {
      throw new IllegalArgumentException(
          shape + " must not be a component of itself; hold the parts in an ORMap");
    }
    List<CausalKind<?, ?>> parts = new ArrayList<>();
    for (int i = 0; i < shape.size(); i++) {
      parts.add(partKind(shape, i, around));
    }
    around.remove(type);
    return RecordKind.of(shape, parts);
  }

  private static CausalKind<?, ?> partKind(RecordShape<?> shape, int index, Set<Class<?>> around) {
    Class<?> type = shape.rawType(index);
    CausalKind<?, ?> whole = WHOLE.get(type);
    if (whole != null) {
      return whole;
    }
    if (type.isRecord() && CausalRecord.class.isAssignableFrom(type)) {
      recordKind(type, around); // refuses what cannot be
      return RECORDS.get(type);
    }
    throw new IllegalArgumentException(
        "component %s of %s must be causal, was %s: use %s"
            .formatted(shape.name(index), shape, type.getSimpleName(), instead(type)));
  }

  private static String instead(Class<?> type) {
    @Nullable String known =
        type.getPackage() == Crdt.class.getPackage() ? INSTEAD.get(type.getSimpleName()) : null;
    return known != null
        ? known
        : "an ORSet, an MVRegister, an EWFlag, a CausalCounter, an ORMap or a CausalRecord";
  }
}
