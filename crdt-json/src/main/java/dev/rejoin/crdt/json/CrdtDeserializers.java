package dev.rejoin.crdt.json;

import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.Deserializers;
import dev.rejoin.crdt.ReplicaId;
import org.jspecify.annotations.Nullable;

/** Finds the deserializers of the types of Rejoin. */
final class CrdtDeserializers extends Deserializers.Base {

  private final Limits limits;

  CrdtDeserializers(Limits limits) {
    this.limits = limits;
  }

  @Override
  public @Nullable JsonDeserializer<?> findBeanDeserializer(
      JavaType type, DeserializationConfig config, BeanDescription description) {
    if (type.hasRawClass(ReplicaId.class)) {
      return new ReplicaIds.ValueReader();
    }
    Format<?> format = Formats.of(type.getRawClass());
    return format == null ? null : new FormatDeserializer<>(format, type, limits);
  }
}
