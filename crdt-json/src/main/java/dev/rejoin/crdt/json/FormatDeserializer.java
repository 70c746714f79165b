package dev.rejoin.crdt.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.deser.ContextualDeserializer;
import com.fasterxml.jackson.databind.jsontype.TypeDeserializer;
import com.fasterxml.jackson.databind.util.AccessPattern;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads what a {@link Format} reads. */
final class FormatDeserializer<T> extends JsonDeserializer<T> implements ContextualDeserializer {

  /** The attribute of a reader that has {@link Limits} of its own. */
  static final Object LIMITS = Limits.class;

  private final Format<T> format;
  private final JavaType type;
  private final Limits limits;
  private final @Nullable TypeReaders types; // null before it is known where they stand

  FormatDeserializer(Format<T> format, JavaType type, Limits limits) {
    this(format, type, limits, null);
  }

  private FormatDeserializer(
      Format<T> format, JavaType type, Limits limits, @Nullable TypeReaders types) {
    this.format = format;
    this.type = type;
    this.limits = limits;
    this.types = types;
  }

  @Override
  public JsonDeserializer<?> createContextual(
      DeserializationContext context, @Nullable BeanProperty property) throws JsonMappingException {
    return new FormatDeserializer<>(format, type, limits, TypeReaders.of(type, context, property));
  }

  @Override
  public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
    TypeReaders known = types == null ? TypeReaders.of(type, context, null) : types;
    Limits valid = context.getAttribute(LIMITS) instanceof Limits own ? own : limits;
    return format.read(new FormatReader(new JacksonSource(parser, context, known), valid));
  }

  @Override
  public Object deserializeWithType(
      JsonParser parser, DeserializationContext context, TypeDeserializer typeIds)
      throws IOException {
    return typeIds.deserializeTypedFromObject(parser, context);
  }

  @Override
  public @Nullable T getNullValue(DeserializationContext context) throws JsonMappingException {
    if (format.empty() != null) {
      throw new RefusedInputException(
          context.getParser(), type.getRawClass().getSimpleName() + " must not be null");
    }
    return null;
  }

  @Override
  public AccessPattern getNullAccessPattern() {
    return AccessPattern.DYNAMIC; // it throws, so it must not be asked before there is a null
  }

  @Override
  public @Nullable Object getAbsentValue(DeserializationContext context) {
    return format.empty();
  }

  @Override
  public @Nullable Object getEmptyValue(DeserializationContext context) {
    return format.empty();
  }
}
