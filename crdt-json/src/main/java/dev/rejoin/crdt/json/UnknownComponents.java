package dev.rejoin.crdt.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.DeserializationProblemHandler;
import java.io.IOException;
import java.util.Collection;
import java.util.List;

/**
 * Refuses components that a record of CRDTs does not have, whatever the mapper's settings say: a
 * peer that dropped them would claim to hold what it threw away.
 */
final class UnknownComponents extends DeserializationProblemHandler {

  @Override
  public boolean handleUnknownProperty(
      DeserializationContext context,
      JsonParser parser,
      JsonDeserializer<?> deserializer,
      Object beanOrClass,
      String name)
      throws IOException {
    Class<?> type = beanOrClass instanceof Class<?> c ? c : beanOrClass.getClass();
    if (!RecordModifier.isRecord(type)) {
      return false;
    }
    RefusedInputException refusal =
        new RefusedInputException(
            parser,
            "component of "
                + type.getSimpleName()
                + " must be one of "
                + names(deserializer)
                + ", was "
                + Excerpt.quoted(name));
    refusal.prependPath(type, name);
    throw refusal;
  }

  private static List<String> names(JsonDeserializer<?> deserializer) {
    Collection<Object> known = deserializer.getKnownPropertyNames();
    return known == null ? List.of() : known.stream().map(Object::toString).sorted().toList();
  }
}
