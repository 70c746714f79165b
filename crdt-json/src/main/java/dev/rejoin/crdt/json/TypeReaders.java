package dev.rejoin.crdt.json;

import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonMappingException;
import dev.rejoin.crdt.Crdt;
import dev.rejoin.crdt.sync.Changes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What reads the insides of a CRDT type: for each type parameter what reads such contents or, if
 * causal states are nested there, the insides of those. All types are those that are declared.
 */
final class TypeReaders {

  private final JavaType type;
  private final List<@Nullable ContentDeserializer> contents = new ArrayList<>();
  private final List<@Nullable TypeReaders> nested = new ArrayList<>();

  private TypeReaders(JavaType type) {
    this.type = type;
  }

  /**
   * @throws JsonMappingException if states are nested whose type is not declared
   */
  static TypeReaders of(
      JavaType type, DeserializationContext context, @Nullable BeanProperty property)
      throws JsonMappingException {
    return of(type, context, property, new HashMap<>());
  }

  private static TypeReaders of(
      JavaType type,
      DeserializationContext context,
      @Nullable BeanProperty property,
      Map<JavaType, TypeReaders> known)
      throws JsonMappingException {
    TypeReaders readers = known.get(type);
    if (readers == null) {
      readers = new TypeReaders(type);
      known.put(type, readers); // a record can hold maps of itself
      for (Parameter parameter : Parameter.of(type, context.getTypeFactory())) {
        JavaType declared = parameter.type();
        if (type.hasRawClass(Changes.class) && !declared.isTypeOrSubTypeOf(Crdt.class)) {
          context.reportBadDefinition(
              type,
              "what changes must be declared as a type of states, as in new"
                  + " TypeReference<Changes<ORSet<String>>>() {}, but was "
                  + declared.toCanonical());
        } else if (!parameter.isNested()) {
          readers.contents.add(new ContentDeserializer(declared, context, property));
          readers.nested.add(null);
        } else if (Body.isKnown(declared.getRawClass())) {
          readers.contents.add(null);
          readers.nested.add(of(declared, context, property, known));
        } else {
          context.reportBadDefinition(
              type,
              "what is nested must be declared as a causal type, as in new"
                  + " TypeReference<ORMap<String, ORSet<String>>>() {}, but was "
                  + declared.toCanonical());
        }
      }
    }
    return readers;
  }

  JavaType type() {
    return type;
  }

  ContentDeserializer content(int parameter) {
    return Objects.requireNonNull(contents.get(parameter), "contents");
  }

  TypeReaders nested(int parameter) {
    return Objects.requireNonNull(nested.get(parameter), "nested");
  }
}
