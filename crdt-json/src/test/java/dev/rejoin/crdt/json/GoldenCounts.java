package dev.rejoin.crdt.json;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.rejoin.crdt.CausalContext;
import dev.rejoin.crdt.Dot;
import dev.rejoin.crdt.GCounter;
import dev.rejoin.crdt.HybridTimestamp;
import dev.rejoin.crdt.PNCounter;
import dev.rejoin.crdt.ReplicaId;
import dev.rejoin.crdt.ResettableCounter;
import dev.rejoin.crdt.VersionVector;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Golden files of counts, of contexts and of atoms. */
final class GoldenCounts {

  private static final ReplicaId PHONE = ReplicaId.of("phone");
  private static final ReplicaId LARGEST = ReplicaId.of("largest");
  private static final ReplicaId HARD = ReplicaId.of("\"\\\n\u2028\ud83d\ude00");
  private static final GCounter MOST = GCounter.of(Map.of(LARGEST, GCounter.MAX_COUNT));

  private GoldenCounts() {}

  static List<GoldenFolder> all() {
    return List.of(
        gCounter(),
        pnCounter(),
        resettableCounter(),
        versionVector(),
        causalContext(),
        dot(),
        hybridTimestamp(),
        replicaId());
  }

  private static Map<ReplicaId, Long> counts() {
    Map<ReplicaId, Long> counts = new TreeMap<>();
    GoldenTexts.IDS.forEach(id -> counts.put(ReplicaId.of(id), counts.size() + 1L));
    return counts;
  }

  private static GoldenFolder gCounter() {
    return GoldenFolder.of(
            new TypeReference<GCounter>() {},
            GCounter.empty(),
            new GoldenFolder.Fork<>(
                (counter, on) -> counter.increment(on.phone, 3).increment(on.tablet),
                (counter, on) -> counter.increment(on.phone, 4),
                (counter, on) -> counter.increment(on.phone),
                (counter, on) -> counter.increment(on.tablet, 2),
                (counter, on) -> counter.increment(on.laptop),
                counter -> counter))
        .with("texts", GCounter.of(counts()))
        .with("largest", MOST);
  }

  private static GoldenFolder pnCounter() {
    return GoldenFolder.of(
            new TypeReference<PNCounter>() {},
            PNCounter.empty(),
            new GoldenFolder.Fork<>(
                (counter, on) -> counter.increment(on.phone, 3).decrement(on.tablet),
                (counter, on) -> counter.decrement(on.phone, 4),
                (counter, on) -> counter.increment(on.phone),
                (counter, on) -> counter.increment(on.tablet, 2).decrement(on.tablet),
                (counter, on) -> counter.decrement(on.laptop),
                counter -> counter))
        .with("texts", PNCounter.of(GCounter.of(counts()), GCounter.empty()))
        .with("largest", PNCounter.of(MOST, MOST));
  }

  private static GoldenFolder resettableCounter() {
    PNCounter most = PNCounter.of(MOST, MOST);
    PNCounter texts = PNCounter.of(GCounter.of(counts()), GCounter.empty());
    return GoldenFolder.of(
            new TypeReference<ResettableCounter>() {},
            ResettableCounter.empty(),
            new GoldenFolder.Fork<>(
                (counter, on) -> counter.increment(on.phone, 3).decrement(on.tablet),
                (counter, on) -> counter.reset().increment(on.phone, 4),
                (counter, on) -> counter.decrement(on.phone),
                (counter, on) -> counter.increment(on.tablet, 2).decrement(on.tablet),
                (counter, on) -> counter.decrement(on.laptop),
                ResettableCounter::reset))
        .with("texts", ResettableCounter.of(texts, texts))
        .with("largest", ResettableCounter.of(most, most));
  }

  private static GoldenFolder versionVector() {
    return GoldenFolder.of(
            new TypeReference<VersionVector>() {},
            VersionVector.empty(),
            new GoldenFolder.Fork<>(
                (vector, on) -> vector.increment(on.phone).increment(on.tablet),
                (vector, on) -> vector.increment(on.phone),
                (vector, on) -> vector.increment(on.phone),
                (vector, on) -> vector.increment(on.tablet),
                (vector, on) -> vector.increment(on.laptop),
                vector -> vector))
        .with("texts", VersionVector.of(counts()))
        .with("largest", VersionVector.of(Map.of(LARGEST, Dot.MAX_COUNTER)));
  }

  private static GoldenFolder causalContext() {
    List<CausalContext.Range> texts = new ArrayList<>();
    counts().forEach((id, count) -> texts.add(new CausalContext.Range(id, count, 2 * count)));
    return GoldenFolder.of(
            new TypeReference<CausalContext>() {},
            CausalContext.empty(),
            new GoldenFolder.Fork<>(
                (seen, on) -> seen.add(new Dot(PHONE, 1)).add(new Dot(PHONE, 3)),
                (seen, on) -> seen.add(new Dot(PHONE, 2)).add(new Dot(PHONE, 9)),
                (seen, on) -> seen.add(new Dot(PHONE, 4)).add(new Dot(PHONE, 7)),
                (seen, on) -> seen.add(seen.next(on.tablet.id())).add(new Dot(PHONE, 8)),
                (seen, on) -> seen.add(seen.next(on.laptop.id())).add(new Dot(PHONE, 12)),
                seen -> seen))
        .with("texts", CausalContext.of(texts))
        .with(
            "largest",
            CausalContext.of(
                List.of(
                    new CausalContext.Range(LARGEST, 1, Dot.MAX_COUNTER - 3),
                    new CausalContext.Range(LARGEST, Dot.MAX_COUNTER, Dot.MAX_COUNTER))));
  }

  private static GoldenFolder dot() {
    return new GoldenFolder(new TypeReference<Dot>() {})
        .with("first", new Dot(PHONE, 1))
        .with("text", new Dot(HARD, 7))
        .with("largest", new Dot(LARGEST, Dot.MAX_COUNTER));
  }

  private static GoldenFolder hybridTimestamp() {
    return new GoldenFolder(new TypeReference<HybridTimestamp>() {})
        .with("first", new HybridTimestamp(0, 0, PHONE))
        .with("usual", Samples.stamp())
        .with("text", new HybridTimestamp(1777876200000L, 2, HARD))
        .with(
            "largest", new HybridTimestamp(HybridTimestamp.MAX_MILLIS, Integer.MAX_VALUE, LARGEST));
  }

  private static GoldenFolder replicaId() {
    GoldenFolder folder =
        new GoldenFolder(new TypeReference<ReplicaId>() {})
            .with("usual", PHONE)
            .with("longest", ReplicaId.of("\ud83d\ude00".repeat(32)));
    for (int i = 0; i < GoldenTexts.IDS.size(); i++) {
      folder.with("text-%02d".formatted(i + 1), ReplicaId.of(GoldenTexts.IDS.get(i)));
    }
    return folder;
  }
}
