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
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * The components of a {@link CrdtRecord}, in their order: to take records apart and to make them,
 * as when they are written and read back.
 *
 * @param <R> the record
 */
public final class RecordShape<R> {

  private static final ClassValue<RecordShape<?>> SHAPES =
      new ClassValue<>() {
        @Override
        protected RecordShape<?> computeValue(Class<?> type) {
          return new RecordShape<>(type);
        }
      };

  private final Class<R> type;
  private final RecordComponent[] components;
  private final MethodHandle[] accessors; // (Object)Object each
  private final MethodHandle constructor; // (Object[])Object

  private RecordShape(Class<R> type) {
    this.type = type;
    if (!type.isRecord()) {
      throw new IllegalArgumentException(
          type.getTypeName() + " must be a record to be a CrdtRecord, was a class");
    }
    this.components = type.getRecordComponents();
    for (RecordComponent component : components) {
      if (!Crdt.class.isAssignableFrom(component.getType())) {
        throw new IllegalArgumentException(
            "component %s of %s must be a Crdt, was %s"
                .formatted(component.getName(), this, component.getType().getSimpleName()));
      }
    }
    this.accessors =
        Arrays.stream(components)
            .map(component -> handle(component.getAccessor()))
            .toArray(MethodHandle[]::new);
    this.constructor = handle(canonical());
  }

  /**
   * Returns the shape of that record.
   *
   * @throws NullPointerException if {@code type} is null
   * @throws IllegalArgumentException if a component is not a {@link Crdt}
   * @throws InaccessibleObjectException if the module of the record does not open its package to
   *     this one
   */
  public static <R extends Record & CrdtRecord<R>> RecordShape<R> of(Class<R> type) {
    return ofClass(type);
  }

  @SuppressWarnings("unchecked") // a class has the shape of its instances
  static <R> RecordShape<R> ofClass(Class<R> type) {
    return (RecordShape<R>) SHAPES.get(Objects.requireNonNull(type, "type"));
  }

  @SuppressWarnings("unchecked") // an instance is of its class
  static <R> RecordShape<R> ofRecord(R instance) {
    return (RecordShape<R>) SHAPES.get(instance.getClass());
  }

  private Constructor<R> canonical() {
    Class<?>[] types =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    try {
      return type.getDeclaredConstructor(types);
    } catch (NoSuchMethodException e) {
      throw new AssertionError("every record has a canonical constructor", e);
    }
  }

  private MethodHandle handle(Method accessor) {
    requireOpen(accessor, accessor);
    try {
      MethodHandle handle = MethodHandles.lookup().unreflect(accessor);
      return handle.asType(handle.type().generic());
    } catch (IllegalAccessException e) {
      throw new AssertionError("it was made accessible", e);
    }
  }

