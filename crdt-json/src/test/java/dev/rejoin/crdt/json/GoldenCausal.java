package dev.rejoin.crdt.json;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.rejoin.crdt.CausalContext;
import dev.rejoin.crdt.CausalCounter;
import dev.rejoin.crdt.Dot;
import dev.rejoin.crdt.EWFlag;
import dev.rejoin.crdt.HybridTimestamp;
import dev.rejoin.crdt.MVRegister;
import dev.rejoin.crdt.ORSet;
import dev.rejoin.crdt.ReplicaId;
import java.util.List;

/** Golden files of causal states that nothing is nested in. */
final class GoldenCausal {

  private static final ReplicaId LARGEST = ReplicaId.of("largest");
  private static final Dot LAST = new Dot(LARGEST, Dot.MAX_COUNTER);
  private static final Dot BEFORE = new Dot(LARGEST, Dot.MAX_COUNTER - 1);
  private static final CausalContext ALL =
      CausalContext.of(List.of(new CausalContext.Range(LARGEST, 1, Dot.MAX_COUNTER)));

  private GoldenCausal() {}

  static List<GoldenFolder> all() {
    return List.of(
        set(new TypeReference<ORSet<String>>() {}, "milk", "tea", "eggs", "bread")
            .with("texts", texts())
            .with(
                "largest",
                ORSet.<String>builder(ALL)
                    .live("first", List.of(new Dot(LARGEST, 1)))
                    .live("last", List.of(BEFORE, LAST))
                    .build()),
        set(new TypeReference<ORSet<Long>>() {}, 10L, 9L, Long.MIN_VALUE, Long.MAX_VALUE),
        set(new TypeReference<ORSet<Boolean>>() {}, true, false, true, false),
        set(
            new TypeReference<ORSet<Point>>() {},
            new Point(2, 0),
            new Point(10, 0),
            new Point(-1, 0),
            new Point(0, 0)),
        register(new TypeReference<MVRegister<String>>() {}, "milk", "tea", "eggs", "bread")
            .with("largest", largestRegister()),
        register(new TypeReference<MVRegister<Long>>() {}, 10L, 9L, -1L, 10L),
        register(new TypeReference<MVRegister<Boolean>>() {}, true, false, true, true),
        register(
            new TypeReference<MVRegister<Point>>() {},
            new Point(2, 0),
            new Point(10, 0),
            new Point(-1, 0),
            new Point(2, 0)),
        flag(),
        counter());
  }

  private static <E> GoldenFolder set(TypeReference<ORSet<E>> type, E a, E b, E c, E d) {
    return GoldenFolder.of(
        type,
        ORSet.<E>empty(),
        new GoldenFolder.Fork<>(
            (set, on) -> set.add(on.phone, a).add(on.phone, b).add(on.tablet, c).add(on.tablet, a),
            (set, on) -> set.remove(b).add(on.phone, a).add(on.phone, d),
            (set, on) -> set.remove(c).add(on.phone, b),
            (set, on) -> set.remove(a).add(on.tablet, b).add(on.tablet, d),
            (set, on) -> set.add(on.laptop, c).remove(d),
            ORSet::clear));
  }

  private static ORSet<String> texts() {
    ORSet<String> set = ORSet.empty();
    for (String id : GoldenTexts.IDS) {
      set = set.add(GoldenDevices.named(id), "by " + id).add(GoldenDevices.named(id), "all");
    }
    return set.addAll(GoldenDevices.named("texts"), GoldenTexts.ALL);
  }

  private static <T> GoldenFolder register(TypeReference<MVRegister<T>> type, T a, T b, T c, T d) {
    return GoldenFolder.of(
        type,
        MVRegister.<T>empty(),
        new GoldenFolder.Fork<>(
            (register, on) -> register.assign(on.tablet, a).assign(on.phone, b),
            (register, on) -> register.assign(on.phone, c),
            (register, on) -> register.assign(on.phone, d),
            (register, on) -> register.assign(on.tablet, a).assign(on.tablet, d),
            (register, on) -> register.clear().assign(on.laptop, b),
            MVRegister::clear));
  }

  private static MVRegister<String> largestRegister() {
    HybridTimestamp stamp =
        new HybridTimestamp(HybridTimestamp.MAX_MILLIS, Integer.MAX_VALUE, LARGEST);
    return MVRegister.<String>builder(ALL)
        .live(LAST, new MVRegister.Assignment<>(stamp, "last"))
        .build();
  }

  private static GoldenFolder flag() {
    return GoldenFolder.of(
            new TypeReference<EWFlag>() {},
            EWFlag.empty(),
            new GoldenFolder.Fork<>(
                (flag, on) -> flag.enable(on.phone).disable().enable(on.tablet),
                (flag, on) -> flag.enable(on.phone),
                (flag, on) -> flag.disable().enable(on.phone),
                (flag, on) -> flag.disable().enable(on.tablet),
                (flag, on) -> flag.enable(on.laptop),
                EWFlag::disable))
        .with("largest", EWFlag.builder(ALL).live(BEFORE).live(LAST).build());
  }

  private static GoldenFolder counter() {
    CausalCounter.Amounts most =
        new CausalCounter.Amounts(CausalCounter.MAX_COUNT, CausalCounter.MAX_COUNT);
    return GoldenFolder.of(
            new TypeReference<CausalCounter>() {},
            CausalCounter.empty(),
            new GoldenFolder.Fork<>(
                (counter, on) ->
                    counter.increment(on.phone, 3).decrement(on.phone).increment(on.tablet),
                (counter, on) -> counter.reset().increment(on.phone, 4),
                (counter, on) -> counter.decrement(on.phone, 2),
                (counter, on) -> counter.increment(on.tablet, 2).decrement(on.tablet),
                (counter, on) -> counter.decrement(on.laptop, 5),
                CausalCounter::reset))
        .with("largest", CausalCounter.builder(ALL).live(LAST, most).build());
  }
}
