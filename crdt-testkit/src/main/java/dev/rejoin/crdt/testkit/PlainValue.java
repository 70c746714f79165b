package dev.rejoin.crdt.testkit;

import io.vavr.control.Option;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Values in a form in which they are equal whatever library their collections are of. */
final class PlainValue {

  private PlainValue() {}

  static @Nullable Object of(@Nullable Object value) {
    if (value instanceof Long
        || value instanceof Integer
        || value instanceof Short
        || value instanceof Byte) {
      return BigInteger.valueOf(((Number) value).longValue());
    }
    if (value instanceof Option<?> option) {
      return of(option.isEmpty() ? null : option.get());
    }
    if (value instanceof Optional<?> optional) {
      return of(optional.isPresent() ? optional.get() : null);
    }
    return collection(value);
  }

  private static @Nullable Object collection(@Nullable Object value) {
    if (value instanceof io.vavr.collection.Map<?, ?> map) {
      return map(map.toJavaMap());
    }
    if (value instanceof Map<?, ?> map) {
      return map(map);
    }
    if (value instanceof io.vavr.collection.Set<?> set) {
      return set(set);
    }
    if (value instanceof Set<?> set) {
      return set(set);
    }
    return value instanceof io.vavr.collection.Seq<?> || value instanceof Collection<?>
        ? list((Iterable<?>) value)
        : value;
  }

  private static Map<@Nullable Object, @Nullable Object> map(Map<?, ?> map) {
    Map<@Nullable Object, @Nullable Object> plain = new HashMap<>();
    map.forEach((key, entry) -> plain.put(of(key), of(entry)));
    return plain;
  }

  private static Set<@Nullable Object> set(Iterable<?> set) {
    Set<@Nullable Object> plain = new HashSet<>();
    set.forEach(element -> plain.add(of(element)));
    return plain;
  }

  private static List<@Nullable Object> list(Iterable<?> list) {
    List<@Nullable Object> plain = new ArrayList<>();
    list.forEach(element -> plain.add(of(element)));
    return plain;
  }
}
