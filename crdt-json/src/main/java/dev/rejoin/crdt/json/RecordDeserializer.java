package dev.rejoin.crdt.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.deser.std.DelegatingDeserializer;
import com.fasterxml.jackson.databind.util.AccessPattern;
import java.io.IOException;

/**
 * Reads a record of CRDTs as Jackson does, but that it is not null, is empty where it is missing,
 * and has no component twice.
 */
final class RecordDeserializer extends DelegatingDeserializer {

  private static final long serialVersionUID = 1L;

  private final Class<?> type;

  RecordDeserializer(JsonDeserializer<?> jackson, Class<?> type) {
    super(jackson);
    this.type = type;
  }

  @Override
  protected JsonDeserializer<?> newDelegatingInstance(JsonDeserializer<?> jackson) {
    return new RecordDeserializer(jackson, type);
  }

  @Override
  public Object deserialize(JsonParser parser, DeserializationContext context) throws IOException {
    return super.deserialize(new FieldsOnce(parser, type), context);
  }

  @Override
  public Object getNullValue(DeserializationContext context) throws JsonMappingException {
    throw new RefusedInputException(
        context.getParser(), type.getSimpleName() + " must not be null");
  }

  @Override
  public AccessPattern getNullAccessPattern() {
    return AccessPattern.DYNAMIC; // it throws, so it must not be asked before there is a null
  }

  @Override
  public Object getAbsentValue(DeserializationContext context) throws JsonMappingException {
    return getEmptyValue(context);
  }

  @Override
  public Object getEmptyValue(DeserializationContext context) throws JsonMappingException {
    try {
      return RecordBody.shape(type).empty();
    } catch (RuntimeException e) {
      throw new RefusedInputException(context.getParser(), e);
    }
  }
}
