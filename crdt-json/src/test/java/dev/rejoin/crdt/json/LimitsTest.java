package dev.rejoin.crdt.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rejoin.crdt.CausalContext;
import dev.rejoin.crdt.GCounter;
import dev.rejoin.crdt.GSet;
import dev.rejoin.crdt.LWWMap;
import dev.rejoin.crdt.LWWRegister;
import dev.rejoin.crdt.ORSet;
import dev.rejoin.crdt.sync.Replica;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LimitsTest {

  private static final Limits FEW = Limits.defaults().withReplicas(2).withDepth(1);
  private static final Clock CLOCK = Clock.fixed(Instant.ofEpochMilli(1000), ZoneOffset.UTC);

  private static ObjectMapper mapper(Limits limits) {
    return new ObjectMapper().registerModule(new CrdtModule(limits));
  }

  private static String crdt(String type, String fields) {
    return "{\"type\":\"" + type + "\",\"format\":1," + fields + "}";
  }

  private static void assertRefused(
      Limits limits, String json, TypeReference<?> type, String path, String reason)
      throws JsonProcessingException {
    Refusals.assertRefused(mapper(limits), json, type, path, reason);
    assertThat((Object) mapper(Limits.none()).readValue(json, type)).isNotNull();
  }

  @Test
  void replicasOfEveryListAreCounted() throws JsonProcessingException {
    String reason = "replicas must be at most 2, were 3 or more";

    assertRefused(
        FEW,
        crdt("GCounter", "\"counts\":{\"a\":1,\"b\":1,\"c\":1}"),
        new TypeReference<GCounter>() {},
        "$.counts.c",
        reason);
    assertRefused(
        FEW,
        crdt("CausalContext", "\"seen\":{\"a\":[1,1],\"b\":[1,1],\"c\":[1,1]}"),
        new TypeReference<CausalContext>() {},
        "$.seen.c",
        reason);
    assertRefused(
        FEW,
        crdt("Version", "\"entries\":{\"a\":[1,1],\"b\":[1,1],\"c\":[1,1]}"),
        SyncSamples.VERSION,
        "$.entries.c",
        reason);
    assertRefused(
        FEW,
        crdt("ORSet", "\"replicas\":[\"a\",\"b\",\"c\"],\"seen\":[[1,1],[1,1],[1,1]],\"live\":[]"),
        Samples.SET,
        "$.replicas[2]",
        reason);
    assertRefused(
        FEW,
        crdt(
            "Changes", "\"since\":{\"a\":[1,1]},\"version\":{\"b\":[1,1],\"c\":[1,1],\"d\":[1,1]}"),
        SyncSamples.COUNTED,
        "$.version.d",
        reason);
  }

  @Test
  void asManyAsTheLimitSaysAreRead() throws JsonProcessingException {
    String json = crdt("GCounter", "\"counts\":{\"a\":1,\"b\":1}");

    GCounter counter = mapper(FEW).readValue(json, GCounter.class);

    assertThat(counter.value()).isEqualTo(2);
  }

  @Test
  void nestedStatesAreCountedInwards() throws JsonProcessingException {
    String head = "\"replicas\":[\"a\"],\"seen\":[[1,1]],\"live\":";

    assertRefused(
        FEW,
        crdt("ORMap", head + "[[\"k\",[[\"l\",[[0,\"x\",1]]]]]]"),
        CausalSamples.LISTS,
        "$.live[0][1][0][1]",
        "states must be nested at most 1 deep, were 2 or more");
    assertRefused(
        FEW,
        crdt("ORMap", head + "[[\"k\",{\"done\":[0,1]}]]"),
        CausalSamples.TODOS,
        "$.live[0][1].done",
        "states must be nested at most 1 deep, were 2 or more");
  }

  @Test
  void timestampsAreComparedWithAClockIfThereIsOne() throws JsonProcessingException {
    Limits limits = Limits.defaults().withClock(CLOCK, Duration.ofMillis(500));
    String reason =
        "milliseconds of a timestamp must be at most 1500, so far ahead of the clock, was 1501";
    String stamp = "{\"millis\":%s,\"counter\":0,\"replica\":\"a\"}";
    String register = crdt("LWWRegister", "\"timestamp\":" + stamp + ",\"values\":[\"x\"]");

    assertRefused(limits, register.formatted(1501), Samples.REGISTER, "$.timestamp.millis", reason);
    assertRefused(
        limits,
        crdt("LWWMap", "\"replicas\":[\"a\"],\"entries\":[[\"k\",1501,0,0]]"),
        new TypeReference<LWWMap<String, String>>() {},
        "$.entries[0][1]",
        reason);
    assertRefused(
        limits,
        crdt("MVRegister", "\"replicas\":[\"a\"],\"seen\":[[1,1]],\"live\":[[0,1,1501,0,\"x\"]]"),
        CausalSamples.REGISTER,
        "$.live[0][2]",
        reason);
    assertThat(mapper(limits).readValue(register.formatted(1500), Samples.REGISTER).value().get())
        .isEqualTo("x");
  }

  /** Its hash codes are all the same. */
  record Alike(String text) {
    @Override
    public int hashCode() {
      return 7;
    }
  }

  @Test
  void contentsOfOneHashCodeAreCounted() throws JsonProcessingException {
    Limits limits = Limits.defaults().withCollisions(2);
    String reason = "contents of one hash code must be at most 2, were 3 or more";
    String[] texts = {"{\"text\":\"a\"}", "{\"text\":\"b\"}", "{\"text\":\"c\"}"};
    String keyed = "[[%s,%s],[%s,%s],[%s,%s]]";

    assertRefused(
        limits,
        crdt("GSet", "\"elements\":[" + String.join(",", texts) + "]"),
        new TypeReference<GSet<Alike>>() {},
        "$.elements[2]",
        reason);
    assertRefused(
        limits,
        crdt(
            "ORSet",
            "\"replicas\":[\"a\"],\"seen\":[[1,3]],\"live\":[[0,%s,1,%s,1,%s,1]]"
                .formatted((Object[]) texts)),
        new TypeReference<ORSet<Alike>>() {},
        "$.live[0][5]",
        reason);
    assertRefused(
        limits,
        crdt(
            "LWWMap",
            "\"replicas\":[\"a\"],\"entries\":"
                + keyed.formatted(texts[0], "1,0,0", texts[1], "2,0,0", texts[2], "3,0,0")),
        new TypeReference<LWWMap<Alike, String>>() {},
        "$.entries[2][0]",
        reason);
    assertRefused(
        limits,
        crdt(
            "LWWRegister",
            "\"timestamp\":{\"millis\":0,\"counter\":0,\"replica\":\"a\"},\"values\":["
                + String.join(",", texts)
                + "]"),
        new TypeReference<LWWRegister<Alike>>() {},
        "$.values[2]",
        reason);
  }

  @Test
  void aJournalReadsWhatItWroteWhateverTheLimits(@TempDir Path folder) {
    Limits strictest =
        Limits.defaults()
            .withReplicas(1)
            .withDepth(1)
            .withCollisions(1)
            .withClock(CLOCK, Duration.ZERO);
    TypeReference<LWWMap<String, String>> type = new TypeReference<>() {};
    ObjectMapper mapper = mapper(strictest);
    Journal<LWWMap<String, String>> journal =
        Journal.open(folder, type, mapper, Durability.EACH_UPDATE);
    try (Replica<LWWMap<String, String>> replica = Replica.open(journal, Samples.map())) {
      replica.update((map, me) -> map.put(me, "tea", "green"));
    }

    Journal<LWWMap<String, String>> again =
        Journal.open(folder, type, mapper, Durability.EACH_UPDATE);
    try (Replica<LWWMap<String, String>> replica = Replica.open(again, LWWMap.empty())) {
      assertThat(replica.state().get("tea")).containsExactly("green");
    }
  }

  @Test
  void aModuleIsMadeWithLimits() throws JsonProcessingException {
    Clock clock = CLOCK;
    Limits limits = Limits.defaults().withReplicas(50).withClock(clock, Duration.ofDays(1));
    ObjectMapper mapper = new ObjectMapper().registerModule(new CrdtModule(limits));

    assertThat(mapper.writeValueAsString(GCounter.empty()))
        .isEqualTo(crdt("GCounter", "\"counts\":{}"));
    assertThat(limits)
        .hasToString(
            "replicas=50, depth=200, collisions=1000, timestamps up to PT24H ahead of " + clock);
    assertThat(Limits.none()).hasToString("replicas=any, depth=any, collisions=any, any timestamp");
  }

  @Test
  void limitsBelowOneAreRefused() {
    Limits limits = Limits.defaults();

    assertThatThrownBy(() -> limits.withReplicas(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("replicas must be at least 1, was 0");
    assertThatThrownBy(() -> limits.withDepth(0)).hasMessage("depth must be at least 1, was 0");
    assertThatThrownBy(() -> limits.withCollisions(-1))
        .hasMessage("collisions must be at least 1, was -1");
    assertThatThrownBy(() -> limits.withClock(CLOCK, Duration.ofMillis(-1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("most must not be negative, was PT-0.001S");
  }
}