  private MethodHandle handle(Constructor<R> canonical) {
    requireOpen(canonical, canonical);
    try {
      MethodHandle handle = MethodHandles.lookup().unreflectConstructor(canonical);
      return handle.asType(handle.type().generic()).asSpreader(Object[].class, components.length);
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

  /** Returns how many components there are. */
  public int size() {
    return components.length;
  }

  /**
   * Returns the name of a component.
   *
   * @param index from 0, in the order in which they are declared
   * @throws IndexOutOfBoundsException if there is none
   */
  public String name(int index) {
    return components[index].getName();
  }

  /**
   * Returns the type of a component as it is declared, type arguments and all.
   *
   * @param index from 0, in the order in which they are declared
   * @throws IndexOutOfBoundsException if there is none
   */
  public Type type(int index) {
    return components[index].getGenericType();
  }

  Class<?> rawType(int index) {
    return components[index].getType();
  }

  /**
   * Returns a component of {@code instance}.
   *
   * @param index from 0, in the order in which they are declared
   * @throws NullPointerException if {@code instance} or the component is null
   * @throws IndexOutOfBoundsException if there is none
   */
  public Crdt<?> component(R instance, int index) {
    return (Crdt<?>) part(instance, index);
  }

  /** Returns a component of {@code instance}. */
  Object part(R instance, int index) {
    Object part = get(accessors[index], Objects.requireNonNull(instance, "record"));
    return Objects.requireNonNull(part, () -> "component " + name(index) + " of " + this);
  }

  /**
   * Returns the record of those components.
   *
   * @throws NullPointerException if {@code parts} or one of them is null
   * @throws IllegalArgumentException if there are more or fewer than the record has
   * @throws ClassCastException if one is of another type than the record's
   */
  public R record(List<? extends Crdt<?>> parts) {
    if (parts.size() != components.length) {
      throw new IllegalArgumentException(
          "%s must have %s components, were %s".formatted(this, components.length, parts.size()));
    }
    for (int i = 0; i < components.length; i++) {
      String name = name(i);
      Objects.requireNonNull(parts.get(i), () -> "component " + name + " of " + this);
    }
    return make(parts);
  }

  /** Returns the record of those components, which must be as declared. */
  R make(List<?> parts) {
    return type.cast(make(constructor, parts.toArray()));
  }

  /**
   * Returns the record all of whose components are empty.
   *
   * @throws IllegalArgumentException if the type of a component has no empty state that is known
   */
  public R empty() {
    List<Crdt<?>> parts = new ArrayList<>();
    for (int i = 0; i < components.length; i++) {
      String name = name(i);
      parts.add(
          empty(i)
              .getOrElseThrow(
                  () ->
                      new IllegalArgumentException(
                          "component %s of %s must have an empty state, but its type has no public"
                                  .formatted(name, this)
                              + " static method empty()")));
    }
    return make(parts);
  }

  /**
   * Returns the empty state of the type of a component: what its public static method {@code
   * empty()} gives, or, if it is a {@link CrdtRecord}, the one whose components are empty; none
   * where there is neither.
   *
   * @param index from 0, in the order in which they are declared
   * @throws IndexOutOfBoundsException if there is none
   */
  public Option<Crdt<?>> empty(int index) {
    Class<?> part = rawType(index);
    if (part.isRecord() && CrdtRecord.class.isAssignableFrom(part)) {
      return Option.some((Crdt<?>) ofClass(part).empty());
    }
    return Option.ofOptional(
        Arrays.stream(part.getMethods())
            .filter(method -> isEmpty(method, part))
            .findFirst()
            .map(RecordShape::called));
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
      throw RecordShape.<RuntimeException>unchanged(Objects.requireNonNull(e.getCause(), "cause"));
    }
  }

  private static Object get(MethodHandle accessor, Object instance) {
    try {
      return (Object) accessor.invokeExact(instance);
    } catch (Throwable thrown) {
      throw RecordShape.<RuntimeException>unchanged(thrown);
    }
  }

  private static Object make(MethodHandle constructor, Object[] parts) {
    try {
      return (Object) constructor.invokeExact(parts);
    } catch (Throwable thrown) {
      throw RecordShape.<RuntimeException>unchanged(thrown);
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

  /** Merges component by component; returns one of the operands where that is the result. */
  R merge(R mine, R theirs) {
    List<Object> merged = new ArrayList<>();
    boolean allMine = true;
    boolean allTheirs = true;
    for (int i = 0; i < components.length; i++) {
      Object here = part(mine, i);
      Object there = part(theirs, i);
      Object both = merged(here, there);
      merged.add(both);
      allMine &= both == here;
      allTheirs = allTheirs && (both == there || both.equals(there));
    }
    if (allMine) {
      return mine;
    }
    return allTheirs ? theirs : make(merged);
  }

  R deltaSince(R mine, R base) {
    List<Object> delta = new ArrayList<>();
    boolean isAll = true;
    for (int i = 0; i < components.length; i++) {
      Object here = part(mine, i);
      Object news = delta(here, part(base, i));
      delta.add(news);
      isAll &= news == here;
    }
    return isAll ? mine : make(delta);
  }

  boolean isAtMost(R mine, R other) {
    for (int i = 0; i < components.length; i++) {
      if (!isAtMostPart(part(mine, i), part(other, i))) {
        return false;
      }
    }
    return true;
  }

  // A component meets the same one of the same record alone, so its type is the other's, too.

  @SuppressWarnings("unchecked")
  private static <S extends Crdt<S>> Object merged(Object mine, Object theirs) {
    return ((S) mine).merge((S) theirs);
  }

  @SuppressWarnings("unchecked")
  private static <S extends Crdt<S>> Object delta(Object mine, Object base) {
    return ((S) mine).deltaSince((S) base);
  }

  @SuppressWarnings("unchecked")
  private static <S extends Crdt<S>> boolean isAtMostPart(Object mine, Object other) {
    return ((S) mine).isAtMost((S) other);
  }

  /** Returns the simple name of the record. */
  @Override
  public String toString() {
    return type.getSimpleName();
  }
}
