package dev.rejoin.crdt.example;

import dev.rejoin.crdt.ORMap;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * What a device knows of another. States are immutable and share structure, so the state that the
 * other last acknowledged is all it takes to compute a delta for it.
 */
final class Peer {

  /** At most what the other has: what it acknowledged, and what it sent itself. */
  private ORMap<String, Item> acknowledged = ORMap.empty();

  /** The whole document at each message that is not acknowledged yet. */
  private final NavigableMap<Long, ORMap<String, Item>> sent = new TreeMap<>();

  private long lastSent;
  private long lastReceived;

  ORMap<String, Item> acknowledged() {
    return acknowledged;
  }

  /** Returns the next message to this peer from a device with that document. */
  Message next(String from, String to, ORMap<String, Item> document) {
    lastSent++;
    sent.put(lastSent, document);
    return new Message(from, to, lastSent, lastReceived, document.deltaSince(acknowledged));
  }

  /**
   * Learns from a message of this peer what it has, in whatever order and however often messages
   * come. Message n was made for what the peer had acknowledged by then: with its delta the peer
   * has all that the sender had at message n, whether or not earlier messages arrived.
   */
  void learn(Message message) {
    lastReceived = Math.max(lastReceived, message.number());
    NavigableMap<Long, ORMap<String, Item>> got = sent.headMap(message.acknowledges(), true);
    if (!got.isEmpty()) {
      acknowledged = acknowledged.merge(got.lastEntry().getValue());
      got.clear();
    }
    acknowledged = acknowledged.merge(message.delta());
  }
}
