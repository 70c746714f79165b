package dev.rejoin.crdt.json;

import com.fasterxml.jackson.core.Version;
import com.fasterxml.jackson.databind.Module;
import com.fasterxml.jackson.databind.module.SimpleKeyDeserializers;
import com.fasterxml.jackson.databind.module.SimpleSerializers;
import com.fasterxml.jackson.databind.ser.Serializers;
import dev.rejoin.crdt.ReplicaId;
import java.util.Objects;

/**
 * Teaches Jackson to write and to read counters, sets, registers, flags, maps, records of these,
 * the causality that they rest on, and what replicas send each other. Register it with {@code
 * registerModule}, or let {@code findAndRegisterModules} find it.
 *
 * <p>The {@linkplain dev.rejoin.crdt.json package} says what the JSON looks like and what is
 * promised of it. A generic type has to be said to read it, as in {@code new
 * TypeReference<ORSet<Item>>() {}} or by the component of a record; {@code ORSet.class} alone reads
 * elements as Jackson reads an {@code Object}.
 *
 * <p>An annotation or a mapper that adds type ids as a property must not name it like a field of
 * the format: {@code "type"} is taken.
 */
public final class CrdtModule extends Module {

  private final Limits limits;

  /** Makes the module with the {@linkplain Limits#defaults() default limits}. */
  public CrdtModule() {
    this(Limits.defaults());
  }

  /**
   * Makes the module with limits of what is read. A mapper keeps the first module that it is given:
   * one that finds modules by itself must have been given this one before.
   *
   * @throws NullPointerException if {@code limits} is null
   */
  public CrdtModule(Limits limits) {
    this.limits = Objects.requireNonNull(limits, "limits");
  }

  @Override
  public String getModuleName() {
    return "dev.rejoin.crdt.json";
  }

  @Override
  public Version version() {
    return Version.unknownVersion();
  }

  @Override
  public void setupModule(SetupContext context) {
    context.addSerializers(new CrdtSerializers());
    context.addDeserializers(new CrdtDeserializers(limits));
    context.addBeanDeserializerModifier(new RecordModifier());
    context.addDeserializationProblemHandler(new UnknownComponents());
    context.addKeySerializers(keySerializers());
    context.addKeyDeserializers(
        new SimpleKeyDeserializers().addDeserializer(ReplicaId.class, new ReplicaIds.KeyReader()));
  }

  private static Serializers keySerializers() {
    SimpleSerializers serializers = new SimpleSerializers();
    serializers.addSerializer(ReplicaId.class, new ReplicaIds.KeyWriter());
    return serializers;
  }
}
