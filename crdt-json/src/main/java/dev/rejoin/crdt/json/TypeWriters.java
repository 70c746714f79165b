package dev.rejoin.crdt.json;

import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.SerializerProvider;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What writes the insides of a CRDT type: for each type parameter what writes such contents or, if
 * causal states are nested there, the insides of those.
 */
final class TypeWriters {

  private final JavaType type;
  private final @Nullable BeanProperty property;
  private final List<@Nullable ContentSerializer> contents = new ArrayList<>();
  private final List<@Nullable TypeWriters> nested = new ArrayList<>();
  private volatile @Nullable TypeWriters actual; // where the declared type does not say it

  private TypeWriters(JavaType type, @Nullable BeanProperty property) {
    this.type = type;
    this.property = property;
  }

  static TypeWriters of(JavaType type, SerializerProvider provider, @Nullable BeanProperty property)
      throws JsonMappingException {
    return of(type, provider, property, new HashMap<>());
  }

  private static TypeWriters of(
      JavaType type,
      SerializerProvider provider,
      @Nullable BeanProperty property,
      Map<JavaType, TypeWriters> known)
      throws JsonMappingException {
    TypeWriters writers = known.get(type);
    if (writers == null) {
      writers = new TypeWriters(type, property);
      known.put(type, writers); // a record can hold maps of itself
      for (Parameter parameter : Parameter.of(type, provider.getTypeFactory())) {
        boolean isNested = parameter.isNested();
        JavaType declared = parameter.type();
        writers.contents.add(isNested ? null : new ContentSerializer(declared, provider, property));
        writers.nested.add(
            isNested && Body.isKnown(declared.getRawClass())
                ? of(declared, provider, property, known)
                : null);
      }
    }
    return writers;
  }

  JavaType type() {
    return type;
  }

  ContentSerializer content(int parameter) {
    return Objects.requireNonNull(contents.get(parameter), "contents");
  }

  /** Returns the insides of states of that class, nested as the type parameter of that number. */
  TypeWriters nested(int parameter, Class<?> state, SerializerProvider provider)
      throws JsonMappingException {
    TypeWriters declared = nested.get(parameter);
    if (declared != null) {
      return declared;
    }
    TypeWriters found = actual;
    if (found == null || !found.type.hasRawClass(state)) {
      found = of(provider.constructType(state), provider, property);
      actual = found;
    }
    return found;
  }
}
