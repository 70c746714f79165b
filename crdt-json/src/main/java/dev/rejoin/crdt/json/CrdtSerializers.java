package dev.rejoin.crdt.json;

import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializationConfig;
import com.fasterxml.jackson.databind.ser.Serializers;
import dev.rejoin.crdt.ReplicaId;
import org.jspecify.annotations.Nullable;

/** Finds the serializers of the types of Rejoin. */
final class CrdtSerializers extends Serializers.Base {

  @Override
  public @Nullable JsonSerializer<?> findSerializer(
      SerializationConfig config, JavaType type, BeanDescription description) {
    if (type.hasRawClass(ReplicaId.class)) {
      return new ReplicaIds.ValueWriter();
    }
    Format<?> format = Formats.of(type.getRawClass());
    return format == null ? null : new FormatSerializer<>(format, type);
  }
}
