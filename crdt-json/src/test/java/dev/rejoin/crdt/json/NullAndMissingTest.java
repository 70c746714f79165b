package dev.rejoin.crdt.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonMappingException;
import dev.rejoin.crdt.Author;
import dev.rejoin.crdt.CausalContext;
import dev.rejoin.crdt.Dot;
import dev.rejoin.crdt.GCounter;
import dev.rejoin.crdt.GSet;
import dev.rejoin.crdt.HybridTimestamp;
import dev.rejoin.crdt.LWWMap;
import dev.rejoin.crdt.LWWRegister;
import dev.rejoin.crdt.ORSet;
import dev.rejoin.crdt.PNCounter;
import dev.rejoin.crdt.ReplicaId;
import dev.rejoin.crdt.ResettableCounter;
import dev.rejoin.crdt.VersionVector;
import dev.rejoin.crdt.sync.Version;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class NullAndMissingTest {

  record Plain(String title, GCounter visits, ORSet<String> items) {}

  record Lenient(
      @JsonSetter(nulls = Nulls.AS_EMPTY) GCounter visits,
      @JsonSetter(nulls = Nulls.AS_EMPTY) PNCounter balance,
      @JsonSetter(nulls = Nulls.AS_EMPTY) ResettableCounter streak,
      @JsonSetter(nulls = Nulls.AS_EMPTY) VersionVector version,
      @JsonSetter(nulls = Nulls.AS_EMPTY) Version updates,
      @JsonSetter(nulls = Nulls.AS_EMPTY) CausalContext seen,
      @JsonSetter(nulls = Nulls.AS_EMPTY) LWWRegister<String> note,
      @JsonSetter(nulls = Nulls.AS_EMPTY) ORSet<String> items,
      @JsonSetter(nulls = Nulls.AS_EMPTY) GSet<String> tags,
      @JsonSetter(nulls = Nulls.AS_EMPTY) LWWMap<String, Integer> amounts,
      String last) {

    static final Lenient EMPTY =
        new Lenient(
            GCounter.empty(),
            PNCounter.empty(),
            ResettableCounter.empty(),
            VersionVector.empty(),
            Version.empty(),
            CausalContext.empty(),
            LWWRegister.empty(),
            ORSet.empty(),
            GSet.empty(),
            LWWMap.empty(),
            "end");
  }

  record Atoms(
      @Nullable ReplicaId id, @Nullable Dot dot, @Nullable HybridTimestamp stamp, String last) {}

  private final Author phone = Samples.author(Samples.PHONE);

  private static void assertReadsBack(Object value) throws JsonProcessingException {
    String json = Samples.MAPPER.writeValueAsString(value);

    assertThat((Object) Samples.MAPPER.readValue(json, value.getClass())).isEqualTo(value);
  }

  @Test
  void everyTypeStandsInTheMiddleOfARecord() throws JsonProcessingException {
    Lenient all =
        new Lenient(
            GCounter.empty().increment(phone),
            PNCounter.empty().decrement(phone),
            ResettableCounter.empty().decrement(phone).reset(),
            VersionVector.empty().increment(phone),
            SyncSamples.AFTER,
            CausalContext.of(new Dot(Samples.PHONE, 2)),
            LWWRegister.<String>empty().assign(phone, "note"),
            ORSet.<String>empty().add(phone, "milk"),
            GSet.<String>empty().add("dairy"),
            LWWMap.<String, Integer>empty().put(phone, "milk", 2),
            "end");

    assertReadsBack(all);
    assertReadsBack(Lenient.EMPTY);
  }

  @Test
  void nullIsNoState() {
    assertThatThrownBy(() -> Samples.MAPPER.readValue("{\"visits\":null}", Plain.class))
        .isInstanceOf(JsonMappingException.class)
        .hasMessageStartingWith("GCounter must not be null, at $.visits\n");
    assertThatThrownBy(
            () ->
                Samples.MAPPER.readValue(
                    "{\"a\":null}", new TypeReference<Map<String, GCounter>>() {}))
        .isInstanceOf(JsonMappingException.class)
        .hasMessageStartingWith("GCounter must not be null, at $.a\n");
  }

  @Test
  void nullCanBeMadeTheEmptyState() throws JsonProcessingException {
    String nulls =
        "{\"visits\":null,\"balance\":null,\"streak\":null,\"version\":null,\"updates\":null,\"seen\":null,\"note\":null,"
            + "\"items\":null,\"tags\":null,\"amounts\":null,\"last\":\"end\"}";

    assertThat(Samples.MAPPER.readValue(nulls, Lenient.class)).isEqualTo(Lenient.EMPTY);
    assertThat(Samples.MAPPER.readValue("{\"last\":\"end\"}", Lenient.class))
        .isEqualTo(Lenient.EMPTY);
  }

  @Test
  void missingStatesAreEmpty() throws JsonProcessingException {
    assertThat(Samples.MAPPER.readValue("{\"title\":\"x\"}", Plain.class))
        .isEqualTo(new Plain("x", GCounter.empty(), ORSet.empty()));
    assertThat(Samples.MAPPER.readValue("{\"last\":\"end\"}", Atoms.class))
        .isEqualTo(new Atoms(null, null, null, "end"));
  }

  @Test
  void atomsMayBeNull() throws JsonProcessingException {
    assertReadsBack(new Atoms(null, null, null, "end"));
    assertReadsBack(new Atoms(Samples.PHONE, new Dot(Samples.PHONE, 1), Samples.stamp(), "end"));
  }

  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  record Sparse(GCounter visits, ORSet<String> items, LWWRegister<String> note) {}

  @Test
  void whatKnowsNothingCanBeLeftOutAndWhatSawRemovesCannot() throws JsonProcessingException {
    ORSet<String> cleared = ORSet.<String>empty().add(phone, "milk").clear();
    Sparse nothing = new Sparse(GCounter.empty(), ORSet.empty(), LWWRegister.empty());
    Sparse removed = new Sparse(GCounter.empty(), cleared, LWWRegister.empty());

    assertThat(Samples.MAPPER.writeValueAsString(nothing)).isEqualTo("{}");
    assertThat(Samples.MAPPER.writeValueAsString(removed))
        .startsWith("{\"items\":{\"type\":\"ORSet\"")
        .doesNotContain("visits", "note");
    assertReadsBack(nothing);
    assertReadsBack(removed);
  }
}
