package dev.rejoin.crdt.testkit;

import io.vavr.Tuple2;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Everything that an object holds, as text, by which a later look tells whether it has changed.
 *
 * <p>Collections and maps, of the JDK and of vavr, are read by their iterators, arrays by their
 * elements, and other classes by their fields, inherited and private ones included, but no static
 * and no transient ones. Where the module system keeps the fields closed, as those of the JDK's own
 * classes, there are left the class, and the hash code and the text as far as the class has its own
 * of either. No more than {@value #MOST} values are read.
 *
 * @param lines a line for each value: where it is, and what
 */
record Fingerprint(List<String> lines) {

  private static final int MOST = 20_000;

  /** Below longer paths, what is found is named by a number: a long chain has no long names. */
  private static final int LONGEST = 200;

  private static final ClassValue<Reading> READINGS =
      new ClassValue<>() {
        @Override
        protected Reading computeValue(Class<?> type) {
          return Reading.of(type);
        }
      };

  /** Takes the fingerprint of an object; {@code name} is what its lines call it. */
  static Fingerprint of(String name, @Nullable Object object) {
    Reader reader = new Reader(true);
    reader.found(name, object);
    reader.readAll();
    return new Fingerprint(List.copyOf(reader.lines));
  }

  /** Returns how many values the object holds; what it holds twice, once. */
  int size() {
    return lines.size();
  }

  /** Returns how many values the object holds; what it holds twice, twice. */
  static int sizeUnshared(Object object) {
    Reader reader = new Reader(false);
    reader.found("", object);
    reader.readAll();
    return reader.lines.size();
  }

  /**
   * How the objects of a class are read.
   *
   * @param fields those to be read; null if they are closed
   */
  private record Reading(@Nullable List<Field> fields, boolean ownHash, boolean ownText) {

    static Reading of(Class<?> type) {
      return new Reading(fields(type), isOwn(type, "hashCode"), isOwn(type, "toString"));
    }

    private static boolean isOwn(Class<?> type, String method) {
      try {
        return type.getMethod(method).getDeclaringClass() != Object.class;
      } catch (NoSuchMethodException e) {
        throw new IllegalStateException("every class has a method " + method, e);
      }
    }

    private static @Nullable List<Field> fields(Class<?> type) {
      List<Field> fields = new ArrayList<>();
      for (Class<?> c = type; c != null && c != Object.class; c = c.getSuperclass()) {
        for (Field field : c.getDeclaredFields()) {
          if (!Modifier.isStatic(field.getModifiers())
              && !Modifier.isTransient(field.getModifiers())) {
            if (!field.trySetAccessible()) {
              return null;
            }
            fields.add(field);
          }
        }
      }
      return fields;
    }
  }

  /**
   * Something to be read.
   *
   * @param within what it was found in, null if in nothing
   */
  private record Found(String path, Object object, @Nullable Found within) {

    boolean isWithin(Object other) {
      Found found = this;
      while (found != null && found.object != other) {
        found = found.within;
      }
      return found != null;
    }
  }

  private static final class Reader {

    private final List<String> lines = new ArrayList<>();
    private final IdentityHashMap<Object, String> known = new IdentityHashMap<>();
    private final Deque<Found> open = new ArrayDeque<>();
    private final boolean once; // whether to read what is found again only where it was first
    private @Nullable Found current;

    Reader(boolean once) {
      this.once = once;
    }

    void readAll() {
      while (!open.isEmpty() && lines.size() < MOST) {
        Found next = open.remove();
        current = next;
        read(next.path(), next.object());
      }
    }

    void found(String path, @Nullable Object object) {
      if (object == null || isAtom(object)) {
        lines.add(path + " = " + object);
        return;
      }
      String name = path.length() > LONGEST ? "#" + lines.size() : path;
      String first = once ? known.putIfAbsent(object, name) : around(object);
      lines.add(path + (first == null ? ": " + object.getClass().getName() : " = " + first));
      if (first == null) {
        open.add(new Found(name, object, current));
      }
    }

    /** Returns a name if an object is being read that is part of itself. */
    private @Nullable String around(Object object) {
      return current != null && current.isWithin(object) ? "itself" : null;
    }

    private static boolean isAtom(Object object) {
      return object instanceof String
          || (object instanceof Number && object.getClass().getName().startsWith("java.lang."))
          || object instanceof Boolean
          || object instanceof Character
          || object instanceof Enum<?>;
    }

    private void read(String path, Object object) {
      if (object.getClass().isArray()) {
        for (int i = 0; i < Array.getLength(object) && lines.size() < MOST; i++) {
          found(path + "[" + i + "]", Array.get(object, i));
        }
      } else if (object instanceof Map<?, ?> map) {
        elements(path, map.entrySet());
      } else if (object instanceof Map.Entry<?, ?> entry) {
        pair(path, entry.getKey(), entry.getValue());
      } else if (object instanceof Tuple2<?, ?> pair) {
        pair(path, pair._1(), pair._2());
      } else if (object instanceof Collection<?> collection) {
        elements(path, collection);
      } else if (object instanceof io.vavr.collection.Traversable<?> collection) {
        elements(path, collection);
      } else {
        read(path, object, READINGS.get(object.getClass()));
      }
    }

    private void elements(String path, Iterable<?> elements) {
      int index = 0;
      for (Object element : elements) {
        if (lines.size() >= MOST) {
          return;
        }
        if (element instanceof Map.Entry<?, ?> entry) { // made anew by some maps
          pair(path + "[" + index++ + "]", entry.getKey(), entry.getValue());
        } else if (element instanceof Tuple2<?, ?> pair) { // by all of vavr's
          pair(path + "[" + index++ + "]", pair._1(), pair._2());
        } else {
          found(path + "[" + index++ + "]", element);
        }
      }
    }

    private void pair(String path, @Nullable Object key, @Nullable Object value) {
      found(path + ".key", key);
      found(path + ".value", value);
    }

    private void read(String path, Object object, Reading reading) {
      if (reading.fields() == null) {
        snapshot(path, object, reading);
        return;
      }
      for (Field field : reading.fields()) {
        try {
          found(path + "." + field.getName(), field.get(object));
        } catch (IllegalAccessException e) {
          throw new IllegalStateException("field was made accessible: " + field, e);
        }
      }
    }

    private void snapshot(String path, Object object, Reading reading) {
      if (reading.ownHash()) {
        lines.add(path + ".hashCode() = " + object.hashCode());
      }
      if (reading.ownText()) {
        lines.add(path + ".toString() = " + object);
      }
    }
  }
}
