package dev.rejoin.crdt.json.simulation;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rejoin.crdt.json.CrdtModule;
import dev.rejoin.crdt.json.Durability;
import dev.rejoin.crdt.json.Journal;
import dev.rejoin.crdt.sync.Changes;
import dev.rejoin.crdt.sync.Outcome;
import dev.rejoin.crdt.sync.Replica;
import dev.rejoin.crdt.sync.Version;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** One device: a replica with its journal, and what it knows of the others. All it says is text. */
final class Station {

  private static final ObjectMapper MAPPER = new ObjectMapper().registerModule(new CrdtModule());
  private static final TypeReference<Changes<Board>> CHANGES = new TypeReference<>() {};

  private final Path folder;
  private final Clock clock;
  private final Random random;
  private final Map<Integer, Version> known = new TreeMap<>(); // of each other station
  private Replica<Board> replica;

  Station(Path folder, Clock clock, Random random) {
    this.folder = folder;
    this.clock = clock;
    this.random = random;
    this.replica = opened();
  }

  private Replica<Board> opened() {
    Journal<Board> journal = Journal.open(folder, Board.TYPE, MAPPER, Durability.ON_CLOSE);
    return Replica.open(journal, Board.EMPTY, clock, random);
  }

  Replica<Board> replica() {
    return replica;
  }

  /** Stops and starts again, knowing what the journal knows. */
  void restart() {
    replica.close();
    known.clear();
    replica = opened();
  }

  /**
   * Returns what {@code other} lacks. Now and then it counts on that arriving, so the next such
   * message may build on one that was lost.
   */
  String messageTo(int other) throws IOException {
    Changes<Board> changes = replica.changesSince(known.getOrDefault(other, Version.empty()));
    if (random.nextInt(4) == 0) {
      known.put(other, changes.version());
    }
    return MAPPER.writeValueAsString(changes);
  }

  /** Returns what to answer: this station's version, if it lacks what the message builds on. */
  String receive(int other, String text) throws IOException {
    if (text.startsWith("{\"type\":\"Version\"")) {
      known.put(other, MAPPER.readValue(text, Version.class));
      return "";
    }
    Changes<Board> changes = MAPPER.readValue(text, CHANGES);
    known.merge(other, changes.version(), Version::merge);
    Outcome outcome = replica.merge(changes);
    if (outcome == Outcome.NEW_ID) {
      throw new AssertionError("no id is shared, but " + replica.id() + " was: " + changes);
    }
    return outcome == Outcome.MISSING ? version() : "";
  }

  String version() throws IOException {
    return MAPPER.writeValueAsString(replica.version());
  }

  void close() {
    replica.close();
  }
}
