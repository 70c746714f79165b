package dev.rejoin.crdt.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.jsontype.TypeDeserializer;
import java.io.IOException;
import java.math.BigInteger;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the elements or values of a CRDT with the deserializer of their declared type.
 *
 * <p>Texts are read from strings alone: that Jackson would also take numbers for them makes two
 * forms of one state. Integers are not read from fractions, nor booleans from numbers, since
 * something would be lost, nor zero with a sign. What else is taken is up to the deserializers.
 */
final class ContentDeserializer {

  private static final Set<Class<?>> INTEGERS =
      Set.of(Byte.class, Short.class, Integer.class, Long.class, BigInteger.class);

  private final JavaType type;
  private final boolean isText;
  private final boolean isInteger;
  private final boolean isBoolean;
  private final JsonDeserializer<Object> deserializer;
  private final @Nullable TypeDeserializer typeIds;

  ContentDeserializer(
      JavaType declared, DeserializationContext context, @Nullable BeanProperty property)
      throws JsonMappingException {
    TypeDeserializer typeIds =
        context.getFactory().findTypeDeserializer(context.getConfig(), declared);
    this.type = declared;
    this.isText = declared.hasRawClass(String.class);
    this.isInteger = INTEGERS.contains(declared.getRawClass());
    this.isBoolean = declared.hasRawClass(Boolean.class);
    this.deserializer = context.findContextualValueDeserializer(declared, property);
    this.typeIds = typeIds == null ? null : typeIds.forProperty(property);
  }

  JavaType type() {
    return type;
  }

  /** Returns what stands for a content that is missing, or null if nothing does. */
  @Nullable Object absent(DeserializationContext context) throws JsonMappingException {
    return deserializer.getAbsentValue(context);
  }

  Object read(JsonParser parser, DeserializationContext context) throws IOException {
    Object content = nullable(parser, context);
    if (content == null) {
      throw new RefusedInputException(parser, "content must not be null");
    }
    if (isInteger && isZero(content) && parser.getText().equals("-0")) {
      throw new RefusedInputException(parser, "content must have no sign when zero, was -0");
    }
    int lone = Unicode.loneSurrogate(content);
    if (lone >= 0) {
      throw new RefusedInputException(
          parser, "text must not hold a lone surrogate, but has one at index " + lone);
    }
    return content;
  }

  private static boolean isZero(Object content) {
    return content instanceof Number number && number.longValue() == 0;
  }

  private @Nullable Object nullable(JsonParser parser, DeserializationContext context)
      throws IOException {
    if (parser.hasToken(JsonToken.VALUE_NULL)) {
      return deserializer.getNullValue(context);
    }
    if (isText && !parser.hasToken(JsonToken.VALUE_STRING)) {
      throw refused("a string", parser);
    }
    if (isInteger && parser.hasToken(JsonToken.VALUE_NUMBER_FLOAT)) {
      throw refused("an integer", parser);
    }
    if (isBoolean && parser.currentToken().isNumeric()) {
      throw refused("true or false", parser);
    }
    return typeIds == null
        ? deserializer.deserialize(parser, context)
        : deserializer.deserializeWithType(parser, context, typeIds);
  }

  private static RefusedInputException refused(String expected, JsonParser parser)
      throws IOException {
    return new RefusedInputException(
        parser, "content must be " + expected + ", was " + JacksonSource.excerpt(parser));
  }
}
