package dev.rejoin.crdt.json;

import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.BeanDeserializerBuilder;
import com.fasterxml.jackson.databind.deser.BeanDeserializerModifier;
import com.fasterxml.jackson.databind.deser.SettableBeanProperty;
import dev.rejoin.crdt.CrdtRecord;
import java.lang.reflect.RecordComponent;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

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
      provideOwnComponents(description.getBeanClass(), config, builder);
    }
    return builder;
  }

  /** Jackson takes the arguments of the constructor from its array, all else from the builder. */
  private static void provideOwnComponents(
      Class<?> record, DeserializationConfig config, BeanDeserializerBuilder builder) {
    SettableBeanProperty @Nullable [] arguments =
        builder.getValueInstantiator().getFromObjectArguments(config);
    if (arguments == null || !isCanonical(arguments, record.getRecordComponents())) {
      return;
    }
    for (int i = 0; i < arguments.length; i++) {
      JavaType type = arguments[i].getType();
      if (OwnComponent.isOne(type.getRawClass())) {
        arguments[i] = arguments[i].withNullProvider(new OwnComponent(record, i, type));
        builder.addOrReplaceProperty(arguments[i], true);
      }
    }
  }

  /** Returns whether those are the components, and not what a creator of the record's own takes. */
  private static boolean isCanonical(
      SettableBeanProperty[] arguments, RecordComponent[] components) {
    return arguments.length == components.length
        && IntStream.range(0, components.length)
            .allMatch(i -> arguments[i].getType().isTypeOrSubTypeOf(components[i].getType()));
  }

  @Override
  public JsonDeserializer<?> modifyDeserializer(
      DeserializationConfig config, BeanDescription description, JsonDeserializer<?> deserializer) {
    Class<?> type = description.getBeanClass();
    return isRecord(type) ? new RecordDeserializer(deserializer, type) : deserializer;
  }
}
