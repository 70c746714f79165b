package dev.rejoin.crdt.json;

import dev.rejoin.crdt.CausalCounter;
import dev.rejoin.crdt.CausalRecord;
import dev.rejoin.crdt.EWFlag;
import dev.rejoin.crdt.MVRegister;
import dev.rejoin.crdt.ORMap;
import dev.rejoin.crdt.ORSet;
import java.io.IOException;
import java.util.Map;

/**
 * How the states of one causal type are written and read but for what they have seen: a nested
 * state, which has no context of its own, is written and read as one that stands by itself.
 *
 * @param <T> the type
 */
interface Body<T> {

  /** The bodies of the types that are known, but for records. */
  Map<Class<?>, Body<?>> KNOWN =
      Map.of(
          ORSet.class, new SetBody(),
          MVRegister.class, new RegisterBody(),
          EWFlag.class, new FlagBody(),
          CausalCounter.class, new CounterBody(),
          ORMap.class, new MapBody());

  /** Returns whether there is a body of states of that type. */
  static boolean isKnown(Class<?> type) {
    return KNOWN.containsKey(type)
        || (type.isRecord() && CausalRecord.class.isAssignableFrom(type));
  }

  /** Returns the body of a type that is known. */
  @SuppressWarnings("unchecked") // each body is filed under its own type
  static Body<Object> of(Class<?> type) {
    Body<?> body = KNOWN.get(type);
    return (Body<Object>) (body == null ? RecordBody.of(type) : body);
  }

  /** Returns whether a dot lives in a state. */
  boolean isLive(T state);

  /** Writes a state. */
  void write(T state, CausalWriter out) throws IOException;

  /** Reads a state, all of whose dots must have been seen. */
  T read(CausalReader in) throws IOException;
}
