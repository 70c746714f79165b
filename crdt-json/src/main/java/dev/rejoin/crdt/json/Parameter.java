package dev.rejoin.crdt.json;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.type.TypeFactory;
import dev.rejoin.crdt.CausalRecord;
import dev.rejoin.crdt.ORMap;
import dev.rejoin.crdt.RecordShape;
import java.util.ArrayList;
import java.util.List;

/**
 * A type parameter of a CRDT type, or a component of a record of causal states.
 *
 * @param type what it stands for, {@code Object} if that is unknown
 * @param isNested whether causal states are nested there, without a context of their own
 */
record Parameter(JavaType type, boolean isNested) {

  static List<Parameter> of(JavaType owner, TypeFactory types) {
    List<Parameter> parameters = new ArrayList<>();
    Class<?> raw = owner.getRawClass();
    if (CausalRecord.class.isAssignableFrom(raw)) {
      RecordShape<Object> shape = RecordBody.shape(raw);
      for (int i = 0; i < shape.size(); i++) {
        JavaType declared = types.resolveMemberType(shape.type(i), owner.getBindings());
        parameters.add(new Parameter(declared, true));
      }
      return parameters;
    }
    for (int i = 0; i < raw.getTypeParameters().length; i++) {
      boolean isNested = raw == ORMap.class && i == MapBody.VALUE;
      parameters.add(new Parameter(owner.containedTypeOrUnknown(i), isNested));
    }
    return parameters;
  }
}
