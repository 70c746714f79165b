package dev.rejoin.crdt.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rejoin.crdt.Author;
import dev.rejoin.crdt.Crdt;
import dev.rejoin.crdt.GCounter;
import dev.rejoin.crdt.ORMap;
import dev.rejoin.crdt.ORSet;
import dev.rejoin.crdt.ReplicaId;
import dev.rejoin.crdt.sync.Changes;
import dev.rejoin.crdt.sync.Outcome;
import dev.rejoin.crdt.sync.Replica;
import dev.rejoin.crdt.sync.Version;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of changes in the peer in JavaScript is what becomes of them in a replica. */
@EnabledIf(
    value = "dev.rejoin.crdt.json.JavaScriptPeer#isThere",
    disabledReason = JavaScriptPeer.ABSENT)
class JavaScriptSyncTest {

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-05-04T06:30:00Z"), ZoneOffset.UTC);

  private final SplittableRandom random = new SplittableRandom(7);
  private final List<ObjectNode> expected = new ArrayList<>();
  private final Set<Outcome> outcomes = EnumSet.noneOf(Outcome.class);

  @TempDir Path folder = Path.of("");

  /** Lets a replica merge changes, and asks the peer for the same. */
  private <S extends Crdt<S>> void merge(
      JavaScriptPeer peer, JsonNode declared, Replica<S> replica, Changes<S> changes)
      throws Exception {
    ObjectNode request =
        peer.ask(declared)
            .put("id", replica.id().value())
            .put("version", written(replica.version()))
            .put("mine", written(replica.state()))
            .put("changes", written(changes));
    Outcome outcome = replica.merge(changes);
    boolean isRenamed = outcome == Outcome.NEW_ID; // which is an update that is not the peer's
    expected.add(
        Samples.MAPPER
            .createObjectNode()
            .put("outcome", outcome.name())
            .put(
                "version",
                isRenamed ? request.path("version").asText() : written(replica.version()))
            .put("text", written(replica.state())));
    outcomes.add(outcome);
  }

  private void assertAnswered(JavaScriptPeer peer) throws Exception {
    List<JsonNode> answers = peer.answers();
    assertThat(answers).hasSameSizeAs(expected);
    for (int i = 0; i < answers.size(); i++) {
      assertThat(answers.get(i)).isEqualTo(expected.get(i));
    }
  }

  private static String written(Object value) throws Exception {
    return Samples.MAPPER.writeValueAsString(value);
  }

  private <S extends Crdt<S>> Replica<S> replica(String id, S empty) {
    return Replica.of(ReplicaId.of(id), empty, CLOCK, random.split());
  }

  @Test
  void changesOfTheGoldenFilesComeToTheSame() throws Exception {
    JavaScriptPeer peer = new JavaScriptPeer(folder);
    for (GoldenFolder states : Golden.folders()) {
      if (states.type().hasRawClass(Changes.class)) {
        JsonNode declared = GoldenFolder.declared(states.type().containedType(0));
        mergeAny(peer, declared, new ArrayList<>(states.cases().values()));
      }
    }

    assertThat(outcomes).containsExactly(Outcome.APPLIED, Outcome.KNOWN, Outcome.MISSING);
    assertAnswered(peer);
  }

  @SuppressWarnings("unchecked") // all are of the type of their folder
  private <S extends Crdt<S>> void mergeAny(
      JavaScriptPeer peer, JsonNode declared, List<Object> cases) throws Exception {
    for (Object first : cases) {
      for (Object second : cases) {
        S delta = ((Changes<S>) first).delta();
        try (Replica<S> replica = replica("observer", delta.deltaSince(delta))) {
          merge(peer, declared, replica, (Changes<S>) first);
          merge(peer, declared, replica, (Changes<S>) second);
        }
      }
    }
  }

  @Test
  void replicasThatLoseMessagesComeToTheSame() throws Exception {
    JavaScriptPeer peer = new JavaScriptPeer(folder);
    sync(
        peer,
        200,
        new TypeReference<ORSet<String>>() {},
        List.of("phone", "tablet", "\ud83d\ude00"),
        ORSet.<String>empty(),
        (set, me) -> random.nextInt(3) == 0 ? set.clear() : set.add(me, "e" + random.nextInt(5)));
    sync(
        peer,
        200,
        new TypeReference<ORMap<String, Todo>>() {},
        List.of("phone", "tablet", "\ud83d\ude00"),
        ORMap.<String, Todo>empty(),
        (todos, me) ->
            todos.update(
                me,
                "k" + random.nextInt(3),
                Todo.EMPTY,
                (todo, by) -> random.nextInt(3) == 0 ? todo.titled(by, "tea") : todo.voted(by, 2)));

    assertThat(outcomes).containsExactly(Outcome.APPLIED, Outcome.KNOWN, Outcome.MISSING);
    assertAnswered(peer);
  }

  @Test
  void aReplicaFindsOutThatItsIdIsSharedInBoth() throws Exception {
    JavaScriptPeer peer = new JavaScriptPeer(folder);
    for (int i = 0; i < 20; i++) {
      sync(
          peer,
          20,
          new TypeReference<GCounter>() {},
          List.of("phone", "phone", "tablet", "laptop"),
          GCounter.empty(),
          (counter, me) -> counter.increment(me));
    }

    assertThat(outcomes).containsExactlyInAnyOrder(Outcome.values());
    assertAnswered(peer);
  }

  @Test
  void versionsOfTwoWritersUnderOneIdComeToTheSame() throws Exception {
    JavaScriptPeer peer = new JavaScriptPeer(folder);
    JsonNode declared = Samples.MAPPER.getNodeFactory().textNode("GCounter");
    for (int i = 0; i < 300; i++) {
      Version since = version();
      Version version = since.merge(version());
      try (Replica<GCounter> replica = replica("observer", GCounter.empty())) {
        replica.merge(new Changes<>(Version.empty(), version(), GCounter.empty()));
        merge(peer, declared, replica, new Changes<>(since, version, GCounter.empty()));
      }
    }

    assertThat(outcomes).containsExactly(Outcome.APPLIED, Outcome.KNOWN, Outcome.MISSING);
    assertAnswered(peer);
  }

  /** Returns a version that is likely to share counts with another one, but not tags. */
  private Version version() {
    Map<ReplicaId, Version.Entry> entries = new TreeMap<>();
    for (String id : List.of("phone", "tablet")) {
      if (random.nextInt(3) > 0) {
        entries.put(ReplicaId.of(id), new Version.Entry(1 + random.nextInt(2), random.nextInt(2)));
      }
    }
    return Version.of(entries);
  }

  private <S extends Crdt<S>> void sync(
      JavaScriptPeer peer,
      int steps,
      TypeReference<S> type,
      List<String> ids,
      S empty,
      BiFunction<S, Author, S> edit)
      throws Exception {
    JsonNode declared = GoldenFolder.declared(Samples.MAPPER.constructType(type));
    List<Replica<S>> replicas = ids.stream().map(id -> replica(id, empty)).toList();
    List<Version> heard = new ArrayList<>(List.of(Version.empty()));
    for (int step = 0; step < steps; step++) {
      Replica<S> one = replicas.get(random.nextInt(replicas.size()));
      Replica<S> other = replicas.get(random.nextInt(replicas.size()));
      if (random.nextInt(2) == 0) {
        one.update(edit);
        heard.add(one.version());
      } else {
        Version since = heard.get(random.nextInt(heard.size()));
        merge(peer, declared, one, other.changesSince(since));
      }
    }
    replicas.forEach(Replica::close);
  }
}
