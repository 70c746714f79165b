package dev.rejoin.crdt.json;

import static java.util.stream.Collectors.toUnmodifiableMap;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.type.TypeFactory;
import dev.rejoin.crdt.CausalContext;
import dev.rejoin.crdt.CausalCounter;
import dev.rejoin.crdt.Dot;
import dev.rejoin.crdt.EWFlag;
import dev.rejoin.crdt.GCounter;
import dev.rejoin.crdt.GSet;
import dev.rejoin.crdt.LWWMap;
import dev.rejoin.crdt.LWWRegister;
import dev.rejoin.crdt.MVRegister;
import dev.rejoin.crdt.ORMap;
import dev.rejoin.crdt.ORSet;
import dev.rejoin.crdt.PNCounter;
import dev.rejoin.crdt.ReplicaId;
import dev.rejoin.crdt.ResettableCounter;
import dev.rejoin.crdt.VersionVector;
import dev.rejoin.crdt.sync.Changes;
import dev.rejoin.crdt.sync.Version;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Types by what they are declared as, as in {@code ["ORMap","String",["ORSet","String"]]}. */
final class DeclaredType {

  private static final Map<String, Class<?>> CLASSES =
      Stream.<Class<?>>of(
              String.class,
              Long.class,
              Boolean.class,
              ReplicaId.class,
              Dot.class,
              GCounter.class,
              PNCounter.class,
              ResettableCounter.class,
              VersionVector.class,
              Version.class,
              Changes.class,
              CausalContext.class,
              LWWRegister.class,
              LWWMap.class,
              GSet.class,
              ORSet.class,
              MVRegister.class,
              EWFlag.class,
              CausalCounter.class,
              ORMap.class,
              Todo.class,
              Desk.class)
          .collect(toUnmodifiableMap(Class::getSimpleName, type -> type));

  private DeclaredType() {}

  static JavaType of(JsonNode declared) {
    TypeFactory types = Samples.MAPPER.getTypeFactory();
    if (!declared.isArray()) {
      return types.constructType(named(declared));
    }
    JavaType[] inside = new JavaType[declared.size() - 1];
    for (int i = 0; i < inside.length; i++) {
      inside[i] = of(declared.get(i + 1));
    }
    return types.constructParametricType(named(declared.get(0)), inside);
  }

  private static Class<?> named(JsonNode name) {
    return Objects.requireNonNull(CLASSES.get(name.asText()), name.asText());
  }
}
