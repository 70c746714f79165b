package dev.rejoin.crdt.json;

import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.deser.NullValueProvider;
import com.fasterxml.jackson.databind.util.AccessPattern;
import dev.rejoin.crdt.Crdt;
import org.jspecify.annotations.Nullable;

/**
 * What stands for null, and for nothing, in a component of a type that an application wrote itself:
 * what its deserializer says; else null is refused, and nothing is what its {@code empty()} gives.
 *
 * @param record the class of the record
 * @param index which component it is
 * @param type the type of the component
 */
record OwnComponent(Class<?> record, int index, JavaType type) implements NullValueProvider {

  static boolean isOne(Class<?> type) {
    return Crdt.class.isAssignableFrom(type)
        && Formats.of(type) == null
        && !RecordModifier.isRecord(type);
  }

  @Override
  public Object getNullValue(DeserializationContext context) throws JsonMappingException {
    Object value = context.findNonContextualValueDeserializer(type).getNullValue(context);
    if (value == null) {
      throw new RefusedInputException(
          context.getParser(), type.getRawClass().getSimpleName() + " must not be null");
    }
    return value;
  }

  @Override
  public Object getAbsentValue(DeserializationContext context) throws JsonMappingException {
    Object absent = context.findNonContextualValueDeserializer(type).getAbsentValue(context);
    return absent != null ? absent : empty(context);
  }

  private Object empty(DeserializationContext context) throws JsonMappingException {
    @Nullable Crdt<?> empty;
    try {
      empty = RecordBody.shape(record).empty(index).getOrNull();
    } catch (RuntimeException e) {
      throw new RefusedInputException(context.getParser(), e);
    }
    if (empty == null) {
      throw new RefusedInputException(
          context.getParser(),
          "component of %1$s must not be missing, as %2$s has no public static method empty() that"
                  .formatted(record.getSimpleName(), type.getRawClass().getSimpleName())
              + " gives what to read for it: add one");
    }
    return empty;
  }

  @Override
  public AccessPattern getNullAccessPattern() {
    return AccessPattern.DYNAMIC; // it throws, so it must not be asked before there is a null
  }
}
