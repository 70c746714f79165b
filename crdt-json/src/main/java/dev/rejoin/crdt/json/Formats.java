package dev.rejoin.crdt.json;

import dev.rejoin.crdt.CausalContext;
import dev.rejoin.crdt.Dot;
import dev.rejoin.crdt.GCounter;
import dev.rejoin.crdt.HybridTimestamp;
import dev.rejoin.crdt.LWWRegister;
import dev.rejoin.crdt.ORSet;
import dev.rejoin.crdt.PNCounter;
import dev.rejoin.crdt.VersionVector;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The format of each type. */
final class Formats {

  private static final Map<Class<?>, Format<?>> BY_TYPE =
      Map.of(
          GCounter.class, CountsFormat.G_COUNTER,
          PNCounter.class, new PNCounterFormat(),
          VersionVector.class, CountsFormat.VERSION_VECTOR,
          CausalContext.class, new CausalContextFormat(),
          LWWRegister.class, new LWWRegisterFormat(),
          ORSet.class, new ORSetFormat(),
          Dot.class, new DotFormat(),
          HybridTimestamp.class, new HybridTimestampFormat());

  private Formats() {}

  static @Nullable Format<?> of(Class<?> type) {
    return BY_TYPE.get(type);
  }
}
