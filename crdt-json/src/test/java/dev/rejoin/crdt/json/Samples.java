package dev.rejoin.crdt.json;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rejoin.crdt.Author;
import dev.rejoin.crdt.CausalContext;
import dev.rejoin.crdt.Dot;
import dev.rejoin.crdt.GCounter;
import dev.rejoin.crdt.GSet;
import dev.rejoin.crdt.HybridClock;
import dev.rejoin.crdt.HybridTimestamp;
import dev.rejoin.crdt.LWWMap;
import dev.rejoin.crdt.LWWRegister;
import dev.rejoin.crdt.ORSet;
import dev.rejoin.crdt.PNCounter;
import dev.rejoin.crdt.ReplicaId;
import dev.rejoin.crdt.ResettableCounter;
import dev.rejoin.crdt.VersionVector;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** States that several tests write and read. */
final class Samples {

  static final ObjectMapper MAPPER = new ObjectMapper().registerModule(new CrdtModule());

  static final ReplicaId PHONE = ReplicaId.of("phone");
  static final ReplicaId TABLET = ReplicaId.of("tablet");

  static final TypeReference<ORSet<String>> SET = new TypeReference<>() {};
  static final TypeReference<LWWRegister<String>> REGISTER = new TypeReference<>() {};

  static final TypeReference<GSet<String>> GROWN = new TypeReference<>() {};
  static final TypeReference<LWWMap<String, String>> MAP = new TypeReference<>() {};

  private Samples() {}

  /** A state with the type to read it as. */
  record Sample(Object state, TypeReference<?> type) {

    @Override
    public String toString() {
      return state.toString();
    }
  }

  /** Returns an author whose clock stands still. */
  static Author author(ReplicaId id) {
    Instant now = Instant.parse("2026-05-04T06:30:00Z");
    return Author.of(id, HybridClock.of(Clock.fixed(now, ZoneOffset.UTC)));
  }

  static HybridTimestamp stamp() {
    return new HybridTimestamp(1777876200000L, 2, PHONE);
  }

  static ORSet<String> set() {
    Author phone = author(PHONE);
    Author tablet = author(TABLET);
    ORSet<String> shared = ORSet.<String>empty().add(phone, "milk").add(phone, "tea");
    ORSet<String> added = shared.add(tablet, "milk").remove("tea").add(tablet, "eggs");
    return shared.add(phone, "milk").merge(added);
  }

  /** Returns a delta whose context has a gap, and that only carries removals of one replica. */
  static ORSet<String> delta() {
    Author phone = author(PHONE);
    Author tablet = author(TABLET);
    ORSet<String> base =
        ORSet.<String>empty().addAll(phone, List.of("a", "b", "c", "d")).add(tablet, "e");
    return base.remove("a").remove("c").remove("e").add(phone, "f").deltaSince(base);
  }

  /** Returns a map with a tie, two keys of one timestamp and a key that was removed. */
  static LWWMap<String, String> map() {
    Author tablet = author(TABLET);
    LWWMap<String, String> put = LWWMap.<String, String>empty().put(tablet, "tea", "black");
    return LWWMap.of(
            List.of(
                new LWWMap.Entry<>("milk", stamp(), List.of("2 l", "1 l")),
                new LWWMap.Entry<>("eggs", stamp(), List.of("6"))))
        .merge(put.remove(tablet, "tea"));
  }

  /** Returns states of all types. */
  static List<Sample> all() {
    return Stream.of(others(), CausalSamples.all(), SyncSamples.all())
        .flatMap(List::stream)
        .toList();
  }

  private static List<Sample> others() {
    GCounter up = GCounter.of(Map.of(PHONE, 3L, TABLET, 1L));
    PNCounter floor = PNCounter.of(GCounter.of(Map.of(PHONE, 2L)), up);
    return List.of(
        new Sample(up, new TypeReference<GCounter>() {}),
        new Sample(
            PNCounter.of(up, GCounter.of(Map.of(PHONE, GCounter.MAX_COUNT))),
            new TypeReference<PNCounter>() {}),
        new Sample(
            ResettableCounter.of(PNCounter.of(up, up), floor),
            new TypeReference<ResettableCounter>() {}),
        new Sample(GSet.<String>empty(), GROWN),
        new Sample(GSet.<String>empty().addAll(List.of("tea", "eggs", "milk")), GROWN),
        new Sample(LWWMap.<String, String>empty(), MAP),
        new Sample(map(), MAP),
        new Sample(VersionVector.of(Map.of(TABLET, 7L)), new TypeReference<VersionVector>() {}),
        new Sample(
            CausalContext.of(new Dot(PHONE, 5), new Dot(PHONE, 1), new Dot(PHONE, 2)),
            new TypeReference<CausalContext>() {}),
        new Sample(LWWRegister.<String>empty(), REGISTER),
        new Sample(LWWRegister.of(stamp(), List.of("tea")), REGISTER),
        new Sample(LWWRegister.of(stamp(), List.of("tea", "milk")), REGISTER),
        new Sample(ORSet.<String>empty(), SET),
        new Sample(set(), SET),
        new Sample(delta(), SET));
  }
}
