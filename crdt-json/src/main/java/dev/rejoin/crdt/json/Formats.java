package dev.rejoin.crdt.json;

import static java.util.Map.entry;

import dev.rejoin.crdt.CausalContext;
import dev.rejoin.crdt.CausalCounter;
import dev.rejoin.crdt.Dot;
import dev.rejoin.crdt.EWFlag;
import dev.rejoin.crdt.GCounter;
import dev.rejoin.crdt.GSet;
import dev.rejoin.crdt.HybridTimestamp;
import dev.rejoin.crdt.LWWMap;
import dev.rejoin.crdt.LWWRegister;
import dev.rejoin.crdt.MVRegister;
import dev.rejoin.crdt.ORMap;
import dev.rejoin.crdt.ORSet;
import dev.rejoin.crdt.PNCounter;
import dev.rejoin.crdt.ResettableCounter;
import dev.rejoin.crdt.VersionVector;
import dev.rejoin.crdt.sync.Changes;
import dev.rejoin.crdt.sync.Version;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The format of each type. */
final class Formats {

  private static final Map<Class<?>, Format<?>> BY_TYPE =
      Map.ofEntries(
          entry(GCounter.class, CountsFormat.G_COUNTER),
          entry(PNCounter.class, new PNCounterFormat()),
          entry(ResettableCounter.class, new ResettableCounterFormat()),
          entry(VersionVector.class, CountsFormat.VERSION_VECTOR),
          entry(Version.class, new VersionFormat()),
          entry(Changes.class, new ChangesFormat<EWFlag>()),
          entry(JournalLine.class, new JournalLineFormat<EWFlag>()),
          entry(CausalContext.class, new CausalContextFormat()),
          entry(LWWRegister.class, new LWWRegisterFormat()),
          entry(LWWMap.class, new LWWMapFormat()),
          entry(GSet.class, new GSetFormat()),
          entry(ORSet.class, causal("ORSet", ORSet.empty(), ORSet::context)),
          entry(MVRegister.class, causal("MVRegister", MVRegister.empty(), MVRegister::context)),
          entry(EWFlag.class, causal("EWFlag", EWFlag.empty(), EWFlag::context)),
          entry(
              CausalCounter.class,
              causal("CausalCounter", CausalCounter.empty(), CausalCounter::context)),
          entry(ORMap.class, causal("ORMap", ORMap.<Object, EWFlag>empty(), ORMap::context)),
          entry(Dot.class, new DotFormat()),
          entry(HybridTimestamp.class, new HybridTimestampFormat()));

  private Formats() {}

  @SuppressWarnings("unchecked") // each body is filed under its own type
  private static <T> Format<T> causal(String name, T empty, Function<T, CausalContext> context) {
    return new CausalFormat<>(name, empty, context, (Body<T>) (Body<?>) Body.of(empty.getClass()));
  }

  static @Nullable Format<?> of(Class<?> type) {
    return BY_TYPE.get(type);
  }
}
