package dev.rejoin.crdt;

import io.vavr.control.Option;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
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
  private final RecordAccess<R> access;

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
    this.access = new RecordAccess<>(type, components);
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
    Object part = access.get(Objects.requireNonNull(instance, "record"), index);
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
    return access.make(parts.toArray());
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
    return RecordAccess.empty(part);
  }

  /** Returns the simple name of the record. */
  @Override
  public String toString() {
    return type.getSimpleName();
  }
}
