package dev.rejoin.crdt.example;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rejoin.crdt.Author;
import dev.rejoin.crdt.ORMap;
import dev.rejoin.crdt.json.Durability;
import dev.rejoin.crdt.json.Journal;
import dev.rejoin.crdt.sync.Changes;
import dev.rejoin.crdt.sync.Outcome;
import dev.rejoin.crdt.sync.Replica;
import dev.rejoin.crdt.sync.Version;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * A device with a replica of the document. It shares nothing with the others: what it learns, it
 * learns from the text that they send.
 */
final class Device implements AutoCloseable {

  private final String name;
  private final Supplier<Replica<ORMap<String, Item>>> opening;

  /** What each other device had when it last said so. */
  private final Map<String, Version> heard = new TreeMap<>();

  private Replica<ORMap<String, Item>> replica;

  /** Makes a device that opens its replica so, now and whenever it is restarted. */
  Device(String name, Supplier<Replica<ORMap<String, Item>>> opening) {
    this.name = name;
    this.opening = opening;
    this.replica = opening.get();
  }

  /**
   * Returns a device that keeps its replica in a journal in that folder. It does not wait for the
   * disk at each edit, which will do for a demo.
   */
  static Device in(Path folder, String name, Clock clock, RandomGenerator random) {
    return new Device(
        name,
        () ->
            Replica.open(
                Journal.open(folder, Wire.DOCUMENT, new ObjectMapper(), Durability.ON_CLOSE),
                ORMap.<String, Item>empty(),
                clock,
                random));
  }

  String name() {
    return name;
  }

  ORMap<String, Item> document() {
    return replica.state();
  }

  void edit(BiFunction<ORMap<String, Item>, Author, ORMap<String, Item>> change) {
    replica.update(change);
  }

  /** Returns whether, for all that this device knows, the other may lack something. */
  boolean hasNewsFor(String other) {
    @Nullable Version known = heard.get(other);
    return known == null || !known.includes(replica.version());
  }

  /**
   * Returns the text to send to another device: what it lacks, and thereby what this one has. To
   * one that was not heard yet it says the latter only, which asks what the other has.
   */
  String messageTo(String other) {
    return Wire.encode(replica.changesSince(heard.getOrDefault(other, replica.version())));
  }

  /** Returns what a message would be without deltas. */
  String wholeMessage() {
    return Wire.encode(replica.snapshot());
  }

  /**
   * Takes in the text that another device sent, and returns what became of it. It may come late,
   * twice or out of order: at worst, something is sent again.
   *
   * @throws IllegalArgumentException if it holds no changes of a document; nothing has changed then
   */
  Outcome receive(String other, String text) {
    Changes<ORMap<String, Item>> changes = Wire.decode(text);
    heard.put(other, changes.version());
    Outcome outcome = replica.merge(changes);
    return outcome == Outcome.NEW_ID ? replica.merge(changes) : outcome;
  }

  /** Goes on from what the replica kept. What others have is forgotten. */
  void restart() {
    replica.close();
    heard.clear();
    replica = opening.get();
  }

  @Override
  public void close() {
    replica.close();
  }
}
