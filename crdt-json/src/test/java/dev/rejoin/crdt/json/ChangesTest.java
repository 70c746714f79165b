package dev.rejoin.crdt.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import dev.rejoin.crdt.Crdt;
import dev.rejoin.crdt.ORSet;
import dev.rejoin.crdt.ReplicaId;
import dev.rejoin.crdt.sync.Changes;
import dev.rejoin.crdt.sync.Outcome;
import dev.rejoin.crdt.sync.Replica;
import dev.rejoin.crdt.sync.Version;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ChangesTest {

  /** A type of an app's own, without an empty state. */
  record Greatest(long value) implements Crdt<Greatest> {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    Greatest {}

    @JsonValue
    long json() {
      return value;
    }

    @Override
    public Greatest merge(Greatest other) {
      return other.value > value ? other : this;
    }
  }

  record Message(Version from, @Nullable Changes<ORSet<String>> news) {}

  private static final TypeReference<Changes<Greatest>> GREATEST = new TypeReference<>() {};

  @Test
  void changesOfAnAppsOwnTypeAreReadBack() throws JsonProcessingException {
    Changes<Greatest> changes = SyncSamples.since(SyncSamples.BEFORE, new Greatest(0));

    String json = Samples.MAPPER.writeValueAsString(changes);

    assertThat(json).endsWith(",\"version\":{\"tablet\":[2,2147483647]},\"delta\":0}");
    assertThat(Samples.MAPPER.readValue(json, GREATEST)).isEqualTo(changes);
  }

  @Test
  void aTypeWithoutAnEmptyStateMustHaveADelta() {
    Refusals.assertRefused(
        "{\"type\":\"Changes\",\"format\":1,\"since\":{}}",
        GREATEST,
        "$",
        "\"delta\" must be there, since " + Greatest.class.getName() + " has no empty state");
  }

  @Test
  void changesOfARecordAreReadBackAndItsDeltaMayBeMissing() throws JsonProcessingException {
    Todo todo = Todo.EMPTY.titled(Samples.author(Samples.PHONE), "tea");
    Changes<Todo> changes = SyncSamples.since(SyncSamples.BEFORE, todo);
    Changes<Todo> nothing = SyncSamples.since(SyncSamples.BEFORE, Todo.EMPTY);

    String json = Samples.MAPPER.writeValueAsString(changes);
    String withoutDelta = json.substring(0, json.indexOf(",\"delta\"")) + "}";

    assertThat(Samples.MAPPER.readValue(json, SyncSamples.ROW)).isEqualTo(changes);
    assertThat(Samples.MAPPER.readValue(withoutDelta, SyncSamples.ROW)).isEqualTo(nothing);
  }

  @Test
  void messagesHoldVersionsAndChanges() throws JsonProcessingException {
    Message answer = new Message(SyncSamples.AFTER, SyncSamples.set());
    Message question = new Message(Version.empty(), null);

    for (Message message : new Message[] {answer, question}) {
      String json = Samples.MAPPER.writeValueAsString(message);
      assertThat(Samples.MAPPER.readValue(json, Message.class)).isEqualTo(message);
    }
    assertThat(Samples.MAPPER.readValue("{}", Message.class)).isEqualTo(question);
  }

  @Test
  void whoIsUpToDateIsSentLittle() throws JsonProcessingException {
    Map<ReplicaId, Version.Entry> entries = new LinkedHashMap<>();
    for (int i = 0; i < 1000; i++) {
      entries.put(ReplicaId.of("r" + i), new Version.Entry(i + 1, i));
    }
    Version version = Version.of(entries);
    Version next = version.merge(Version.of(Map.of(ReplicaId.of("r7"), new Version.Entry(9, 1))));
    Changes<ORSet<String>> raised = new Changes<>(version, next, ORSet.empty());

    String json = Samples.MAPPER.writeValueAsString(raised);

    assertThat(json).endsWith("},\"version\":{\"r7\":[9,1]}}");
  }

  @Test
  void replicasSyncByWhatIsWritten() throws JsonProcessingException {
    Replica<ORSet<String>> phone = Replica.of(Samples.PHONE, ORSet.<String>empty());
    Replica<ORSet<String>> tablet = Replica.of(Samples.TABLET, ORSet.<String>empty());
    phone.update((list, me) -> list.add(me, "milk"));

    String question = Samples.MAPPER.writeValueAsString(tablet.version());
    Version asked = Samples.MAPPER.readValue(question, Version.class);
    String answer = Samples.MAPPER.writeValueAsString(phone.changesSince(asked));
    Outcome outcome = tablet.merge(Samples.MAPPER.readValue(answer, SyncSamples.SET));

    assertThat(outcome).isEqualTo(Outcome.APPLIED);
    assertThat(tablet.state()).isEqualTo(phone.state());
    assertThat(tablet.version()).isEqualTo(phone.version());
  }
}
