package dev.rejoin.crdt.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.jsontype.TypeSerializer;
import com.fasterxml.jackson.databind.ser.impl.PropertySerializerMap;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Writes the elements or values of a CRDT, each with the serializer of its own class.
 *
 * <p>Whether a type id goes with them depends on the declared type. Where only the class of the
 * CRDT is known, as when it is the root of what is written, it depends on the class of the content,
 * so that an annotated one is written in the same way as where it is declared.
 */
final class ContentSerializer {

  private final JavaType declared;
  private final @Nullable TypeSerializer typeIds;
  private final @Nullable BeanProperty property;
  private volatile PropertySerializerMap known = PropertySerializerMap.emptyForProperties();

  ContentSerializer(JavaType declared, SerializerProvider provider, @Nullable BeanProperty property)
      throws JsonMappingException {
    TypeSerializer typeIds = provider.findTypeSerializer(declared);
    this.declared = declared;
    this.typeIds = typeIds == null ? null : typeIds.forProperty(property);
    this.property = property;
  }

  void write(Object content, JsonGenerator out, SerializerProvider provider) throws IOException {
    int lone = Unicode.loneSurrogate(content);
    if (lone >= 0) {
      throw JsonMappingException.from(
          out, "text must not hold a lone surrogate, but has one at index " + lone);
    }
    JsonSerializer<Object> serializer = known.serializerFor(content.getClass());
    if (serializer == null) {
      PropertySerializerMap.SerializerAndMapResult found = find(content.getClass(), provider);
      serializer = found.serializer;
      known = found.map;
    }
    if (typeIds == null) {
      serializer.serialize(content, out, provider);
    } else {
      serializer.serializeWithType(content, out, provider, typeIds);
    }
  }

  private PropertySerializerMap.SerializerAndMapResult find(
      Class<?> type, SerializerProvider provider) throws JsonMappingException {
    if (typeIds == null && declared.isJavaLangObject()) {
      return known.findAndAddRootValueSerializer(type, provider);
    }
    return known.findAndAddSecondarySerializer(
        declared.hasGenericTypes()
            ? provider.constructSpecializedType(declared, type)
            : provider.constructType(type),
        provider,
        property);
  }
}
