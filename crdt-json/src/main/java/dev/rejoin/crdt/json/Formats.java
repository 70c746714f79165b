package dev.rejoin.crdt.json;

import static java.util.Map.entry;

import dev.rejoin.crdt.CausalContext;
import dev.rejoin.crdt.Dot;
import dev.rejoin.crdt.GCounter;
import dev.rejoin.crdt.GSet;
import dev.rejoin.crdt.HybridTimestamp;
import dev.rejoin.crdt.LWWMap;
import dev.rejoin.crdt.LWWRegister;
import dev.rejoin.crdt.ORSet;
import dev.rejoin.crdt.PNCounter;
import dev.rejoin.crdt.ResettableCounter;
import dev.rejoin.crdt.VersionVector;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The format of each type. */
final class Formats {

  private static final Map<Class<?>, Format<?>> BY_TYPE =
      Map.ofEntries(
          entry(GCounter.class, CountsFormat.G_COUNTER),
          entry(PNCounter.class, new PNCounterFormat()),
          entry(ResettableCounter.class, new ResettableCounterFormat()),
          entry(VersionVector.class, CountsFormat.VERSION_VECTOR),
          entry(CausalContext.class, new CausalContextFormat()),
          entry(LWWRegister.class, new LWWRegisterFormat()),
          entry(LWWMap.class, new LWWMapFormat()),
          entry(GSet.class, new GSetFormat()),
          entry(ORSet.class, new ORSetFormat()),
          entry(Dot.class, new DotFormat()),
          entry(HybridTimestamp.class, new HybridTimestampFormat()));

  private Formats() {}

  static @Nullable Format<?> of(Class<?> type) {
    return BY_TYPE.get(type);
  }
}
