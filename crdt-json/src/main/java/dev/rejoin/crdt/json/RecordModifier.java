package dev.rejoin.crdt.json;

import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.BeanDeserializerBuilder;
import com.fasterxml.jackson.databind.deser.BeanDeserializerModifier;
import dev.rejoin.crdt.CrdtRecord;

/** Holds records of CRDTs, which are read as Jackson reads records, to their components. */
final class RecordModifier extends BeanDeserializerModifier {

  private static final long serialVersionUID = 1L;

  static boolean isRecord(Class<?> type) {
    return type.isRecord() && CrdtRecord.class.isAssignableFrom(type);
  }

  @Override
  public BeanDeserializerBuilder updateBuilder(
      DeserializationConfig config, BeanDescription description, BeanDeserializerBuilder builder) {
    if (isRecord(description.getBeanClass())) {
      builder.setIgnoreUnknownProperties(false);
    }
    return builder;
  }

  @Override
  public JsonDeserializer<?> modifyDeserializer(
      DeserializationConfig config, BeanDescription description, JsonDeserializer<?> deserializer) {
    Class<?> type = description.getBeanClass();
    return isRecord(type) ? new RecordDeserializer(deserializer, type) : deserializer;
  }
}
