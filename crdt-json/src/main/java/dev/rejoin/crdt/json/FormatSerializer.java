package dev.rejoin.crdt.json;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.type.WritableTypeId;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.jsontype.TypeSerializer;
import com.fasterxml.jackson.databind.ser.ContextualSerializer;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes the object around what a {@link Format} writes. */
final class FormatSerializer<T> extends JsonSerializer<T> implements ContextualSerializer {

  /** Characters beyond U+FFFF as they are, as where text is written: otherwise bytes differ. */
  private static final JsonGenerator.Feature COMBINED =
      JsonGenerator.Feature.COMBINE_UNICODE_SURROGATES_IN_UTF8;

  private final Format<T> format;
  private final JavaType type;
  private final @Nullable TypeWriters types; // null before it is known where they stand

  FormatSerializer(Format<T> format, JavaType type) {
    this(format, type, null);
  }

  private FormatSerializer(Format<T> format, JavaType type, @Nullable TypeWriters types) {
    this.format = format;
    this.type = type;
    this.types = types;
  }

  @Override
  public JsonSerializer<?> createContextual(
      SerializerProvider provider, @Nullable BeanProperty property) throws JsonMappingException {
    return new FormatSerializer<>(format, type, TypeWriters.of(type, provider, property));
  }

  /** What knows nothing is empty; a set whose elements were all removed is not. */
  @Override
  public boolean isEmpty(SerializerProvider provider, T value) {
    return value.equals(format.empty());
  }

  @Override
  public void serialize(T value, JsonGenerator out, SerializerProvider provider)
      throws IOException {
    List<Field> fields = format.fields(value);
    out.writeStartObject(value, fields.size());
    write(fields, out, provider);
    out.writeEndObject();
  }

  @Override
  public void serializeWithType(
      T value, JsonGenerator out, SerializerProvider provider, TypeSerializer typeIds)
      throws IOException {
    List<Field> fields = format.fields(value);
    if (typeIds.getTypeInclusion() == JsonTypeInfo.As.PROPERTY
        && fields.stream().anyMatch(field -> field.name().equals(typeIds.getPropertyName()))) {
      provider.reportBadDefinition(
          type,
          "type id must not be written as property \"%s\", which is a field of %s itself"
              .formatted(typeIds.getPropertyName(), type.getRawClass().getSimpleName()));
    }
    WritableTypeId typeId = typeIds.typeId(value, JsonToken.START_OBJECT);
    typeIds.writeTypePrefix(out, typeId);
    write(fields, out, provider);
    typeIds.writeTypeSuffix(out, typeId);
  }

  private void write(List<Field> fields, JsonGenerator out, SerializerProvider provider)
      throws IOException {
    TypeWriters known = types == null ? TypeWriters.of(type, provider, null) : types;
    combined(out, () -> new JacksonSink(known, out, provider).fields(fields));
  }

  /** What writes something. */
  @FunctionalInterface
  interface Writing {
    void run() throws IOException;
  }

  /** Runs what writes canonical text. */
  static void combined(JsonGenerator out, Writing writing) throws IOException {
    boolean areCombined = out.isEnabled(COMBINED);
    out.configure(COMBINED, true);
    try {
      writing.run();
    } finally {
      out.configure(COMBINED, areCombined);
    }
  }
}
