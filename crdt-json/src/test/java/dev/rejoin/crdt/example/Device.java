package dev.rejoin.crdt.example;

import dev.rejoin.crdt.Author;
import dev.rejoin.crdt.HybridClock;
import dev.rejoin.crdt.ORMap;
import dev.rejoin.crdt.ReplicaId;
import java.time.Clock;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;

/**
 * A device with its own copy of the document. It shares nothing with the others: what it learns, it
 * learns from the text of messages.
 */
final class Device {

  private final String name;
  private final Author me;
  private final SortedMap<String, Peer> peers = new TreeMap<>();
  private ORMap<String, Item> document = ORMap.empty();

  /**
   * Makes a device of that name, which serves as its replica id here. An app takes {@link
   * ReplicaId#random()} when it is installed and keeps it.
   */
  Device(String name, Clock clock) {
    this.name = name;
    this.me = Author.of(ReplicaId.of(name), HybridClock.of(clock));
  }

  String name() {
    return name;
  }

  ORMap<String, Item> document() {
    return document;
  }

  void edit(BiFunction<ORMap<String, Item>, Author, ORMap<String, Item>> change) {
    document = change.apply(document, me);
  }

  /** Returns whether, for all that this device knows, the other lacks something. */
  boolean hasNewsFor(String other) {
    return !document.isAtMost(peer(other).acknowledged());
  }

  /** Returns the text to send to another device. */
  String messageTo(String other) {
    return Wire.encode(peer(other).next(name, other, document));
  }

  /**
   * Takes in the text that another device sent, and returns what it says. It may come late, twice
   * or out of order.
   *
   * @throws IllegalArgumentException if it is no message, or not one to this device; nothing has
   *     changed then
   */
  Message receive(String text) {
    Message message = Wire.decode(text);
    if (!message.to().equals(name) || message.from().equals(name)) {
      throw new IllegalArgumentException(
          "message must be from another device to %s, was from %s to %s"
              .formatted(name, message.from(), message.to()));
    }
    peer(message.from()).learn(message);
    document = document.merge(message.delta());
    return message;
  }

  private Peer peer(String other) {
    return peers.computeIfAbsent(other, unknown -> new Peer());
  }
}
