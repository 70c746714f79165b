package dev.rejoin.crdt;

import io.vavr.control.Option;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.AccessibleObject;
import java.lang.reflect.Constructor;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Objects;

/**
 * Reads the components of records of one class, and makes such records, by reflection, whatever of
 * them is public or not.
 */
final class RecordAccess<R> {

  private final Class<R> type;
  private final MethodHandle[] accessors; // (Object)Object each
  private final MethodHandle constructor; // (Object[])Object

  /**
   * Finds accessors and canonical constructor.
   *
   * @throws InaccessibleObjectException if the module of the record does not open its package to
   *     this one
   */
  RecordAccess(Class<R> type, RecordComponent[] components) {
    this.type = type;
    this.accessors =
        Arrays.stream(components)
            .map(component -> handle(component.getAccessor()))
            .toArray(MethodHandle[]::new);
    this.constructor = handle(canonical(type, components));
  }

  private static <R> Constructor<R> canonical(Class<R> type, RecordComponent[] components) {
    Class<?>[] types =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    try {
      return type.getDeclaredConstructor(types);
    } catch (NoSuchMethodException e) {
      throw new AssertionError("every record has a canonical constructor", e);
    }
  }

  private static MethodHandle handle(Method accessor) {
    requireOpen(accessor, accessor);
    try {
      MethodHandle handle = MethodHandles.lookup().unreflect(accessor);
      return handle.asType(handle.type().generic());
    } catch (IllegalAccessException e) {
      throw new AssertionError("it was made accessible", e);
    }
  }

  private static MethodHandle handle(Constructor<?> canonical) {
    requireOpen(canonical, canonical);
    try {
      MethodHandle handle = MethodHandles.lookup().unreflectConstructor(canonical);
      return handle
          .asType(handle.type().generic())
          .asSpreader(Object[].class, canonical.getParameterCount());
    } catch (IllegalAccessException e) {
      throw new AssertionError("it was made accessible", e);
    }
  }

  private static void requireOpen(AccessibleObject object, Member member) {
    if (!object.trySetAccessible()) {
      Class<?> owner = member.getDeclaringClass();
      String own = Crdt.class.getModule().getName();
      throw new InaccessibleObjectException(
          "%s must be open to %s: add \"opens %s to %s;\" to the module-info.java of %s"
              .formatted(
                  owner.getTypeName(),
                  own,
                  owner.getPackageName(),
                  own,
                  owner.getModule().getName()));
    }
  }

  /** Returns a component, which a record may hold as null. */
  Object get(R instance, int index) {
    try {
      return (Object) accessors[index].invokeExact((Object) instance);
    } catch (Throwable thrown) {
      throw RecordAccess.<RuntimeException>unchanged(thrown);
    }
  }

  /** Returns the record of those components. */
  R make(Object[] parts) {
    try {
      return type.cast((Object) constructor.invokeExact(parts));
    } catch (Throwable thrown) {
      throw RecordAccess.<RuntimeException>unchanged(thrown);
    }
  }

  /** Returns what the public static method {@code empty()} of that type gives, if there is one. */
  static Option<Crdt<?>> empty(Class<?> type) {
    return Option.ofOptional(
        Arrays.stream(type.getMethods())
            .filter(method -> isEmpty(method, type))
            .findFirst()
            .map(RecordAccess::called));
  }

  private static boolean isEmpty(Method method, Class<?> type) {
    return method.getName().equals("empty")
        && Modifier.isStatic(method.getModifiers())
        && method.getParameterCount() == 0
        && type.isAssignableFrom(method.getReturnType());
  }

  private static Crdt<?> called(Method empty) {
    requireOpen(empty, empty);
    try {
      return (Crdt<?>) empty.invoke(null);
    } catch (IllegalAccessException e) {
      throw new AssertionError("it was made accessible", e);
    } catch (InvocationTargetException e) {
      throw RecordAccess.<RuntimeException>unchanged(Objects.requireNonNull(e.getCause(), "cause"));
    }
  }

  /** What an accessor or a constructor throws is thrown on as it is. */
  @SuppressWarnings({
    "unchecked",
    "TypeParameterUnusedInFormals"
  }) // so that it need not be declared
  private static <X extends Throwable> X unchanged(Throwable thrown) throws X {
    throw (X) thrown;
  }
}
